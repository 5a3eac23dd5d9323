import type { QueryClient } from "@tanstack/react-query";
import type { Division } from "@/api/types";
import { searchQuery, visibleChildren } from "@/components/divisions";

/** placesIn are the places below one, as people know them, whoever asks; "" gives the provinces. */
export const placesIn = (queries: QueryClient, parent: string): Promise<Division[]> => visibleChildren(queries, parent, true);

/** Places found by name. */
export const placeSearch = (text: string) => searchQuery(text, true);

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
