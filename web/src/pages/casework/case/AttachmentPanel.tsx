import { DeleteOutlined, FilePdfOutlined, PictureOutlined } from "@ant-design/icons";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { App, Button } from "antd";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { date, Panel } from "@/components";
import { useMay } from "@/app/session";
import { attachmentKinds } from "../names";
import { Uploader } from "../parts/Uploader";
import type { CaseAttachment, CasePageData } from "../types";

const kb = (bytes: number) => (bytes >= 1_000_000 ? `${(bytes / 1_000_000).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1000))} kB`);

/** AttachmentPanel keeps the proofs of the case by kind. */
export function AttachmentPanel({ data }: { data: CasePageData }) {
  const may = useMay("case.attach") && data.case.status === "open";
  const { modal, message } = App.useApp();
  const queries = useQueryClient();
  const path = (a: CaseAttachment) => `/api/cases/${data.case.id}/attachments/${a.id}`;
  const remove = useMutation({
    mutationFn: (a: CaseAttachment) => api.del(path(a)),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["case", data.case.id] }),
    onError: (thrown) => void message.error(asApiError(thrown).message),
  });
  const ask = (a: CaseAttachment) =>
    void modal.confirm({
      title: `移除“${a.name}”？`,
      content: "移除后案件中不再显示，移除的记录留在审计中。",
      okText: "移除",
      okButtonProps: { danger: true },
      cancelText: "保留",
      onOk: () => remove.mutateAsync(a).catch(() => undefined),
    });
  return (
    <Panel title={`材料（${data.attachments.length}）`}>
      <ul className="cw-rows">
        {data.attachments.map((a) => (
          <li key={a.id}>
            <a href={path(a)} target="_blank" rel="noreferrer">
              {a.mime === "application/pdf" ? <FilePdfOutlined aria-hidden /> : <PictureOutlined aria-hidden />} {attachmentKinds[a.kind] ?? a.kind}：{a.name}
            </a>
            <span className="zf-help">{kb(a.size)} · {a.by_name} {date(a.at)}</span>
            {may && <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={`移除${a.name}`} onClick={() => ask(a)} />}
          </li>
        ))}
      </ul>
      {data.attachments.length === 0 && !may && <p className="zf-help">没有材料。</p>}
      {may && <Uploader caseId={data.case.id} />}
    </Panel>
  );
}
