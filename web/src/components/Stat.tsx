import { ExclamationCircleOutlined, WarningOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { count } from "./format";

interface Props {
  label: string;
  value: number;
  unit?: string;
  /** red late, amber due: shown with an icon and only when there are any. */
  tone?: "red" | "amber";
  /** The list behind the number. */
  to?: string;
  search?: Record<string, string>;
}

/** Stat is one number with its name; with `to` the whole card opens the list behind it. */
export function Stat({ label, value, unit = "件", tone, to, search }: Props) {
  const shown = value > 0 ? tone : undefined;
  const body = (
    <>
      <span className="zf-stat-label">
        {shown === "red" && <ExclamationCircleOutlined aria-hidden />}
        {shown === "amber" && <WarningOutlined aria-hidden />}
        {label}
      </span>
      <span className="zf-stat-value">{count(value)}<small> {unit}</small></span>
    </>
  );
  const name = shown ? `zf-stat zf-stat-${shown}` : "zf-stat";
  return to ? <Link to={to} search={search ?? {}} className={name}>{body}</Link> : <div className={name}>{body}</div>;
}
