import { useQuery } from "@tanstack/react-query";
import { QueryView } from "@/components";
import { adviceDetailQuery, type AdviceDetail, type AdviceItem } from "./advice";
import { FigureTree } from "./FigureTree";
import { clauseText } from "./ResultPanel";

interface Props { id: string; version: number; item: AdviceItem }

/** AdviceDetailView explains one item: its conditions, each figure down to its sources, what is missing, what would have to differ. */
export function AdviceDetailView({ id, version, item }: Props) {
  const query = useQuery(adviceDetailQuery(id, version, item.item, item.person_id));
  return (
    <>
      {item.lacking.length > 0 && (
        <section aria-labelledby="cw-lacking">
          <h3 id="cw-lacking">还缺的证据，谁能提供</h3>
          <table className="zf-facts">
            <tbody>{item.lacking.map((l) => <tr key={`${l.person ?? ""}.${l.label}`}><th scope="row">{l.person && `${l.person}的`}{l.label}</th><td>{l.supplier}</td></tr>)}</tbody>
          </table>
        </section>
      )}
      <QueryView query={query}>
        {(detail) => (
          <>
            {detail.difference && <WouldDiffer difference={detail.difference} />}
            {detail.movements.length > 0 && (
              <section className="cw-sub" aria-labelledby="cw-moves">
                <h3 id="cw-moves">金额怎样随情况变化</h3>
                <ul className="cw-list">{detail.movements.map((m) => <li key={m}>{m}</li>)}</ul>
              </section>
            )}
            <section className="cw-sub" aria-labelledby="cw-figures">
              <h3 id="cw-figures">每个数字的来历</h3>
              <p className="zf-help">点开一项，看它怎么算、用了哪些事实和标准，事实由谁在何时提供。</p>
              <FigureTree detail={detail} rules={item.rules} />
            </section>
          </>
        )}
      </QueryView>
    </>
  );
}

function WouldDiffer({ difference: d }: { difference: NonNullable<AdviceDetail["difference"]> }) {
  return (
    <section className="cw-sub" aria-labelledby="cw-differ">
      <h3 id="cw-differ">若要改变结论</h3>
      {d.alone.length > 0 && (
        <>
          <p>下面任何一项成立，就会符合条件：</p>
          <ul className="cw-list">{d.alone.map((w) => <li key={w}>{w}</li>)}</ul>
        </>
      )}
      {d.alone.length === 0 && <p>没有哪一项单独改变就够。{d.together ? "以下各条都要满足（每条各取第一种办法就够）：" : "以下各条都要满足："}</p>}
      {d.rules.map((r) => (
        <div key={r.rule} className="cw-sub">
          <strong>{r.rule}</strong> <span className="zf-help">{clauseText(r.clause)}</span>
          <div className="zf-help">{r.reason}</div>
          {d.alone.length > 0 && d.rules.length === 1 ? null : r.ways.length > 0 ? <ul className="cw-list">{r.ways.map((w) => <li key={w}>{w}</li>)}</ul> : <p className="zf-help">没有当事人能改变的单项事实可以使这一条成立。</p>}
        </div>
      ))}
      <p className="zf-help">数值精确到分，由政策规则逐一试算得出，只供核对和解释，不是要求当事人照做。</p>
    </section>
  );
}
