import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Alert, Button, Drawer, Segmented } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { PackSummary } from "@/api/policy";
import { useMay } from "@/app/session";
import { count, dateTime, EmptyState, PageHeader, Panel, QueryView, StatusTag, TableView, type Column } from "@/components";
import { ActivationList } from "./ActivationList";
import { ChangeTable } from "./ChangeTable";
import { changesQuery, draftsQuery, shortDigest, standings, versionsQuery, type PackDraft, type PackVersion } from "./calls";
import { ProposeVersion } from "./ProposeVersion";
import { StartDraft } from "./StartDraft";
import "./versions.css";

const draftColumns: Column<PackDraft>[] = [
  { key: "title", title: "草稿", primary: true, render: (d) => d.title },
  { key: "by", title: "起草人", render: (d) => d.by_name },
  { key: "updated", title: "最近修改", render: (d) => dateTime(d.updated_at) },
  { key: "state", title: "状态", render: (d) => (d.state === "open" ? <StatusTag tone="blue">起草中</StatusTag> : <StatusTag tone="grey">已申请启用</StatusTag>) },
];

/** VersionsPage: which text of a pack holds from which day, what waits, who approved it, and the drafts. */
export default function VersionsPage() {
  const search = useSearch({ strict: false }) as { pack?: string };
  const navigate = useNavigate();
  const packs = useQuery({ queryKey: ["policy"], queryFn: ({ signal }) => api.get<PackSummary[]>("/api/policy", undefined, signal) });
  return (
    <QueryView query={packs}>
      {(list) => {
        const pack = list.find((p) => p.name === search.pack) ?? list[0];
        if (!pack) return <EmptyState title="没有政策包" />;
        return (
          <>
            {list.length > 1 && (
              <Segmented
                aria-label="政策包"
                value={pack.name}
                options={list.map((p) => ({ value: p.name, label: p.title }))}
                onChange={(name) => void navigate({ to: "/policy/versions", search: { pack: name } })}
              />
            )}
            <PackVersions key={pack.name} pack={pack} />
          </>
        );
      }}
    </QueryView>
  );
}

function PackVersions({ pack }: { pack: PackSummary }) {
  const versions = useQuery(versionsQuery(pack.name));
  const mayDraft = useMay("policy.draft");
  const mayPropose = useMay("policy.propose");
  const drafts = useQuery({ ...draftsQuery, enabled: mayDraft });
  const [starting, setStarting] = useState(false);
  const [compared, setCompared] = useState<PackVersion | null>(null);
  const [proposed, setProposed] = useState<PackVersion | null>(null);

  const columns: Column<PackVersion>[] = [
    { key: "version", title: "版本", primary: true, render: (v) => v.version },
    { key: "standing", title: "状态", render: (v) => <StatusTag tone={standings[v.standing][1]}>{standings[v.standing][0]}</StatusTag> },
    { key: "origin", title: "来历", render: (v) => (v.origin === "program" ? "随程序发布" : `起草：${v.by_name}`) },
    { key: "at", title: "存入时间", render: (v) => dateTime(v.at) },
    { key: "cases", title: "案例", align: "right", render: (v) => count(v.cases) },
    { key: "digest", title: "摘要", render: (v) => <code title={v.digest}>{shortDigest(v.digest)}</code> },
    {
      key: "acts",
      title: "操作",
      render: (v) => (
        <span className="vs-acts">
          {v.standing !== "in_force" && <button type="button" className="zf-link" onClick={() => setCompared(v)}>与现行比较</button>}
          <a className="zf-link" href={`/api/policy-versions/${v.digest}/zip`} download aria-label={`下载 ${v.version} 版本 ${shortDigest(v.digest)}`}>下载</a>
          {mayPropose && (v.standing === "idle" || v.standing === "past") && <button type="button" className="zf-link" onClick={() => setProposed(v)}>申请启用</button>}
        </span>
      ),
    },
  ];

  return (
    <>
      <PageHeader
        title={`${pack.title}政策包的版本`}
        about="每个版本原样保存，案件的决定都能按当时的版本重算；新版本要通过检查、由另一人批准、到日生效。"
        actions={mayDraft && <Button type="primary" onClick={() => setStarting(true)}>起草新版本</Button>}
      />
      <QueryView query={versions}>
        {(list) => (
          <>
            <ActivationList versions={list} />
            {mayDraft && (
              <Panel title="草稿">
                <QueryView query={drafts}>
                  {(all) => {
                    const mine = all.filter((d) => d.pack === pack.name);
                    return mine.length === 0 ? (
                      <EmptyState title="没有草稿" next="点右上角“起草新版本”，从现行版本改起，或上传写好的压缩包。" />
                    ) : (
                      <TableView label="草稿" columns={draftColumns} rows={mine} rowKey={(d) => d.id} rowTo={(d) => ({ to: "/policy/drafts/$id", params: { id: d.id } })} />
                    );
                  }}
                </QueryView>
              </Panel>
            )}
            <Panel title="全部版本" extra={<Link to="/policy/$pack" params={{ pack: pack.name }}>查看现行内容</Link>}>
              <TableView label="版本" columns={columns} rows={list} rowKey={(v) => v.digest} onOpen={setCompared} />
            </Panel>
          </>
        )}
      </QueryView>
      <StartDraft pack={pack.name} open={starting} onClose={() => setStarting(false)} />
      {proposed && <ProposeVersion pack={pack.name} version={proposed} onClose={() => setProposed(null)} />}
      <Drawer open={compared !== null} size={760} title={compared ? `${compared.version} 与现行版本的不同` : ""} onClose={() => setCompared(null)} destroyOnHidden>
        {compared && <Compared version={compared} />}
      </Drawer>
    </>
  );
}

function Compared({ version }: { version: PackVersion }) {
  const changes = useQuery(changesQuery(version.digest, ""));
  return (
    <>
      {version.note && <Alert type="info" title={version.note} />}
      <QueryView query={changes}>{(list) => <ChangeTable changes={list} empty="内容与现行版本没有不同" />}</QueryView>
    </>
  );
}
