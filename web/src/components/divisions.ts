import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Division } from "@/api/types";

const forever = { staleTime: Infinity, gcTime: 30 * 60_000 };

/** Children of a division; "" asks for the tops of what one may see, or with everywhere for the provinces. */
export function childrenQuery(parent: string, everywhere = false) {
  return queryOptions({
    queryKey: ["divisions", "children", parent, everywhere],
    queryFn: ({ signal }) => api.get<Division[]>("/api/divisions", { parent, everywhere: everywhere || undefined }, signal),
    ...forever,
  });
}

/** Divisions found by name, pinyin initials or code; with everywhere also outside one's own range. */
export function searchQuery(text: string, everywhere = false) {
  return queryOptions({
    queryKey: ["divisions", "search", text, everywhere],
    queryFn: ({ signal }) => api.get<Division[]>("/api/divisions", { q: text, everywhere: everywhere || undefined }, signal),
    ...forever,
  });
}

/** visibleChildren are the children people see: the county-level placeholders of 东莞 and 中山 give way to their towns. */
export async function visibleChildren(queries: QueryClient, parent: string, everywhere = false): Promise<Division[]> {
  const children = await queries.fetchQuery(childrenQuery(parent, everywhere));
  const lists = await Promise.all(children.map((d) => (d.placeholder ? visibleChildren(queries, d.code, everywhere) : [d])));
  return lists.flat();
}
