import { Checkbox } from "antd";
import { useState, type ReactNode } from "react";
import { dateTime, EmptyState, Panel, SideBySide, Unknown, yuan, type FactRow } from "@/components";
import { bySection } from "../data";
import type { FactCell, FactKind, FactSides } from "../types";

const columns = ["申报", "核对", "入户", "采信"] as const;
/** Those who decide look at money first. */
const moneyFirst = ["收入", "支出", "财产", "不计入的收入", "健康", "成员", "家庭"];

/** Sections that stand open; the others open by themselves where sources differ or nobody knows. */
const money = ["收入", "支出", "财产"];

const kindNames: Record<FactKind, string> = { declared: "申报", verified: "核对", surveyed: "入户", adopted: "采信" };

/** cellText writes a value in its column: money without the unit, which stands in the heading. */
export function cellText(fact: Pick<FactSides, "type">, cell: FactCell): string {
  if ((fact.type === "money" || fact.type === "money_monthly") && typeof cell.value === "number") return yuan(cell.value);
  return cell.text;
}

/** differenceText tells who said what, and which is believed, for the mark ▲. */
export function differenceText(fact: FactSides): string | undefined {
  if (!fact.differs) return undefined;
  const parts = (["declared", "verified", "surveyed"] as const).flatMap((kind) => {
    const cell = fact[kind];
    return cell ? [`${kindNames[kind]} ${cell.value === null ? "未知" : cellText(fact, cell)}（${cell.source}）`] : [];
  });
  const end = fact.unexplained ? "尚未采信，初审时须选定一个来源。" : fact.adopted ? `已采信 ${cellText(fact, fact.adopted)}${fact.adopted.note ? `：${fact.adopted.note}` : ""}。` : "";
  return `${parts.join("；")}。${end}`;
}

/** FactsPanel sets the sources of each fact side by side, section by section. */
export function FactsPanel({ facts }: { facts: readonly FactSides[] }) {
  const [narrow, setNarrow] = useState(false);
  const differing = facts.filter((f) => f.differs).length;
  const unknown = facts.filter((f) => f.best === null).length;
  const shown = narrow ? facts.filter((f) => f.differs || f.best === null) : facts;
  return (
    <Panel
      title="家庭经济状况"
      extra={
        facts.length > 0 && (
          <span className="cw-inline">
            <span className="zf-help">▲ 不一致 {differing} 项，未知 {unknown} 项</span>
            <Checkbox checked={narrow} onChange={(e) => setNarrow(e.target.checked)}>只看不一致和未知</Checkbox>
          </span>
        )
      }
    >
      {facts.length === 0 && <EmptyState title="还没有任何来源" next="申请时没有填写的各项，由信息核对和入户调查补充。" />}
      {facts.length > 0 && shown.length === 0 && <p className="zf-help">各来源一致，也没有未知项。</p>}
      {bySection(shown, moneyFirst).map(([section, rows]) => (
        <details key={`${section}.${narrow}`} className="cw-sub cw-sides" open={narrow || money.includes(section) || rows.some((r) => r.differs || r.best === null)}>
          <summary>{section} <span className="zf-help">{rows.length} 项</span>{rows.some((r) => r.type === "money_monthly") ? "（元/月）" : rows.some((r) => r.type === "money") ? "（金额为元）" : ""}</summary>
          <SideBySide caption={`${section}：申报、核对、入户、采信对照`} columns={columns} rows={rows.map(row)} />
        </details>
      ))}
    </Panel>
  );
}

function row(fact: FactSides): FactRow {
  return {
    key: `${fact.person_id ?? "h"}.${fact.key}`,
    label: <>{fact.label}{fact.member_name && <span className="zf-help"> · {fact.member_name}</span>}</>,
    difference: differenceText(fact),
    cells: [cell(fact, fact.declared), cell(fact, fact.verified), cell(fact, fact.surveyed), believed(fact)],
  };
}

function cell(fact: FactSides, c: FactCell | undefined): ReactNode | undefined {
  if (!c) return undefined;
  if (c.value === null) return <Unknown why={c.note || undefined} />;
  return <span title={`${c.source}，${c.by_name} ${dateTime(c.at)}${c.note ? `，${c.note}` : ""}`}>{cellText(fact, c)}</span>;
}

/** What the policy is asked with: the adopted value, else the source that goes first, in grey. */
function believed(fact: FactSides): ReactNode | undefined {
  if (fact.best === null || fact.best === undefined) return fact.best_kind ? <Unknown /> : undefined;
  const from = fact.best_kind ? fact[fact.best_kind] : undefined;
  const text = from ? cellText(fact, from) : String(fact.best);
  return fact.best_kind === "adopted" ? <strong>{text}</strong> : <span className="zf-help" title={`按${fact.best_kind ? kindNames[fact.best_kind] : ""}`}>{text}</span>;
}
