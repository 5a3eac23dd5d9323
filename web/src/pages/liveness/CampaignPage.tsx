import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Alert, App, Button, Progress } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Page, Schemas } from "@/api/types";
import { queryClient } from "@/app/query";
import { useMay } from "@/app/session";
import { Chart, DataTable, DueTag, ErrorState, PageHeader, Panel, QueryView, SampleMark, Stat, StatusTag, type Column } from "@/components";
import { CancelDialog, DecideDialog } from "./Dialogs";
import { campaignQuery, campaignStates, choiceText, decisions, proved, reasons, rowStates, type Campaign, type Row } from "./calls";

/** CampaignPage follows one campaign: how far it is, who has not been seen, what the town has still to decide. */
export default function CampaignPage() {
  const { id = "" } = useParams({ strict: false });
  const campaign = useQuery(campaignQuery(id));
  return <QueryView query={campaign}>{(data) => <Shown campaign={data} />}</QueryView>;
}

const groups = [
  ...Object.entries(rowStates).map(([value, [label]]) => ({ value, label })), { value: "undecided", label: "待镇街处理" },
  ...Object.entries(reasons).map(([value, label]) => ({ value, label: `原因：${label}` })),
];

function Shown({ campaign: c }: { campaign: Campaign }) {
  const manage = useMay("liveness.manage") && c.mine;
  const decide = useMay("liveness.decide");
  const { message } = App.useApp();
  const [cancelling, setCancelling] = useState(false);
  const [deciding, setDeciding] = useState<Row>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const n = c.counts;
  const here = `/liveness/${c.id}`;
  const again = () => {
    setBusy(true);
    setError(undefined);
    api.post<Schemas["LivenessAgain"]>(`/api/liveness/${c.id}/invite-again`, {}).then(
      (out) => { void message.success(out.invited > 0 ? `已再次邀请 ${out.invited} 人` : "没有可以再次邀请的人"); return queryClient.invalidateQueries({ queryKey: ["liveness"] }); },
      (failure: unknown) => setError(failure),
    ).finally(() => setBusy(false));
  };
  const bar = (label: string, value: number, group: string) => ({ label, value, to: here, search: { group } });
  const open = c.state === "running" || c.state === "preparing";
  return (
    <>
      <PageHeader
        title={c.title}
        about={<>{c.number} · {c.place_name} · {choiceText(c)} · {c.due} 截止 · {c.by_name}发起 <StatusTag tone={campaignStates[c.state][1]}>{campaignStates[c.state][0]}</StatusTag></>}
        actions={manage && open && (
          <>
            {c.again > 0 && <Button onClick={again} loading={busy}>再次邀请 {c.again} 人</Button>}
            <Button danger onClick={() => setCancelling(true)}>取消批次</Button>
          </>
        )}
      />
      {error !== undefined && <ErrorState error={error} onRetry={again} />}
      {c.state === "cancelled" && <Alert type="info" showIcon title="这个批次已经取消" description={c.reason} style={{ marginBlockEnd: 16 }} />}
      {open && !c.provider && <Alert type="warning" showIcon title="还没有接入认证服务，邀请发不出去；截止后全部转为入户核查。" style={{ marginBlockEnd: 16 }} />}
      {open && c.fault && <Alert type="warning" showIcon title="认证服务出过错，会自动再试" description={c.fault} style={{ marginBlockEnd: 16 }} />}
      <div className="zf-grid" style={{ marginBlockEnd: 16 }}>
        <div className="zf-span-3"><Stat label="已证明健在" value={proved(n)} unit={`/ ${n.people} 人`} /></div>
        <div className="zf-span-3"><Stat label="已邀请、还没有认证" value={n.invited + n.waiting} unit="人" to={here} search={{ group: n.invited > 0 ? "invited" : "waiting" }} /></div>
        <div className="zf-span-3"><Stat label={n.late > 0 ? `待入户，其中逾期 ${n.late}` : "待入户"} value={n.visiting} unit="人" tone={n.late > 0 ? "red" : "amber"} to={here} search={{ group: "visiting" }} /></div>
        <div className="zf-span-3"><Stat label="待镇街处理" value={n.undecided} unit="人" tone="red" to={here} search={{ group: "undecided" }} /></div>
      </div>
      <Panel title="进度">
        <Progress percent={n.people ? Math.floor(((n.people - n.waiting - n.invited - n.visiting) / n.people) * 100) : 0} aria-label="认证进度" />
        <p className="zf-help" aria-live="polite">
          {c.state === "preparing" ? "正在抽取人员…" : `${n.people} 人中，手机认证通过 ${n.passed} 人，入户见到 ${n.alive} 人，他人证明 ${n.proxy} 人。抽取种子 ${c.seed}，可以重抽核对。`}
          {(c.samples ?? []).length > 0 && <> <SampleMark status="sample" /> {(c.samples ?? []).join("、")}，没有查到公开规定。</>}
        </p>
      </Panel>
      <div className="zf-grid" style={{ marginBlockEnd: 16 }}>
        <div className="zf-span-6">
          <Chart question="大家进展如何？" unit="人" points={[bar("手机认证通过", n.passed, "passed"), bar("已邀请", n.invited + n.waiting, "invited"), bar("待入户", n.visiting, "visiting"), bar("入户：健在", n.alive, "alive"),
            bar("他人证明健在", n.proxy, "proxy"), bar("已迁走", n.moved, "moved"), bar("已去世", n.dead, "dead"), bar("没有找到", n.not_found, "not_found")].filter((p) => p.value > 0)} />
        </div>
        <div className="zf-span-6">
          <Chart question="为什么要入户？" unit="人" points={[bar(reasons.failed, n.failed, "failed"), bar(reasons.silent, n.silent, "silent"), bar(reasons.no_phone, n.no_phone, "no_phone"), bar(reasons.unauthorised, n.unauthorised, "unauthorised"),
            bar(reasons.unreached, n.unreached, "unreached"), bar(reasons.cannot, n.cannot, "cannot")].filter((p) => p.value > 0)} />
        </div>
      </div>
      <Chart question="哪些镇街还有人没有证明？" unit="人" points={(c.towns ?? []).map((t) => ({ label: t.name, value: t.visiting + t.open + t.found })).filter((p) => p.value > 0).sort((a, b) => b.value - a.value).slice(0, 20)} />
      <DataTable<Row>
        name={`liveness.${c.id}`}
        label="批次人员"
        fetchPage={(query, signal) => api.get<Page<Row>>(`/api/liveness/${c.id}/people`, query, signal)}
        rowKey={(r) => r.person_id}
        filters={[{ kind: "select", name: "group", label: "状态或原因", options: groups, width: 220 }]}
        columns={columnsOf(decide ? setDeciding : undefined)}
        rowTo={(r) => ({ to: "/people/$id", params: { id: r.person_id } })}
        empty={{ title: "没有您管辖范围内的人员", next: c.state === "preparing" ? "正在抽取人员，请稍候。" : undefined }}
      />
      {cancelling && <CancelDialog id={c.id} onClose={() => setCancelling(false)} />}
      {deciding && <DecideDialog row={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  );
}

function columnsOf(decide?: (row: Row) => void): Column<Row>[] {
  return [
    { key: "name", title: "姓名", primary: true, render: (r) => r.name },
    { key: "id", title: "身份证号", render: (r) => r.id_masked },
    { key: "place", title: "所在地", render: (r) => r.place_name },
    { key: "state", title: "状态", render: (r) => <StatusTag tone={rowStates[r.state][1]}>{rowStates[r.state][0]}{r.invitation > 1 && "（第二次邀请）"}</StatusTag> },
    { key: "why", title: "原因", wrap: true, render: (r) => (r.why ? `${reasons[r.why]}${r.why_note ? `：${r.why_note}` : ""}` : "—") },
    { key: "left", title: "时限", render: (r) => (r.left_days === null ? "—" : <DueTag daysLeft={r.left_days} />) },
    { key: "found", title: "核查情况", wrap: true, render: (r) => [r.visited_on ? `${r.visited_on} ${r.visited_by ?? ""}` : "", r.proxy ? `证明人：${r.proxy}` : "", r.note].filter(Boolean).join("；") || "—" },
    {
      key: "decision", title: "镇街处理", wrap: true,
      render: (r) => {
        if (r.decision) return `${decisions[r.decision]}：${r.decision_note ?? ""}（${r.decided_by ?? ""}）`;
        if (r.state !== "moved" && r.state !== "dead" && r.state !== "not_found") return "—";
        return decide ? <Button size="small" onClick={() => decide(r)}>处理</Button> : "待处理";
      },
    },
  ];
}
