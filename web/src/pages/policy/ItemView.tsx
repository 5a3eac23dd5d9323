import type { PackView, PolicyItem } from "@/api/policy";
import { DateText, Panel, SampleMark, StatusTag } from "@/components";
import { ClauseText } from "./ClauseText";
import { useLabels } from "./labels";
import { RuleList } from "./RuleList";
import { kinds, units } from "./words";

interface Props {
  item: PolicyItem;
  pack: PackView;
  highlight: string;
}

/** ItemView is one item whole: who may apply, with what, who is left out, the rules, the amount, what follows. */
export function ItemView({ item, pack, highlight }: Props) {
  const labels = useLabels(pack, item);
  const procedure = (pack.procedures ?? []).find((p) => p.id === item.procedure)?.name ?? item.procedure;
  return (
    <div>
      <Panel title={item.name} extra={<StatusTag tone="blue">{kinds[item.kind] ?? item.kind}，{units[item.unit] ?? item.unit}</StatusTag>}>
        <dl className="zf-pairs">
          <div><dt>依据</dt><dd><ClauseText clause={item.clause} />{item.from && <>，自 <DateText value={item.from} /> 施行</>}</dd></div>
          {item.apply && <div><dt>谁可以申请</dt><dd>{item.apply.who}</dd></div>}
          {item.apply && <div><dt>到哪里申请</dt><dd>{item.apply.text}（<ClauseText clause={item.apply.clause} />）</dd></div>}
          <div><dt>办理程序</dt><dd>{procedure}</dd></div>
        </dl>
      </Panel>
      <Panel title="认定规则">
        <RuleList rules={item.rules ?? []} highlight={highlight} labels={labels} />
      </Panel>
      {item.amount && (
        <Panel title="金额">
          <p>{item.amount.label}（<ClauseText clause={item.amount.clause} />）</p>
          <pre className="zf-expr" tabIndex={0} aria-label="金额算式">{item.amount.expr}</pre>
          <p className="zf-help">取整：{item.amount.rounding.note || item.amount.rounding.rule}<SampleMark status={item.amount.rounding.status} /></p>
        </Panel>
      )}
      {(item.exclusions ?? []).length > 0 && (
        <Panel title="不计入共同生活的家庭成员">
          <ul className="zf-lines">
            {(item.exclusions ?? []).map((e) => <li key={e.id}>{e.name}<small><ClauseText clause={e.clause} /></small></li>)}
          </ul>
        </Panel>
      )}
      {(item.materials ?? []).length > 0 && (
        <Panel title="材料">
          <ul className="zf-lines">
            {(item.materials ?? []).map((m) => (
              <li key={m.id}>{m.name}<small>{m.required ? "必交" : (m.when ?? "可后补")}，<ClauseText clause={m.clause} /></small></li>
            ))}
          </ul>
        </Panel>
      )}
      {((item.derives ?? []).length > 0 || (item.excludes ?? []).length > 0 || (item.reverification ?? []).length > 0) && (
        <Panel title="确认之后">
          <ul className="zf-lines">
            {(item.reverification ?? []).map((r, i) => (
              <li key={`r${i}`}>{r.who}：每 {r.months} 个月{r.what === "visit" ? "入户一次" : "核对一次"}<small><ClauseText clause={r.clause} /></small></li>
            ))}
            {(item.derives ?? []).map((d) => <li key={d.name}>免申即享：{d.name}<small><ClauseText clause={d.clause} /></small></li>)}
            {(item.excludes ?? []).map((x) => <li key={x.name}>不能同时享受：{x.name}<small><ClauseText clause={x.clause} /></small></li>)}
          </ul>
        </Panel>
      )}
    </div>
  );
}
