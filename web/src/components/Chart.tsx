import { useNavigate } from "@tanstack/react-router";
import { Segmented } from "antd";
import { lazy, Suspense, useState } from "react";
import { BarList } from "./BarList";
import { count } from "./format";
import { Panel } from "./Panel";

export interface ChartPoint {
  label: string;
  value: number;
  /** The list behind this bar; a click opens it. */
  to?: string;
  search?: Record<string, string>;
}

interface Props {
  /** The question the chart answers: "本月哪些县逾期最多？" */
  question: string;
  points: readonly ChartPoint[];
  /** What is counted: "件", "元". */
  unit: string;
  /** bar (default) compares; line shows a course over time and fetches ECharts. */
  kind?: "bar" | "line";
  format?: (value: number) => string;
}

const LineCanvas = lazy(() => import("./LineCanvas"));

/** Chart answers the question in its title; every bar opens its list, and the same numbers stand in a table. */
export function Chart({ question, points, unit, kind = "bar", format = count }: Props) {
  const [view, setView] = useState<"chart" | "table">("chart");
  const navigate = useNavigate();
  const open = (point: ChartPoint) => point.to && void navigate({ to: point.to, search: point.search ?? {} });
  return (
    <Panel
      title={question}
      extra={
        <Segmented<"chart" | "table">
          size="small"
          aria-label="图或表"
          value={view}
          onChange={(next) => setView(next)}
          options={[{ value: "chart", label: "图" }, { value: "table", label: "表" }]}
        />
      }
    >
      {points.length === 0 && <p className="zf-help">没有数据。</p>}
      {points.length > 0 && view === "chart" && kind === "bar" && <BarList question={question} points={points} unit={unit} format={format} />}
      {points.length > 0 && view === "chart" && kind === "line" && (
        <Suspense fallback={<div style={{ height: 280 }} />}>
          <LineCanvas question={question} points={points} unit={unit} format={format} onOpen={open} />
        </Suspense>
      )}
      {points.length > 0 && view === "table" && (
        <table className="zf-facts">
          <thead><tr><th scope="col">名称</th><th scope="col" className="zf-right">{unit}</th></tr></thead>
          <tbody>
            {points.map((point) => (
              <tr key={point.label}>
                <th scope="row">
                  {point.to ? <button type="button" className="zf-link" onClick={() => open(point)}>{point.label}</button> : point.label}
                </th>
                <td className="zf-right zf-num">{format(point.value)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
