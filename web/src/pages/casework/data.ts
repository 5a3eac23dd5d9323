import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { CasePageData, FactField, ItemForms } from "./types";

/** What may be applied for at a place, with the facts its form asks for; "" is the actor's own place. */
export function itemsQuery(division = "") {
  return queryOptions({
    queryKey: ["items", division],
    queryFn: ({ signal }) => api.get<ItemForms>("/api/items", { division }, signal),
    staleTime: 5 * 60_000,
  });
}

export function caseQuery(id: string) {
  return queryOptions({
    queryKey: ["case", id],
    queryFn: ({ signal }) => api.get<CasePageData>(`/api/cases/${id}`, undefined, signal),
  });
}

/** The catalogue of the facts of an item; empty while it is on its way. */
export function useCatalogue(item: string, division = ""): FactField[] {
  const { data } = useQuery(itemsQuery(division));
  return data?.items.find((i) => i.id === item)?.facts ?? [];
}

/** Facts that follow from identity, relation and place: they are not asked a second time. */
export const derivedFacts: readonly string[] = ["birth", "sex", "relation", "urban"];

/** Sections in the order in which a form asks; the others follow as the pack gives them. */
export const sectionOrder = ["家庭", "成员", "健康", "收入", "不计入的收入", "支出", "财产"];

export function bySection<T extends { section: string }>(rows: readonly T[], order: readonly string[] = sectionOrder): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const row of rows) groups.set(row.section, [...(groups.get(row.section) ?? []), row]);
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...groups].sort((a, b) => place(a[0]) - place(b[0]));
}
