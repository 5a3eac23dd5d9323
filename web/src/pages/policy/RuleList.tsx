import type { PolicyRule } from "@/api/policy";
import { ClauseText } from "./ClauseText";
import { fill } from "./labels";
import { Span } from "./Span";

interface Props {
  rules: PolicyRule[];
  highlight: string;
  /** Names for the placeholders of the texts. */
  labels: ReadonlyMap<string, string>;
}

/** RuleList shows each rule as sentence, clause and the very expression that decides. */
export function RuleList({ rules, highlight, labels }: Props) {
  const hit = (rule: PolicyRule) =>
    highlight !== "" && `${rule.name}${rule.text}${rule.reason}${rule.clause.document}${rule.clause.article}`.includes(highlight);
  return (
    <ol className="zf-rules">
      {rules.map((rule) => (
        <li key={rule.id} className={hit(rule) ? "zf-hit" : undefined}>
          <div className="zf-rule-head">
            <strong>{rule.name}</strong>
            <ClauseText clause={rule.clause} />
          </div>
          {rule.text && <p>{fill(rule.text, labels)}</p>}
          <p className="zf-help">不符合时告知：{fill(rule.reason, labels)}</p>
          {(rule.from || rule.until) && (
            <p className="zf-help">适用：<Span from={rule.from} until={rule.until} /></p>
          )}
          <details>
            <summary>算式</summary>
            <pre className="zf-expr" tabIndex={0} aria-label={`${rule.name}的算式`}>{rule.when ?? `事项 ${rule.item ?? ""} 的全部规则`}</pre>
            <span className="zf-help">编号 <code>{rule.id}</code>，写在 {rule.origin} 包</span>
          </details>
        </li>
      ))}
    </ol>
  );
}
