import { date, dateTime } from "./format";

/** DateText shows 2026-11-22, with the time of day where asked; nothing known is a dash that is read as 无. */
export function DateText({ value, time = false }: { value: string | null | undefined; time?: boolean }) {
  if (!value) return <span aria-label="无">—</span>;
  return <time className="zf-num" dateTime={value}>{time ? dateTime(value) : date(value)}</time>;
}
