import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Button, Popconfirm, Segmented } from "antd";
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from "react";
import { api } from "@/api/http";
import { ErrorState, Panel, QueryView, StatusTag, useLeaveGuard } from "@/components";
import { draftFileQuery, draftQuery, versionsChanged, type DraftText, type GateProblem, type PackDraft } from "./calls";
import { hunks, lineDiff } from "./lineDiff";

interface Props {
  draft: PackDraft;
  path: string;
  problems: readonly GateProblem[];
}

/** FileEditor shows one file as text with the gate's faults at their lines, or beside the version it was drafted from. */
export function FileEditor({ draft, path, problems }: Props) {
  const file = useQuery(draftFileQuery(draft.id, path));
  return <QueryView query={file}>{(f) => <Editor key={path} draft={draft} file={f} problems={problems} />}</QueryView>;
}

function Editor({ draft, file, problems }: { draft: PackDraft; file: DraftText; problems: readonly GateProblem[] }) {
  const queries = useQueryClient();
  const [text, setText] = useState(file.text);
  const [kept, setKept] = useState(file.text);
  const [view, setView] = useState<"text" | "diff">("text");
  const [failed, setFailed] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const dirty = text !== kept;
  useLeaveGuard(dirty);
  const writable = draft.state === "open";

  const save = async (remove: boolean) => {
    setBusy(true);
    setFailed(null);
    try {
      const saved = await api.put<PackDraft>(`/api/policy-drafts/${draft.id}/file`, { path: file.path, text: remove ? "" : text, remove, version: draft.version });
      setKept(text);
      queries.setQueryData(draftQuery(draft.id).queryKey, saved);
      await versionsChanged();
    } catch (thrown) {
      setFailed(thrown);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Panel
      title={<code>{file.path}</code>}
      className="vs-editor"
      extra={
        <>
          {dirty && <StatusTag tone="amber">有未保存的改动</StatusTag>}
          <Segmented<"text" | "diff"> size="small" aria-label="编辑或比较" value={view} onChange={setView} options={[{ value: "text", label: "编辑" }, { value: "diff", label: "比较" }]} />
          {writable && (
            <Popconfirm title="从草稿中删除这个文件？" okText="删除" cancelText="保留" onConfirm={() => void save(true)}>
              <Button size="small">删除文件</Button>
            </Popconfirm>
          )}
          {writable && <Button size="small" type="primary" disabled={!dirty} loading={busy} onClick={() => void save(false)}>保存</Button>}
        </>
      }
    >
      {failed !== null && <ErrorState error={failed} />}
      {view === "text" ? <Code text={text} onChange={writable ? setText : undefined} problems={problems} label={file.path} /> : <Diff before={file.base} after={text} />}
    </Panel>
  );
}

/** Code is a plain text area with line numbers; lines with faults are marked and the faults are listed under it. */
function Code({ text, onChange, problems, label }: { text: string; onChange?: (text: string) => void; problems: readonly GateProblem[]; label: string }) {
  const area = useRef<HTMLTextAreaElement>(null);
  const gutter = useRef<HTMLDivElement>(null);
  const lines = text.split("\n").length;
  const faulty = useMemo(() => new Map(problems.filter((p) => p.line).map((p) => [p.line!, p.message])), [problems]);
  const go = (line: number) => {
    const el = area.current;
    if (!el) return;
    const at = text.split("\n").slice(0, line - 1).join("\n").length + (line > 1 ? 1 : 0);
    el.focus();
    el.setSelectionRange(at, at);
    el.scrollTop = Math.max(0, (line - 6) * 20);
  };
  useEffect(() => {
    const first = problems.find((p) => p.line)?.line;
    if (first && area.current) area.current.scrollTop = Math.max(0, (first - 6) * 20);
  }, [problems]);
  const key = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // Two blanks for the tab key, as YAML is written; Escape first lets the key leave the field.
    if (event.key !== "Tab" || event.shiftKey || !onChange) return;
    event.preventDefault();
    const el = event.currentTarget;
    el.setRangeText("  ", el.selectionStart, el.selectionEnd, "end");
    onChange(el.value);
  };
  return (
    <>
      <div className="vs-code">
        <div className="vs-gutter" ref={gutter} aria-hidden>
          {Array.from({ length: lines }, (_, i) => <span key={i} className={faulty.has(i + 1) ? "vs-bad" : undefined} title={faulty.get(i + 1)}>{i + 1}</span>)}
        </div>
        <textarea
          ref={area}
          aria-label={`${label} 的内容`}
          value={text}
          readOnly={!onChange}
          spellCheck={false}
          wrap="off"
          onChange={(e) => onChange?.(e.target.value)}
          onKeyDown={key}
          onScroll={(e) => gutter.current && (gutter.current.scrollTop = e.currentTarget.scrollTop)}
        />
      </div>
      {problems.length > 0 && (
        <ol className="vs-problems" aria-label="本文件的问题">
          {problems.map((p, i) => <li key={i}>{p.line ? <button type="button" className="zf-link" onClick={() => go(p.line!)}>第 {p.line} 行</button> : null} {p.message}</li>)}
        </ol>
      )}
    </>
  );
}

function Diff({ before, after }: { before: string; after: string }) {
  const lines = useMemo(() => hunks(lineDiff(before, after)), [before, after]);
  if (before === after) return <p>与起草时的版本没有不同。</p>;
  const words = { same: "", added: "新增", removed: "删去" };
  return (
    <div className="vs-diff" tabIndex={0} role="region" aria-label="与起草时的版本比较">
      <table>
        <thead><tr><th scope="col">原行号</th><th scope="col">新行号</th><th scope="col">内容</th></tr></thead>
        <tbody>
          {lines.map((l, i) => l === null
            ? <tr key={i}><td colSpan={3}>……</td></tr>
            : <tr key={i} className={`vs-${l.kind}`}><td>{l.old || ""}</td><td>{l.new || ""}</td><td><span className="vs-word">{words[l.kind]}</span><pre>{l.text}</pre></td></tr>)}
        </tbody>
      </table>
    </div>
  );
}
