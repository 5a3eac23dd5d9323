import { UploadOutlined } from "@ant-design/icons";
import { useQueryClient } from "@tanstack/react-query";
import { Select } from "antd";
import { useId, useRef, useState, type DragEvent } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { attachmentKinds } from "../names";
import { shrink } from "./shrink";

interface Props {
  caseId: string;
  /** Fixed kind; absent: it is chosen. */
  kind?: string;
  label?: string;
}

interface Line { name: string; state: "sending" | "done" | "failed"; said: string; file: File }

/** Uploader takes photographs and scans by choosing, dragging or the camera, one after the other, each with its own answer. */
export function Uploader({ caseId, kind: fixed, label = "上传材料" }: Props) {
  const queries = useQueryClient();
  const [kind, setKind] = useState(fixed);
  const [lines, setLines] = useState<Line[]>([]);
  const [over, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const id = useId();

  const send = async (files: readonly File[]) => {
    if (!kind) return;
    for (const file of files) {
      const put = (line: Line) => setLines((have) => [line, ...have.filter((l) => l.file !== file)]);
      put({ name: file.name, state: "sending", said: "正在上传…", file });
      try {
        const form = new FormData();
        form.set("kind", kind);
        const ready = await shrink(file);
        form.set("file", ready, ready.name);
        const kept = await api.post<{ existing?: boolean }>(`/api/cases/${caseId}/attachments`, form);
        put({ name: file.name, state: "done", said: kept.existing ? "之前已经上传过" : "已上传", file });
        void queries.invalidateQueries({ queryKey: ["case", caseId] });
      } catch (thrown) {
        put({ name: file.name, state: "failed", said: asApiError(thrown).message, file });
      }
    }
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send([...event.dataTransfer.files]);
  };
  return (
    <div className="cw-upload">
      {!fixed && (
        <Select
          aria-label="材料种类"
          placeholder="先选材料种类"
          value={kind}
          onChange={setKind}
          style={{ width: "100%" }}
          options={Object.entries(attachmentKinds).map(([value, text]) => ({ value, label: text }))}
        />
      )}
      <label
        htmlFor={id}
        className={`cw-drop${over ? " cw-over" : ""}${kind ? "" : " cw-off"}`}
        onDragOver={(e) => { e.preventDefault(); setOver(true); }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <UploadOutlined aria-hidden /> {label}：点这里选择或拍照，也可以把文件拖进来
        <span className="zf-help">照片（JPEG、PNG、WebP）或 PDF，每个不超过 10 MB</span>
        <input
          ref={input}
          id={id}
          type="file"
          multiple
          accept="image/jpeg,image/png,image/webp,application/pdf"
          disabled={!kind}
          className="cw-file"
          onChange={(e) => {
            void send([...(e.target.files ?? [])]);
            e.target.value = "";
          }}
        />
      </label>
      <ul className="cw-uploads" aria-live="polite">
        {lines.map((line) => (
          <li key={`${line.name}-${line.file.lastModified}-${line.file.size}`} className={line.state === "failed" ? "zf-field-error" : undefined}>
            {line.name}：{line.said}
            {line.state === "failed" && <button type="button" className="zf-link" onClick={() => void send([line.file])}>再传一次</button>}
          </li>
        ))}
      </ul>
    </div>
  );
}
