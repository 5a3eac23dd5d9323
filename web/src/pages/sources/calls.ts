import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { count } from "@/components";

export type SourceEntry = Schemas["SourceEntry"];
export type ClassEntry = Schemas["ClassEntry"];
export type BasisEntry = Schemas["BasisEntry"];
export type FieldEntry = Schemas["FieldEntry"];
export type SourceHealth = Schemas["SourceHealth"];
export type HealthDay = Schemas["HealthDay"];
export type SourceFault = Schemas["SourceFault"];

export const catalogueQuery = queryOptions({
  queryKey: ["sources", "catalogue"],
  queryFn: async ({ signal }) => (await api.get<Schemas["SourceCatalogue"]>("/api/sources/catalogue", undefined, signal)).sources ?? [],
  staleTime: 5 * 60_000,
});

/** How the sources do changes by the minute; a page that is open looks again. */
export const healthQuery = (days: number) =>
  queryOptions({
    queryKey: ["sources", "health", days],
    queryFn: async ({ signal }) => (await api.get<Schemas["SourcesHealth"]>("/api/sources", { days }, signal)).sources ?? [],
    refetchInterval: 30_000,
  });

export const faultsQuery = (source: string, days: number) =>
  queryOptions({
    queryKey: ["sources", "faults", source, days],
    queryFn: async ({ signal }) => (await api.get<Schemas["SourceFaults"]>(`/api/sources/${source}/faults`, { days }, signal)).faults ?? [],
  });

export const kinds: Record<SourceEntry["kind"], string> = { http: "接口，当场答复", callback: "接口，稍后回传", file: "文件交换", desk: "部门人员答复" };

export const sensitivities: Record<string, string> = { public: "一般", sensitive: "敏感", secret: "核心" };

export const fieldTypes: Record<FieldEntry["type"], string> = { text: "文字", code: "代码", money: "金额", count: "整数", date: "日期", flag: "是否" };

/** span says a bound of the answer times: "1 秒", "3 天". */
export function span(ms: number): string {
  const units: [number, string][] = [[86_400_000, "天"], [3_600_000, "小时"], [60_000, "分钟"], [1000, "秒"]];
  for (const [size, name] of units) if (ms >= size) return `${ms / size} ${name}`;
  return `${ms / 1000} 秒`;
}

/** answered says within which time: only bounds of the histogram are known, so nothing finer is claimed. */
export function answered(ms: number | null | undefined, above: boolean): string {
  if (above) return "超过 15 天";
  return ms === null || ms === undefined ? "—" : `${span(ms)}内`;
}

/** share in per cent with one decimal; a dash where nothing was counted. */
export const share = (part: number, of: number) => (of > 0 ? `${((part / of) * 100).toFixed(1)}%` : "—");

/** answers of a day: what came back with a status. */
export const answers = (d: HealthDay) => d.found + d.empty + d.unknown;

/** many: so many questions that wait at a source are counted; more are told as so many or more. */
const many = 10_000;

/** waitingText tells how many questions of a source have not left. */
export const waitingText = (n: number) => (n >= many ? `${count(many)} 以上` : count(n));

/** waitingUnit is the unit of their sum. */
export const waitingUnit = (list: readonly SourceHealth[]) => (list.some((s) => s.waiting >= many) ? "个以上" : "个");
