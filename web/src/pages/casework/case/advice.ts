import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";

type Lists<T, K extends keyof T> = Omit<T, K> & { [P in K]-?: NonNullable<T[P]> };

export type AdviceItem = Lists<Schemas["AdviceItem"], "lacking" | "notes" | "rules">;
export type Figure = Lists<Schemas["Figure"], "parts">;
export type FigureSource = Schemas["FigureSource"];
export type Part = Schemas["Part"];
export type Difference = Omit<Lists<Schemas["Difference"], "alone">, "rules"> & { rules: Lists<Schemas["RuleDifference"], "ways">[] };
export type AdviceDetail = Omit<Lists<Schemas["AdviceDetail"], "movements" | "sources" | "parameters">, "figures" | "difference"> & { figures: Figure[]; difference?: Difference };
export type CaseAdvice = Omit<Schemas["CaseAdvice"], "items"> & { items: AdviceItem[] };

export function adviceQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ["case", id, "advice", version],
    queryFn: ({ signal }) => api.get<CaseAdvice>(`/api/cases/${id}/advice`, undefined, signal),
  });
}

export function adviceDetailQuery(id: string, version: number, item: string, person: string | undefined) {
  return queryOptions({
    queryKey: ["case", id, "advice", version, item, person ?? ""],
    queryFn: ({ signal }) => api.get<AdviceDetail>(`/api/cases/${id}/advice/${item}`, { person }, signal),
  });
}

export const standingNames: Record<AdviceItem["standing"], string> = { eligible: "可以申请", open: "还缺证据", held: "正在享受", refused: "不符合" };

/** keyOf is what a figure is found by. */
export const keyOf = (part: { id: string; member?: string }) => `${part.member ?? ""}.${part.id}`;

/** sourceText says in one line who said a fact and when. */
export function sourceText(s: FigureSource | undefined): string {
  if (!s) return "没有来源";
  return [s.kind_name, s.source, s.by_name, s.at].filter(Boolean).join("，");
}
