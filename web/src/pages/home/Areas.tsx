import { Link } from "@tanstack/react-router";
import { Segmented } from "antd";
import { useState } from "react";
import type { HomeNumbers } from "@/api/work";
import { BarList } from "@/components/BarList";
import { ProvinceMap } from "@/components/ProvinceMap";
import { outlineOf } from "@/components/ProvinceMapData";
import { count, Panel } from "@/components";
import { shortPlace } from "@/app/shortPlace";
import { kindOf, measures, type Measure } from "./measures";
import "./areas.css";

interface Props {
  /** The place one supervises, 12 digits. */
  division: string;
  areas: NonNullable<HomeNumbers["areas"]>;
  /** The list of cases, where one may open it. */
  list?: string;
}

/** Areas compares the places below a supervisor by a chosen number: map and bars for a province, bars for the others. */
export function Areas({ division, areas, list }: Props) {
  const [chosen, setChosen] = useState<Measure["key"]>("late");
  const [view, setView] = useState<"chart" | "table">("chart");
  const measure = measures.find((m) => m.key === chosen) ?? measures[0];
  const province = outlineOf(division);
  const kind = kindOf(areas[0]?.division ?? division);
  const question = `哪些${kind}${measure.label}最多？`;
  const rows = [...areas].sort((a, b) => b[measure.key] - a[measure.key] || a.division.localeCompare(b.division));
  const points = rows.map((a) => ({ label: shortPlace(a.division_name), value: a[measure.key], to: list, search: measure.search(a.division) }));
  return (
    <Panel
      title={question}
      extra={
        <div className="zf-areas-choice">
          <Segmented<Measure["key"]>
            size="small"
            aria-label="比较什么"
            value={measure.key}
            onChange={setChosen}
            options={measures.map((m) => ({ value: m.key, label: m.label }))}
          />
          <Segmented<"chart" | "table">
            size="small"
            aria-label="图或表"
            value={view}
            onChange={setView}
            options={[{ value: "chart", label: "图" }, { value: "table", label: "表" }]}
          />
        </div>
      }
    >
      {view === "table" && <Table rows={rows} first={kind} list={list} />}
      {view === "chart" && !province && <BarList question={question} unit="件" points={points} format={count} />}
      {view === "chart" && province && (
        <div className="zf-areas">
          <ProvinceMap
            province={province}
            question={question}
            measure={measure.label}
            tone={measure.tone}
            places={rows.map((a) => ({
              adcode: a.division.slice(0, 6),
              value: a[measure.key],
              more: measures.filter((m) => m !== measure).map((m) => [m.label, a[m.key]] as const),
              to: list,
              search: measure.search(a.division),
            }))}
          />
          <BarList question={question} unit="件" points={points} format={count} />
        </div>
      )}
    </Panel>
  );
}

function Table({ rows, first, list }: { rows: Props["areas"]; first: string; list?: string }) {
  return (
    <div className="zf-scroll">
      <table className="zf-facts">
        <thead>
          <tr><th scope="col">{first}</th>{measures.map((m) => <th key={m.key} scope="col" className="zf-right">{m.label}（件）</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((a) => (
            <tr key={a.division}>
              <th scope="row">{shortPlace(a.division_name)}</th>
              {measures.map((m) => (
                <td key={m.key} className="zf-right zf-num">
                  {list
                    ? <Link to={list} search={m.search(a.division)} aria-label={`${shortPlace(a.division_name)}：${m.label} ${count(a[m.key])} 件`}>{count(a[m.key])}</Link>
                    : count(a[m.key])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
