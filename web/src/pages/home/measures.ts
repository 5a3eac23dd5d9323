/** One number by which places are compared, with the list behind it. */
export interface Measure {
  key: "late" | "open" | "confirmed";
  label: string;
  tone: "blue" | "red";
  search: (division: string) => Record<string, string>;
}

export const measures: readonly [Measure, ...Measure[]] = [
  { key: "late", label: "逾期", tone: "red", search: (division) => ({ status: "open", division, due: "late" }) },
  { key: "open", label: "在办", tone: "blue", search: (division) => ({ status: "open", division }) },
  { key: "confirmed", label: "本月确认", tone: "blue", search: (division) => ({ status: "confirmed", division }) },
];

/** kindOf is what places of the level of a 12-digit code are called: 市, 县（区）, 镇街. */
export function kindOf(division: string): string {
  if (division.endsWith("00000000")) return "市";
  return division.endsWith("000000") ? "县（区）" : "镇街";
}
