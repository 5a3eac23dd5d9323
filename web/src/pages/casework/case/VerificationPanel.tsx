import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, App, Button, Progress } from "antd";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { useMay } from "@/app/session";
import { dateTime, Panel, QueryView, StatusTag } from "@/components";
import { hasPage } from "@/routes";
import { caseVerificationQuery, type CaseVerification } from "../../verification/report/calls";
import { conclusionTones } from "../../verification/report/names";
import type { Act } from "../types";
import { SourceStates } from "./SourceStates";
import "../../verification/report/report.css";

interface Props { caseId: string; onAdd: (act: Act) => void }

/** VerificationPanel shows the means verification of a case: how far each source is, and the reports that were issued. */
export function VerificationPanel({ caseId, onAdd }: Props) {
  const may = useMay("verification.read");
  const query = useQuery({ ...caseVerificationQuery(caseId), enabled: may });
  if (!may) return null;
  return <Panel title="信息核对"><QueryView query={query}>{(data) => <Body caseId={caseId} data={data} onAdd={onAdd} />}</QueryView></Panel>;
}

function Body({ caseId, data, onAdd }: { caseId: string; data: CaseVerification; onAdd: Props["onAdd"] }) {
  const order = data.order;
  const reports = data.reports ?? [];
  return (
    <>
      {!order && <p className="zf-help">本案没有向来源发起过查询。{data.may_start ? "" : "受理后由系统自动发起；以前登记的核对结果见下方“家庭经济状况”。"}</p>}
      {data.may_start && <StartButton caseId={caseId} />}
      {order && (
        <>
          <p>
            核对委托 {hasPage("/verification/orders/$id") ? <Link to="/verification/orders/$id" params={{ id: order.id }} className="vr-inline">{order.number}</Link> : <span className="zf-num">{order.number}</span>}
            {" "}· {dateTime(order.created_at)} 由{order.by_name}发起 · 截至 {order.due}
          </p>
          {(order.state === "preparing" || order.state === "running") && <Live order={order} />}
          <SourceStates sources={order.sources ?? []} />
        </>
      )}
      {data.may_add && (
        <Alert
          className="cw-gap"
          type="info"
          showIcon
          title={`出具报告之后有新的答复，${(data.changes ?? []).length} 项有变化。`}
          action={<Button size="small" onClick={() => onAdd({ act: "verification", name: "补充核对报告" } as Act)}>补充核对报告</Button>}
        />
      )}
      {reports.length > 0 && (
        <ul className="cw-rows">
          {reports.map((r) => (
            <li key={r.id}>
              <Link to="/verification/reports/$id" params={{ id: r.id }}>核对报告 {r.number} 第 {r.version} 版</Link>{" "}
              <StatusTag tone={conclusionTones[r.conclusion]}>{r.conclusion_name}</StatusTag>
              <span className="zf-help">不一致 {r.differs} 项，超限 {r.over} 项，未答复来源 {r.silent} 个 · {r.by_name} {dateTime(r.issued_at)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** Live says how much has come back; the figures renew themselves. */
function Live({ order }: { order: NonNullable<CaseVerification["order"]> }) {
  const all = (order.sources ?? []).reduce((n, s) => n + s.waiting + s.answered + s.silent + s.refused + s.cancelled, 0);
  const waiting = (order.sources ?? []).reduce((n, s) => n + s.waiting, 0);
  return (
    <div role="status">
      <Progress percent={all === 0 ? 0 : Math.round(((all - waiting) / all) * 100)} size="small" aria-label="查询进度" />
      <span className="zf-help">{order.state === "preparing" ? "正在准备查询…" : `已有结果 ${all - waiting} / ${all} 项，还在等待 ${waiting} 项；页面会自动更新。`}</span>
    </div>
  );
}

export function StartButton({ caseId }: { caseId: string }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const start = useMutation({
    mutationFn: () => api.post<CaseVerification>(`/api/cases/${caseId}/verification/order`, {}),
    onSuccess: (data) => {
      queries.setQueryData(caseVerificationQuery(caseId).queryKey, data);
      void message.success("核对已发起，正在向各来源查询。");
    },
    onError: (thrown) => void message.error(asApiError(thrown).message),
  });
  return <Button type="primary" loading={start.isPending} onClick={() => start.mutate()}>发起核对</Button>;
}
