import { CheckCircleFilled, CloseCircleFilled, QuestionCircleFilled } from "@ant-design/icons";
import type { ReactNode } from "react";
import { MoneyText, Panel, SampleMark, yuan } from "@/components";
import type { CaseMember, Clause, MissingFact, ParameterUsed, PolicyResult, RuleResult } from "../types";

const outcomes: Record<PolicyResult["outcome"], { title: string; tone: string }> = {
  eligible: { title: "符合条件", tone: "green" },
  ineligible: { title: "不符合条件", tone: "red" },
  needs_evidence: { title: "证据不足，还不能得出结论", tone: "amber" },
};

export const clauseText = (c: Clause | null | undefined) => (c ? `${c.document || c.id}${c.article}` : "");

interface Props {
  result: PolicyResult | undefined;
  problem?: string;
  members: readonly Pick<CaseMember, "person_id" | "name">[];
  title?: string;
}

/** ResultPanel is what the policy text says on the facts believed now: each rule with its figures, its clause and why. */
export function ResultPanel({ result, problem, members, title = "政策结论" }: Props) {
  if (!result) {
    return <Panel title={title}><p className="zf-unknown">{problem || "还没有可以计算的事实。"}</p></Panel>;
  }
  const { title: outcome, tone } = outcomes[result.outcome];
  const parameters = result.parameters ?? [];
  const marked = parameters.filter((p) => p.status !== "official" || p.carried);
  const missing = result.missing ?? [];
  return (
    <Panel title={title}>
      <p className={`cw-outcome zf-${tone}`}>
        <strong>{outcome}</strong>
        {result.outcome === "eligible" && result.amount_fen != null && <span>每月金额 <MoneyText fen={result.amount_fen} unit="元" /></span>}
      </p>
      <ul className="cw-rules">{(result.rules ?? []).map((rule) => <Rule key={rule.id} rule={rule} parameters={parameters} members={members} />)}</ul>
      {missing.length > 0 && (
        <div className="cw-sub">
          <h3>还缺的证据</h3>
          <ul className="cw-list">{grouped(missing, members).map((line) => <li key={line}>{line}</li>)}</ul>
          <p className="zf-help">未知不等于没有：取得这些证据后重新计算。</p>
        </div>
      )}
      {marked.length > 0 && (
        <details className="cw-sub">
          <summary>有 {marked.length} 项标准是示例值、省定底线、沿用上期或未知</summary>
          <ul className="cw-list">
            {marked.map((p) => (
              <li key={p.id}>{p.label} {parameterText(p)}{p.value !== null && <SampleMark status={p.status} />}{p.carried && <span className="zf-help">（沿用上期公布的数值）</span>}</li>
            ))}
          </ul>
        </details>
      )}
      <p className="zf-help cw-sub">按 {result.date} 的政策文本 {result.pack.name} {result.pack.version} 计算。</p>
    </Panel>
  );
}

function parameterText(p: ParameterUsed): string {
  if (p.value === null) return p.note ? `未知（${p.note}）` : "未知";
  if (typeof p.value === "boolean") return p.value ? "是" : "否";
  return p.unit.startsWith("fen") ? `${yuan(p.value)} 元` : "";
}

function Rule({ rule, parameters, members }: { rule: RuleResult; parameters: readonly ParameterUsed[]; members: readonly Pick<CaseMember, "person_id" | "name">[] }) {
  const [icon, word, tone]: [ReactNode, string, string] =
    rule.passed === true ? [<CheckCircleFilled key="i" aria-hidden />, "符合", "green"]
    : rule.passed === false ? [<CloseCircleFilled key="i" aria-hidden />, "不符合", "red"]
    : [<QuestionCircleFilled key="i" aria-hidden />, "未知", "amber"];
  const values = rule.values ?? [];
  const status = parameters.find((p) => p.status !== "official" && values.some((v) => v.id === p.id))?.status;
  return (
    <li className={`cw-rule cw-rule-${tone}`}>
      {icon}
      <div>
        <div><span className="zf-hidden">{word}：</span><strong>{rule.name}</strong> <SampleMark status={status} /></div>
        <div>{rule.passed === true ? rule.text : rule.passed === false ? rule.reason || rule.text : lacking(rule.missing ?? [], members) || rule.text}</div>
        {values.length > 0 && (
          <details>
            <summary className="zf-help">{clauseText(rule.clause)} · 计算依据</summary>
            <table className="zf-facts"><tbody>{values.map((v) => <tr key={v.id}><th scope="row">{v.label}</th><td className="zf-right">{v.text}</td></tr>)}</tbody></table>
          </details>
        )}
        {values.length === 0 && <div className="zf-help">{clauseText(rule.clause)}</div>}
      </div>
    </li>
  );
}

/** lacking says in one line what a rule waits for; the whole list stands below the rules. */
export function lacking(missing: readonly MissingFact[], members: readonly Pick<CaseMember, "person_id" | "name">[]): string {
  if (missing.length === 0) return "";
  const first = missing.slice(0, 2).map((m) => {
    const name = members.find((p) => p.person_id === m.member)?.name;
    return name ? `${name}的${m.label}` : m.label;
  });
  return `未知：${first.join("、")}${missing.length > 2 ? `等 ${missing.length} 项` : ""}`;
}

/** grouped names what is missing by whom it is about: "李建国：工资性收入、经营净收入". */
export function grouped(missing: readonly MissingFact[], members: readonly Pick<CaseMember, "person_id" | "name">[]): string[] {
  const by = new Map<string, string[]>();
  for (const m of missing) {
    const who = m.member ? (members.find((p) => p.person_id === m.member)?.name ?? "成员") : "全家";
    by.set(who, [...(by.get(who) ?? []), m.label]);
  }
  return [...by].map(([who, labels]) => `${who}：${[...new Set(labels)].join("、")}`);
}
