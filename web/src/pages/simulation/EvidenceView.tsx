import { count } from "@/components/format";
import { Panel } from "@/components/Panel";
import type { Column } from "@/components/TableView";
import { Chart } from "@/components/Chart";
import type { SimulationResult } from "./calls";
import { LongTable } from "./LongTable";

type Class = NonNullable<SimulationResult["evidence"]["classes"]>[number];
type Row = NonNullable<Class["facts"]>[number] & { group: string };

const alone = (n: number | null) => (n === null ? "少于 3" : count(n));

const columns: readonly Column<Row>[] = [
  { key: "label", title: "缺的事实", primary: true, wrap: true, render: (r) => r.label },
  { key: "group", title: "类别", render: (r) => r.group },
  { key: "households", title: "缺它的户", align: "right", render: (r) => count(r.households) },
  { key: "alone", title: "只缺这一项", align: "right", render: (r) => alone(r.alone) },
  { key: "source", title: "可由谁核对", wrap: true, render: (r) => r.source || "申报或入户" },
  { key: "items", title: "等它最多的事项", wrap: true, render: (r) => (r.items ?? []).join("、") },
];

/** EvidenceView says what to collect first: which facts are missing where the policy cannot decide. */
export function EvidenceView({ evidence }: { evidence: SimulationResult["evidence"] | undefined }) {
  const classes = evidence?.classes ?? [];
  if (!evidence || (classes.length === 0 && !evidence.withheld)) return null;
  const rows = classes.flatMap((c) => (c.facts ?? []).map((f) => ({ ...f, group: c.class }))).sort((a, b) => b.households - a.households);
  return (
    <>
      {classes.length > 1 && <Chart question="缺哪一类证据的家庭最多？" unit="户" points={classes.map((c) => ({ label: c.class, value: c.households }))} />}
      <Panel title="先补什么证据？">
        {evidence.withheld
          ? <p className="zf-help">证据不足的家庭少于 3 户，不显示。</p>
          : <p className="zf-help">{count(evidence.households)} 户至少有一个事项因证据不足判不了。下面是这些事项的规则用到、而没有人回答过的事实；一户可缺几项。</p>}
        {rows.length > 0 && <LongTable<Row> label="缺的证据" columns={columns} rows={rows} rowKey={(r) => `${r.of}.${r.fact}`} />}
      </Panel>
    </>
  );
}
