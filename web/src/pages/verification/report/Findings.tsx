import type { ReactNode } from "react";
import { Panel, SampleMark, StatusTag, yuan } from "@/components";
import type { ReportContent } from "./calls";
import { conclusionTones } from "./names";

/** Findings says what a report comes to: the conclusion, items over a limit with their clause, property moved away, silent sources. */
export function Findings({ content, level = 2 }: { content: ReportContent; level?: 2 | 3 }) {
  const limits = content.limits ?? [], moved = content.moved ?? [], unknown = content.unknown ?? [];
  return (
    <Panel level={level} title="核对结论">
      <p className="vr-conclusion"><StatusTag tone={conclusionTones[content.conclusion]}>{content.conclusion_name}</StatusTag> {content.text}</p>
      {content.remark && <p>核对人员说明：{content.remark}</p>}
      {limits.length > 0 && (
        <Block title="超过限额的项目" head={["项目", "情况", "依据"]} rows={limits.map((l) => [l.name, <>{l.reason}{l.by_found && <span className="zf-help">（按申报没有超过）</span>}</>, `${l.clause.document || l.clause.id}${l.clause.article}`])} />
      )}
      {moved.length > 0 && (
        <Block
          title={<>申请前 {content.moved_months.n} 个月内转移的财产 {content.moved_months.sample && <SampleMark status="sample" />}</>}
          head={["姓名", "财产", "日期", "来源"]}
          rows={moved.map((m) => [m.person, `${m.class}：${m.what}${m.amount === undefined ? "" : ` ${yuan(m.amount)} 元`}`, m.on, m.source])}
        />
      )}
      {unknown.length > 0 && (
        <Block
          title="没有给出可用答复的来源：相应项目未知，没有按 0 计"
          head={["来源", "原因", "被核对人", "因此未知的项目"]}
          rows={unknown.map((u) => [`${u.source}（${(u.classes ?? []).join("、")}）`, u.reason, (u.people ?? []).join("、"), (u.items ?? []).join("、") || "本次对照不涉及"])}
        />
      )}
    </Panel>
  );
}

function Block({ title, head, rows }: { title: ReactNode; head: string[]; rows: ReactNode[][] }) {
  return (
    <div className="zf-scroll vr-block" tabIndex={0} role="region" aria-label={typeof title === "string" ? title : "转移的财产"}>
      <table className="zf-facts">
        <caption>{title}</caption>
        <thead><tr>{head.map((h) => <th key={h} scope="col">{h}</th>)}</tr></thead>
        <tbody>{rows.map((cells, i) => <tr key={i}>{cells.map((c, k) => (k === 0 ? <th key={k} scope="row">{c}</th> : <td key={k}>{c}</td>))}</tr>)}</tbody>
      </table>
    </div>
  );
}
