import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { queryClient } from "@/app/query";

export type Standard = Schemas["Standard"];
export type StandardPoint = Schemas["StandardPoint"];
export type StandardChange = Schemas["StandardChange"];
export type Touched = Schemas["Touched"];
export type Linkage = Schemas["Linkage"];
export type ProposeStandards = Schemas["ProposeStandards"];

export const standardsQuery = (division: string) =>
  queryOptions({
    queryKey: ["standards", division],
    queryFn: async ({ signal }) => (await api.get<Schemas["StandardBoard"]>("/api/standards", { division }, signal)).standards ?? [],
  });

export const changesQuery = (kind: "standard" | "cpi") =>
  queryOptions({
    queryKey: ["standards", "changes", kind],
    queryFn: async ({ signal }) => (await api.get<Schemas["StandardChanges"]>("/api/standard-changes", { kind }, signal)).changes ?? [],
  });

export const touchedQuery = (id: string) =>
  queryOptions({ queryKey: ["standards", "touched", id], queryFn: ({ signal }) => api.get<Touched>(`/api/standard-changes/${id}/preview`, undefined, signal), staleTime: 0 });

export const linkageQuery = (division: string, month: string) =>
  queryOptions({ queryKey: ["standards", "linkage", division, month], queryFn: ({ signal }) => api.get<Linkage>("/api/price-linkage", { division, month }, signal) });

/** Everything shown of standards is asked for anew. */
export async function standardsChanged(): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "standards" || queryKey[0] === "policy" });
}

export const standings: Record<StandardChange["standing"], [string, "blue" | "green" | "amber" | "red" | "grey"]> = {
  proposed: ["待批准", "blue"], waiting: ["待执行", "amber"], in_force: ["执行中", "green"], past: ["已过", "grey"], refused: ["已退回", "red"], withdrawn: ["已撤回", "grey"],
};

/** The day after, as a date field takes it. */
export function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** A ratio of ten-thousandths as per cent: 350 → 3.5%. */
export const percent = (ratio: number) => `${String(Math.round(ratio) / 100)}%`;
