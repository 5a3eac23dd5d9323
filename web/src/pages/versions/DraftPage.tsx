import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { Alert, Button, Popconfirm, Tabs } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import { useMay } from "@/app/session";
import { count, dateTime, ErrorState, PageHeader, Panel, QueryView, StatusTag } from "@/components";
import { ChangeTable } from "./ChangeTable";
import { draftQuery, proofQuery, shortDigest, versionsChanged, type GateReport, type PackDraft } from "./calls";
import { FileEditor } from "./FileEditor";
import { FileTree } from "./FileTree";
import { ProofView } from "./ProofView";
import { ProposeVersion } from "./ProposeVersion";
import "./versions.css";

/** DraftPage edits a draft file by file, runs the gate over it and asks for it to come into force. */
export default function DraftPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const draft = useQuery(draftQuery(id));
  return <QueryView query={draft}>{(d) => <DraftDesk draft={d} />}</QueryView>;
}

function DraftDesk({ draft }: { draft: PackDraft }) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { file?: string };
  const mayPropose = useMay("policy.propose");
  const [report, setReport] = useState<GateReport | null>(null);
  const [checking, setChecking] = useState(false);
  const [failed, setFailed] = useState<unknown>(null);
  const [proposing, setProposing] = useState(false);
  const files = draft.files ?? [];
  const open = draft.state === "open";
  const file = search.file ?? files.find((f) => f.change !== "same")?.path ?? files[0]?.path ?? "";
  const problems = report?.problems ?? [];
  const fresh = report?.checked_version === draft.version;

  const show = (path: string) => void navigate({ to: "/policy/drafts/$id", params: { id: draft.id }, search: { file: path }, replace: true });
  const check = async () => {
    setChecking(true);
    setFailed(null);
    try {
      const found = await api.post<GateReport>(`/api/policy-drafts/${draft.id}/check`, {});
      setReport(found);
      if (found.digest) await queryClient.invalidateQueries(proofQuery(found.digest));
    } catch (thrown) {
      setFailed(thrown);
    } finally {
      setChecking(false);
    }
  };
  const drop = async () => {
    await api.del(`/api/policy-drafts/${draft.id}`, { query: { version: draft.version } });
    await versionsChanged();
    await navigate({ to: "/policy/versions", search: { pack: draft.pack } });
  };

  return (
    <>
      <PageHeader
        title={draft.title}
        about={`${draft.pack} 政策包草稿，${draft.by_name}起草，${dateTime(draft.updated_at)}修改；从版本 ${shortDigest(draft.base_digest)} 起草，改动 ${files.filter((f) => f.change !== "same").length} 个文件`}
        actions={
          <>
            {open && (
              <Popconfirm title="放弃这份草稿？" okText="放弃" cancelText="保留" onConfirm={() => void drop()}>
                <Button>放弃草稿</Button>
              </Popconfirm>
            )}
            <Button onClick={() => void check()} loading={checking}>检查并运行案例</Button>
            {open && mayPropose && <Button type="primary" disabled={!fresh || !report?.loads} onClick={() => setProposing(true)}>申请启用</Button>}
          </>
        }
      />
      {!open && <Alert className="vs-gap" type="info" showIcon title="这份草稿已经申请启用，不能再改。" />}
      {failed !== null && <ErrorState error={failed} onRetry={() => void check()} />}
      {report && (
        <Panel
          title="检查结果"
          extra={!fresh ? <StatusTag tone="amber">检查之后又改过，请重新检查</StatusTag> : report.loads ? <StatusTag tone="green">通过</StatusTag> : <StatusTag tone="red">{problems.length} 处问题</StatusTag>}
        >
          {report.digest && <p>版本 {report.version}，{count(report.items)} 个事项，{count(report.rules)} 条规则，{count(report.cases)} 个案例全部运行；摘要 <code>{shortDigest(report.digest)}</code>。</p>}
          {report.digest && <ProofView digest={report.digest} onOpen={show} />}
          <Tabs
            items={[
              {
                key: "problems",
                label: `问题（${problems.length}）`,
                children: problems.length === 0 ? <p>没有问题：检查和案例全部通过。</p> : (
                  <ol className="vs-problems" aria-label="问题">
                    {problems.map((p, i) => (
                      <li key={i}>
                        {p.file && <button type="button" className="zf-link" onClick={() => show(p.file!)}>{p.file}{p.line ? `：${p.line}` : ""}</button>} {p.message}
                      </li>
                    ))}
                  </ol>
                ),
              },
              { key: "changes", label: `与现行版本的不同（${report.changes?.length ?? 0}）`, children: <ChangeTable changes={report.changes ?? []} empty={report.loads ? "内容与现行版本没有不同" : "改好问题、能够加载后，这里列出与现行版本的不同"} /> },
            ]}
          />
        </Panel>
      )}
      <div className="vs-desk">
        <FileTree files={files} problems={problems} current={file} onOpen={show} draft={draft} />
        {file && <FileEditor key={`${file} ${draft.id}`} draft={draft} path={file} problems={fresh ? problems.filter((p) => p.file === file) : []} />}
      </div>
      {proposing && <ProposeVersion pack={draft.pack} draft={draft} digest={report?.digest} onClose={() => setProposing(false)} onDone={() => void navigate({ to: "/policy/versions", search: { pack: draft.pack } })} />}
    </>
  );
}
