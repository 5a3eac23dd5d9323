import { Link } from "@tanstack/react-router";
import type { ChartPoint } from "./Chart";

interface Props {
  question: string;
  points: readonly ChartPoint[];
  unit: string;
  format: (value: number) => string;
}

/**
 * BarList draws bars as what they are: a list of names, lengths and numbers. Each bar is a link to its list, so the keyboard
 * reaches it and it is read aloud; and it weighs nothing at first load.
 */
export function BarList({ question, points, unit, format }: Props) {
  const most = Math.max(1, ...points.map((p) => p.value));
  return (
    <ul className="zf-bars" aria-label={`${question}（${unit}）`}>
      {points.map((point) => {
        const bar = (
          <>
            <span className="zf-bar-name">{point.label}</span>
            <span className="zf-bar-track" aria-hidden="true">
              <span className="zf-bar" style={{ width: `${(Math.max(0, point.value) / most) * 100}%` }} />
            </span>
            <span className="zf-bar-value zf-num">{format(point.value)}<span className="zf-hidden">{unit}</span></span>
          </>
        );
        return (
          <li key={point.label}>
            {point.to ? <Link to={point.to} search={point.search ?? {}} className="zf-bar-row">{bar}</Link> : <span className="zf-bar-row">{bar}</span>}
          </li>
        );
      })}
    </ul>
  );
}
