import { queryOptions, type QueryClient } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Division } from "@/api/types";

const forever = { staleTime: Infinity, gcTime: 30 * 60_000 };
const path = "/api/public/divisions";

function childrenQuery(parent: string) {
  return queryOptions({
    queryKey: ["public", "divisions", "children", parent],
    queryFn: ({ signal }) => api.get<Division[]>(path, { parent }, signal),
    ...forever,
  });
}

/** placesIn are the places below one, as people know them: county-level placeholders (东莞、中山) give way to their towns. */
export async function placesIn(queries: QueryClient, parent: string): Promise<Division[]> {
  const children = await queries.fetchQuery(childrenQuery(parent));
  const lists = await Promise.all(children.map((d) => (d.placeholder ? placesIn(queries, d.code) : [d])));
  return lists.flat();
}

/** Villages found by name or code. */
export function placeSearch(text: string) {
  return queryOptions({
    queryKey: ["public", "divisions", "search", text],
    queryFn: ({ signal }) => api.get<Division[]>(path, { q: text }, signal),
    ...forever,
  });
}

const village = 5;

/** isBoardPlace tells whether a place has a board of its own. */
export function isBoardPlace(d: Division): boolean {
  return d.level === village || (!d.has_children && d.level > 1);
}

const key = "zf.board.place";

/** The place last looked at, so that who comes back sees the own village at once. A place says nothing about a person. */
export function rememberPlace(code: string): void {
  localStorage.setItem(key, code);
}

export function lastPlace(): string {
  const code = localStorage.getItem(key) ?? "";
  return /^\d{12}$/.test(code) ? code : "";
}
