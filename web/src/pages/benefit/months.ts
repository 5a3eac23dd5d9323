/** monthText writes 2026-12 or 2026-12-01 as 2026年12月. */
export function monthText(value: string): string {
  const [year, month] = value.split("-");
  return `${year}年${Number(month)}月`;
}

/** monthsBack lists months as choices, from `ahead` months after the day given back through `count` of them. */
export function monthsBack(day: string, count: number, ahead: number): { value: string; label: string }[] {
  const [year, month] = day.split("-").map(Number);
  const last = (year ?? 0) * 12 + (month ?? 1) - 1 + ahead;
  return Array.from({ length: count }, (_, i) => {
    const at = last - i;
    const value = `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}`;
    return { value, label: monthText(value) };
  });
}
