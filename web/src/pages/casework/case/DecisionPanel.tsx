import { dateTime, MoneyText, Panel, StatusTag } from "@/components";
import type { Decision } from "../types";
import { ReplayButton } from "./ReplayButton";

/** DecisionPanel is what was decided, by whom, on which policy text. */
export function DecisionPanel({ decision: d, caseId }: { decision: Decision; caseId: string }) {
  const yes = d.outcome === "confirmed";
  return (
    <Panel title="决定" extra={<ReplayButton id={caseId} />}>
      <p className={`cw-outcome zf-${yes ? "green" : "red"}`}>
        <StatusTag tone={yes ? "green" : "red"}>{yes ? "确认" : "不予确认"}</StatusTag>
        {yes && d.amount_fen > 0 && <span>每月金额 <MoneyText fen={d.amount_fen} unit="元" /></span>}
      </p>
      {d.reason && <p>{d.reason}</p>}
      <p className="zf-help">{d.by_name} {dateTime(d.decided_at)}，依据政策文本 {d.pack.name} {d.pack.version}。</p>
    </Panel>
  );
}
