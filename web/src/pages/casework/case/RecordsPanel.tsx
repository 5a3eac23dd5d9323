import { date, Panel } from "@/components";
import { countyVisitNames, recordNames } from "../names";
import type { CaseHeader, CaseStep } from "../types";

/** RecordsPanel opens what was written down at each step that is done: survey, report, opinion, appraisal. */
export function RecordsPanel({ steps, countyVisit }: { steps: readonly CaseStep[]; countyVisit: CaseHeader["county_visit"] }) {
  const done = steps.filter((s) => s.state === "done");
  return (
    <Panel title="办理记录" extra={<span className="zf-help">县级入户：{countyVisitNames[countyVisit]}</span>}>
      {done.length === 0 && <p className="zf-help">还没有办完的步骤。</p>}
      {done.map((s) => (
        <details key={s.id ?? s.step} className="cw-record">
          <summary>
            <strong>{s.name}{s.round > 1 && `（第 ${s.round} 次）`}</strong>
            <span>{s.exit_name}</span>
            <span className="zf-help">{s.done_by} {s.closed_at && date(s.closed_at)}</span>
          </summary>
          <dl className="cw-dl">
            {s.comment && <><dt>意见</dt><dd className="cw-pre">{s.comment}</dd></>}
            {entries(s.data).map(([label, text]) => <Line key={label} label={label} text={text} />)}
            {s.clause && <><dt>依据</dt><dd>{s.clause}</dd></>}
          </dl>
        </details>
      ))}
    </Panel>
  );
}

function Line({ label, text }: { label: string; text: string }) {
  return <><dt>{label}</dt><dd className="cw-pre">{text}</dd></>;
}

/** entries turns the recorded data into lines that people read; what has no name in words is for machines only. */
export function entries(data: Record<string, unknown> | undefined): [string, string][] {
  const out: [string, string][] = [];
  for (const [key, value] of Object.entries(data ?? {})) {
    const label = recordNames[key];
    const text = label ? textOf(value) : "";
    if (label && text) out.push([label, text]);
  }
  return out;
}

function textOf(value: unknown): string {
  if (value === null || value === undefined || value === "") return "";
  if (typeof value === "boolean") return value ? "是" : "否";
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join("、");
  if (typeof value === "object") {
    const { name, office } = value as { name?: unknown; office?: unknown };
    return typeof name === "string" ? `${name}${typeof office === "string" && office ? `（${office}）` : ""}` : "";
  }
  return String(value);
}
