import { Alert } from "antd";
import { Chart } from "@/components/Chart";
import { count, yuan } from "@/components/format";
import { Panel } from "@/components/Panel";
import { ProvinceMap } from "@/components/ProvinceMap";
import { SampleMark } from "@/components/SampleMark";
import { Stat } from "@/components/Stat";
import type { Column } from "@/components/TableView";
import { signed, type SimulationGroup, type SimulationResult } from "./calls";
import { EvidenceView } from "./EvidenceView";
import { LongTable } from "./LongTable";
import { MoneyTable, PovertyTable } from "./MoneyTable";
import { SamplesView } from "./SamplesView";

type ItemLine = NonNullable<SimulationResult["items"]>[number];
type Overlap = NonNullable<SimulationResult["overlaps"]>[number];

const inYuan = (value: number) => yuan(Math.round(value * 100));
const hidden = "隐去";

const groupColumns: readonly Column<SimulationGroup>[] = [
  { key: "name", title: "分组", primary: true, render: (g) => g.name },
  { key: "households", title: "户数", align: "right", render: (g) => (g.withheld ? hidden : count(g.households)) },
  { key: "enters", title: "进入", align: "right", render: (g) => (g.withheld ? "—" : count(g.enters)) },
  { key: "leaves", title: "退出", align: "right", render: (g) => (g.withheld ? "—" : count(g.leaves)) },
  { key: "gains", title: "增加", align: "right", render: (g) => (g.withheld ? "—" : count(g.gains)) },
  { key: "loses", title: "减少", align: "right", render: (g) => (g.withheld ? "—" : count(g.loses)) },
  { key: "after", title: "每年（元）", align: "right", render: (g) => (g.withheld ? "—" : yuan(g.year_after)) },
  { key: "more", title: "每年变化（元）", align: "right", render: (g) => (g.withheld ? "—" : signed(g.year_after - g.year_before)) },
];

const rhythm = { none: "—", month: "每月", year: "每年", once: "一次" } as const;

function Money({ item, fen }: { item: ItemLine; fen: number }) {
  return item.rhythm === "none" || item.withheld ? "—" : yuan(fen);
}

const movedIn = (i: ItemLine) => i.enters + i.leaves + i.gains + i.loses;

const registered = (item: ItemLine, n: number | null) => (n !== null ? count(n) : item.register_withheld ? hidden : "—");

const itemColumns: readonly Column<ItemLine>[] = [
  { key: "name", title: "事项", primary: true, wrap: true, render: (i) => <>{i.name}{(i.samples ?? []).length > 0 && <> <SampleMark status="sample" /></>}{(i.floors ?? []).length > 0 && <> <SampleMark status="floor" /></>}</> },
  { key: "before", title: "原符合", align: "right", render: (i) => (i.withheld ? hidden : `${count(i.before)} ${i.unit === "person" ? "人" : "户"}`) },
  { key: "after", title: "现符合", align: "right", render: (i) => (i.withheld ? "—" : count(i.after)) },
  { key: "open", title: "证据不足", align: "right", render: (i) => (i.withheld ? "—" : count(i.open)) },
  { key: "fen", title: "原金额（元）", align: "right", render: (i) => <Money item={i} fen={i.fen_before} /> },
  { key: "fen2", title: "现金额（元）", align: "right", render: (i) => <Money item={i} fen={i.fen_after} /> },
  { key: "rhythm", title: "周期", render: (i) => rhythm[i.rhythm] },
  { key: "held", title: "现在享受", align: "right", render: (i) => registered(i, i.held) },
  { key: "uncovered", title: "符合而未享受", align: "right", render: (i) => registered(i, i.uncovered) },
  { key: "undue", title: "享受而不符合", align: "right", render: (i) => registered(i, i.undue) },
];

const overlapColumns: readonly Column<Overlap>[] = [
  { key: "pair", title: "同一户同时符合", primary: true, wrap: true, render: (o) => `${o.a} ＋ ${o.b}` },
  { key: "before", title: "原来（户）", align: "right", render: (o) => count(o.before) },
  { key: "after", title: "现在（户）", align: "right", render: (o) => count(o.after) },
  { key: "conflict", title: "说明", render: (o) => (o.conflict ? "同一人只能择一" : "") },
];

/** ResultView: who enters and leaves, where, of which kind, for how much, and how poverty moves. */
export function ResultView({ result, province }: { result: SimulationResult; province?: string }) {
  const t = result.total;
  const shown = (groups: readonly SimulationGroup[] | null) => (groups ?? []).filter((g) => !g.withheld);
  const cities = shown(result.cities);
  const places = cities.length > 1 ? cities : shown(result.counties);
  const moved = (g: SimulationGroup) => g.enters + g.leaves + g.gains + g.loses;
  const items = (result.items ?? []).filter((i) => i.withheld || i.register_withheld || i.before + i.after + i.open + (i.held ?? 0) > 0)
    .sort((a, b) => movedIn(b) - movedIn(a));
  const budget = items.filter((i) => i.fen_after !== i.fen_before).sort((a, b) => Math.abs(b.fen_after - b.fen_before) - Math.abs(a.fen_after - a.fen_before));
  return (
    <>
      {t.withheld ? (
        <Alert type="info" showIcon title="变动的家庭太少，不显示" description="进入、退出、增加或减少的家庭不足 3 户，显示出来会指向具体的人家。请把数值改得更多，或选更大的范围再算。" style={{ marginBlockEnd: 16 }} />
      ) : (
        <div className="zf-grid" style={{ marginBlockEnd: 16 }}>
          {([["新进入", t.enters, t.people_enter, "moves"], ["退出", t.leaves, t.people_leave, "moves"], ["增加", t.gains, t.people_gain, "changes"], ["减少", t.loses, t.people_lose, "changes"]] as const).map(([label, households, people, kind]) => (
            <div key={label} className="zf-span-3">
              {(t.hidden ?? []).includes(kind)
                ? <div className="zf-stat"><span className="zf-stat-label">{label}</span><span className="zf-stat-value">隐去<small> 有不足 3 户的</small></span></div>
                : <Stat label={label} value={households} unit={`户 ${count(people)} 人`} />}
            </div>
          ))}
        </div>
      )}
      <MoneyTable result={result} />
      <PovertyTable result={result} />
      {province && cities.length > 1 && (
        <Panel title="哪些市变动的家庭最多？">
          <ProvinceMap province={province} question="哪些市变动的家庭最多？" measure="变动" unit="户" places={cities.map((c) => ({ adcode: `${c.key}00`, value: moved(c) }))} />
        </Panel>
      )}
      <Chart question="哪里每年多花的钱最多？" unit="元" format={inYuan} points={places.map((g) => ({ label: g.name, value: (g.year_after - g.year_before) / 100 })).filter((p) => p.value > 0).sort((a, b) => b.value - a.value).slice(0, 20)} />
      <Chart question="哪类家庭变动最多？" unit="户" points={shown(result.types).map((g) => ({ label: g.name, value: moved(g) }))} />
      {budget.length > 0 && <Chart question="哪些事项多花钱？" unit="元" format={inYuan} points={budget.filter((i) => i.fen_after > i.fen_before).map((i) => ({ label: `${i.name}（${rhythm[i.rhythm]}）`, value: (i.fen_after - i.fen_before) / 100 }))} />}
      <Panel title="各事项">
        {result.threshold > 0 && <p className="zf-help">“隐去”：背后不足 {result.threshold} 户；为免由合计反推，同一张表里另有几行一并隐去。变动多的事项在前。</p>}
        <LongTable<ItemLine> label="各事项" columns={itemColumns} rows={items} rowKey={(i) => i.item} />
      </Panel>
      <Panel title="城乡和各类家庭"><LongTable<SimulationGroup> label="城乡和各类家庭" columns={groupColumns} rows={[...(result.areas ?? []), ...(result.types ?? [])]} rowKey={(g) => g.key} /></Panel>
      {(result.cities ?? []).length > 1 && <Panel title="各市"><LongTable<SimulationGroup> label="各市" columns={groupColumns} rows={result.cities ?? []} rowKey={(g) => g.key} /></Panel>}
      <Panel title="各县（市、区）"><LongTable<SimulationGroup> label="各县（市、区）" columns={groupColumns} rows={result.counties ?? []} rowKey={(g) => g.key} /></Panel>
      <EvidenceView evidence={result.evidence} />
      <SamplesView samples={result.samples} />
      {(result.overlaps ?? []).length > 0 && <Panel title="哪些救助重叠？"><LongTable<Overlap> label="重叠的救助" columns={overlapColumns} rows={result.overlaps ?? []} rowKey={(o) => `${o.a}+${o.b}`} /></Panel>}
      {(result.alarms ?? []).length > 0 && (
        <Panel title="需要核对的规则">
          {(result.alarms ?? []).map((a) => <Alert key={`${a.item}${a.rule ?? ""}${a.kind}`} type="warning" showIcon title={a.message} style={{ marginBlockEnd: 8 }} />)}
        </Panel>
      )}
    </>
  );
}
