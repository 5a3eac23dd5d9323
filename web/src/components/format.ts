import dayjs from "dayjs";

/** yuan writes fen as yuan with thousands and two decimals: 265800 → "2,658.00". */
export function yuan(fen: number): string {
  const whole = Math.trunc(Math.abs(fen) / 100);
  const cents = Math.round(Math.abs(fen) % 100);
  const sign = fen < 0 ? "-" : "";
  return `${sign}${whole.toString().replace(/\B(?=(\d{3})+$)/g, ",")}.${cents.toString().padStart(2, "0")}`;
}

/** fenFrom reads what a person typed in yuan ("2,658", "2658.5"); null where it is no amount. Never through a float. */
export function fenFrom(text: string): number | null {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(text.trim().replace(/[,，\s]/g, ""));
  if (!match) return null;
  const fen = Number(match[2]) * 100 + Number((match[3] ?? "").padEnd(2, "0"));
  return match[1] ? -fen : fen;
}

const zone = 8 * 60; // China has one time zone and no summer time; the wall clock is that of Asia/Shanghai everywhere

/** inChina reads a moment as the wall clock of China, whatever the clock of the machine says. */
export function inChina(moment: string): dayjs.Dayjs {
  const at = dayjs(moment);
  return at.add(zone + at.toDate().getTimezoneOffset(), "minute");
}

/** date writes a moment or a date as 2026-11-22; a plain date passes through unshifted. */
export function date(value: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(value)) return value;
  const at = inChina(value);
  return at.isValid() ? at.format("YYYY-MM-DD") : value;
}

/** dateTime writes a moment as 2026-11-22 09:05. */
export function dateTime(value: string): string {
  const at = inChina(value);
  return at.isValid() ? at.format("YYYY-MM-DD HH:mm") : value;
}

/** count writes a whole number with thousands. */
export function count(value: number): string {
  return value.toString().replace(/\B(?=(\d{3})+$)/g, ",");
}
