import { count, yuan } from "@/components/format";
import { Panel } from "@/components/Panel";
import { TableView, type Column } from "@/components/TableView";
import { signed, type SimulationResult } from "./calls";

const few = "少于 3 户，不显示";
const percent = (share: number) => `${(share * 100).toFixed(2)}%`;

function points(before: number, after: number): string {
  const shown = (share: number) => Math.round(share * 10_000); // as the columns beside it show them
  const by = (shown(after) - shown(before)) / 100;
  return `${by > 0 ? "+" : by < 0 ? "−" : ""}${Math.abs(by).toFixed(2)} 个百分点`;
}

const plus = (n: number) => (n > 0 ? `+${count(n)}` : n < 0 ? `−${count(-n)}` : "0");

type Row = readonly [name: string, before: string, after: string, more: string];

const columns: readonly Column<Row>[] = [
  { key: "name", title: "口径", primary: true, wrap: true, render: ([name]) => name },
  { key: "before", title: "原来", align: "right", render: ([, before]) => before },
  { key: "after", title: "改变后", align: "right", render: ([, , after]) => after },
  { key: "more", title: "变化", align: "right", render: ([, , , more]) => more },
];

function Rows({ title, rows, note }: { title: string; rows: readonly Row[]; note: string }) {
  return (
    <Panel title={title}>
      {rows.length > 0 && <TableView<Row> label={title} columns={columns} rows={rows} rowKey={([name]) => name} />}
      <p className="zf-help">{note}</p>
    </Panel>
  );
}

/** MoneyTable: what it costs by the month and the year. */
export function MoneyTable({ result }: { result: SimulationResult }) {
  const t = result.total;
  const money = (name: string, before: number, after: number): Row => (t.withheld ? [name, "—", "—", "—"] : [name, yuan(before), yuan(after), signed(after - before)]);
  return (
    <Rows
      title="每月和每年多少钱（元）？"
      rows={[
        money("按月发放的，每月", t.month_before, t.month_after),
        money("全年（按月的乘 12，加按年的）", t.year_before, t.year_after),
        (t.hidden ?? []).includes("once") ? ["一次性的，另计", "隐去", "隐去", "隐去"] : money("一次性的，另计", t.once_before, t.once_after),
      ]}
      note={t.withheld ? `变动的家庭${few}金额，以免由合计推算到户。` : "符合不等于已经申请：这里按全部符合的家庭计算，是上限。"}
    />
  );
}

/** PovertyTable: poverty and inequality before and after. */
export function PovertyTable({ result }: { result: SimulationResult }) {
  const { before: a, after: b } = result;
  if (a.withheld) return <Rows title="贫困和收入差距怎样变化？" rows={[]} note={few} />;
  return (
    <Rows
      title="贫困和收入差距怎样变化？"
      rows={[
        ["低于低保标准的户", count(a.poor), count(b.poor), plus(b.poor - a.poor)],
        ["差额合计，每月（元）", yuan(a.gap_fen), yuan(b.gap_fen), signed(b.gap_fen - a.gap_fen)],
        ["低于标准的人所占比例（P0）", percent(a.p0), percent(b.p0), points(a.p0, b.p0)],
        ["平均差多少（P1，占标准的比例）", percent(a.p1), percent(b.p1), points(a.p1, b.p1)],
        ["最困难的人差多少（P2，差距平方后平均）", percent(a.p2), percent(b.p2), points(a.p2, b.p2)],
        [`基尼系数（测得收入的 ${count(b.households)} 户）`, a.gini.toFixed(4), b.gini.toFixed(4), (b.gini - a.gini).toFixed(4)],
      ]}
      note="收入按低保计入的口径，加上按月发放的待遇，各按当地改变前、后的低保标准；收入未知的家庭不在其中。标准提高时，低于标准的人会随之增多。"
    />
  );
}
