import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Division } from "@/api/types";

const forever = { staleTime: Infinity, gcTime: 30 * 60_000 };

/** Children of a division; "" asks for the tops of what one may see. */
export function childrenQuery(parent: string) {
  return queryOptions({
    queryKey: ["divisions", "children", parent],
    queryFn: ({ signal }) => api.get<Division[]>("/api/divisions", { parent }, signal),
    ...forever,
  });
}

/** Divisions found by name, pinyin initials or code. */
export function searchQuery(text: string) {
  return queryOptions({
    queryKey: ["divisions", "search", text],
    queryFn: ({ signal }) => api.get<Division[]>("/api/divisions", { q: text }, signal),
    ...forever,
  });
}

/** visibleChildren are the children people see: the county-level placeholders of 东莞 and 中山 give way to their towns. */
export async function visibleChildren(queries: QueryClient, parent: string): Promise<Division[]> {
  const children = await queries.fetchQuery(childrenQuery(parent));
  const lists = await Promise.all(children.map((d) => (d.placeholder ? visibleChildren(queries, d.code) : [d])));
  return lists.flat();
}
