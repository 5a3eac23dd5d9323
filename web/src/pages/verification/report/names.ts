import type { Tone } from "@/components";
import type { ReportContent, ReportLine } from "./calls";

export const resultNames: Record<ReportLine["result"], string> = {
  same: "一致", within: "容许差额内", higher: "高于申报", lower: "低于申报", different: "不一致", undeclared: "未申报", nothing: "查无", untold: "来源无记载", unknown: "未知",
};

const resultTones: Partial<Record<ReportLine["result"], Tone>> = { higher: "amber", lower: "amber", different: "amber", undeclared: "amber", same: "green", within: "green" };

export const resultTone = (line: ReportLine): Tone => resultTones[line.result] ?? "grey";

export const conclusionTones: Record<ReportContent["conclusion"], Tone> = { fits: "green", exceeds: "red", open: "amber", listed: "grey" };

/** differs tells whether a line is something to look at. */
export const differs = (line: ReportLine) => ["higher", "lower", "different", "undeclared"].includes(line.result);

const rank = (line: ReportLine) => (differs(line) ? 0 : line.result === "unknown" ? 1 : line.result === "untold" ? 3 : 2);

/** byPerson groups the lines, the household first; within a person what differs comes first, then what is unknown. */
export function byPerson(lines: readonly ReportLine[]): [string, ReportLine[]][] {
  const groups = new Map<string, ReportLine[]>();
  for (const line of lines) {
    const who = line.person ?? "全家";
    groups.set(who, [...(groups.get(who) ?? []), line]);
  }
  return [...groups].map(([who, list]) => [who, [...list].sort((a, b) => rank(a) - rank(b))]);
}
