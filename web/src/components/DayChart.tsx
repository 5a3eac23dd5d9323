import { Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { Panel } from "./Panel";

export interface DaySeries {
  name: string;
  colour: string;
  values: readonly (number | null)[];
  line?: boolean;
  dashed?: boolean;
}

interface Props {
  /** The question the chart answers. */
  question: string;
  days: readonly string[];
  series: readonly DaySeries[];
  unit: string;
  format: (value: number) => string;
}

const DayCanvas = lazy(() => import("./DayCanvas"));

/** DayChart answers the question in its title by day; the same numbers stand in a table. */
export function DayChart({ question, days, series, unit, format }: Props) {
  const [view, setView] = useState<"chart" | "table">("chart");
  return (
    <Panel
      level={3}
      title={question}
      extra={
        <Segmented<"chart" | "table"> size="small" aria-label={`${question}图或表`} value={view} onChange={setView} options={[{ value: "chart", label: "图" }, { value: "table", label: "表" }]} />
      }
    >
      {days.length === 0 && <p className="zf-help">这段时间没有查询。</p>}
      {days.length > 0 && view === "chart" && (
        <Suspense fallback={<div style={{ height: 280 }} />}>
          <DayCanvas question={question} days={days} series={series} unit={unit} format={format} />
        </Suspense>
      )}
      {days.length > 0 && view === "table" && (
        <div className="zf-scroll" tabIndex={0} role="region" aria-label={`${question}（表格）`}>
          <table className="zf-facts">
            <thead><tr><th scope="col">日期</th>{series.map((s) => <th key={s.name} scope="col" className="zf-right">{s.name}（{unit}）</th>)}</tr></thead>
            <tbody>
              {days.map((day, i) => (
                <tr key={day}>
                  <th scope="row">{day}</th>
                  {series.map((s) => {
                    const v = s.values[i];
                    return <td key={s.name} className="zf-right zf-num">{v === null || v === undefined ? "—" : format(v)}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  );
}
