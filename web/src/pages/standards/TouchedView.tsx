import { Alert } from "antd";
import { count, MoneyText, Stat, TableView, type Column } from "@/components";
import { computed } from "../policy/words";
import { percent, type Touched } from "./calls";

type Row = NonNullable<Touched["values"]>[number];
type ItemRow = NonNullable<Touched["items"]>[number];

const typeOf = (unit: string) => (unit.startsWith("fen") ? "money" : unit === "ratio" ? "ratio" : "int");
/** A price's rise is said in per cent, other ratios as times. */
const shown = (v: number | null | undefined, r: Pick<Row, "parameter" | "unit">) =>
  v === null || v === undefined ? "没有规定" : r.parameter.endsWith("cpi_rise") ? percent(v) : computed(v, typeOf(r.unit), r.unit);
const areas: Record<string, string> = { urban: "城镇", rural: "农村" };

const values: Column<Row>[] = [
  { key: "label", title: "标准", render: (v) => v.label },
  { key: "place", title: "地区", wrap: true, render: (v) => <>{v.place_name}{v.area ? ` ${areas[v.area]}` : ""}</> },
  { key: "before", title: "现行", align: "right", render: (v) => shown(v.before, v) },
  { key: "after", title: "调整后", align: "right", render: (v) => shown(v.after, v) },
  { key: "moved", title: "变化", align: "right", render: (v) => (v.before === null || v.after === null ? "" : moved(v.before, v.after, v)) },
  { key: "floor", title: "省定底线", align: "right", render: (v) => (v.floor === undefined || v.floor === null ? "" : shown(v.floor, v)) },
];

function moved(before: number, after: number, row: Row): string {
  const by = after - before;
  const rate = before > 0 ? `（${by >= 0 ? "+" : "−"}${Math.abs(Math.round((by / before) * 1000) / 10)}%）` : "";
  return by === 0 ? "不变" : `${by > 0 ? "提高" : "降低"} ${shown(Math.abs(by), row)}${rate}`;
}

const items: Column<ItemRow>[] = [
  { key: "name", title: "相关事项", wrap: true, render: (i) => i.name },
  { key: "people", title: "现在享受的人", align: "right", render: (i) => (i.people === null ? "登记册不记" : count(i.people)) },
  { key: "households", title: "户", align: "right", render: (i) => (i.households === null ? "" : count(i.households)) },
];

/** TouchedView shows whom a change touches: before and after, the people who hold what depends on it, who gains and loses. */
export function TouchedView({ touched }: { touched: Touched }) {
  const e = touched.effect;
  return (
    <>
      {(touched.warnings ?? []).length > 0 && <Alert className="vs-gap" type="warning" showIcon title="新的底线高于一些地方的现行标准" description={<ul>{touched.warnings!.map((w) => <li key={w}>{w}</li>)}</ul>} />}
      <div className="st-figures">
        <Stat label="现在享受相关待遇" value={touched.people} unit="人" />
        <Stat label="其中家庭" value={touched.households} unit="户" />
        {e && !e.withheld && <><Stat label="待遇提高" value={e.gain} unit="户" /><Stat label="待遇降低" value={e.lose} unit="户" /><Stat label="新符合条件" value={e.enter} unit="户" /><Stat label="不再符合" value={e.leave} unit="户" /></>}
      </div>
      {e && !e.withheld && touched.households === 0 && <p className="zf-help">登记册里还没有人享受相关待遇；上面的户数是按登记册的情况逐户测算的结果。</p>}
      {e?.withheld && <p className="zf-help">待遇有变动的家庭不足 3 户，不显示户数和金额。</p>}
      {e && !e.withheld && <p>每月支出：现行 <MoneyText fen={e.monthly_fen} /> 元，调整后 <MoneyText fen={e.changed_fen} /> 元（测算 {count(e.households)} 户）。</p>}
      {touched.no_effect && <p className="zf-help">{touched.no_effect}</p>}
      <TableView label="调整前后" columns={values} rows={touched.values ?? []} rowKey={(v) => `${v.parameter}${v.place}${v.area ?? ""}`} />
      <TableView label="相关事项" columns={items} rows={touched.items ?? []} rowKey={(i) => i.item} />
    </>
  );
}
