import { Button } from "antd";
import { dateTime, MoneyText, Panel, StatusTag } from "@/components";
import { channelNames, objectionOutcomes } from "../names";
import type { Act, CasePageData, Objection } from "../types";

interface Props {
  data: CasePageData;
  onHandle: (act: Act, objection: string) => void;
}

/** NoticePanel shows the public notice with its days, and every objection with its answer. */
export function NoticePanel({ data, onHandle }: Props) {
  const handle = data.acts.find((a) => a.act === "objection-handle" && !a.blocked);
  if (data.notices.length === 0 && data.objections.length === 0) return null;
  return (
    <Panel title="公示与异议">
      {data.notices.map((n) => (
        <div key={n.id} className="cw-note">
          <StatusTag tone={n.running ? "blue" : "grey"}>{n.running ? "正在公示" : "公示结束"}</StatusTag>
          <span>{n.posted_on} 至 {n.last_day}，公示金额 <MoneyText fen={n.amount_fen} unit="元/月" />，异议 {n.objections} 件</span>
        </div>
      ))}
      {data.objections.map((o) => <ObjectionCard key={o.id} objection={o} onHandle={handle ? () => onHandle(handle, o.id) : undefined} />)}
    </Panel>
  );
}

function ObjectionCard({ objection: o, onHandle }: { objection: Objection; onHandle?: () => void }) {
  return (
    <div className="cw-objection">
      <div className="cw-note">
        <StatusTag tone={o.handled_at ? "green" : "amber"}>{o.handled_at ? "已处理" : "待处理"}</StatusTag>
        <span>{dateTime(o.at)} {channelNames[o.channel] ?? o.channel}，{o.name || "匿名"}{o.contact && `，${o.contact}`}</span>
      </div>
      <p>{o.text}</p>
      {o.handled_at && <p className="zf-help">{o.handled_by} {dateTime(o.handled_at)}：{objectionOutcomes[o.outcome ?? ""] ?? o.outcome}。{o.answer}</p>}
      {!o.handled_at && onHandle && <Button size="small" onClick={onHandle}>处理这件异议</Button>}
    </div>
  );
}
