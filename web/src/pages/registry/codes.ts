import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { CodeTable } from "./types";

/** The code tables of the national standards and our own few. They change with the program only. */
export const codesQuery = queryOptions({
  queryKey: ["codes"],
  queryFn: ({ signal }) => api.get<CodeTable[] | { tables: CodeTable[] }>("/api/codes", undefined, signal),
  select: (answer) => new Map((Array.isArray(answer) ? answer : answer.tables).map((table) => [table.name, table])),
  staleTime: Infinity,
  gcTime: Infinity,
});

export interface Codes {
  /** The Chinese label of a code; the code itself while the tables are on their way. */
  label: (table: string, code: string | number) => string;
  options: (table: string) => { value: string; label: string }[];
}

/** useCodes gives labels and choices of the code tables. */
export function useCodes(): Codes {
  const { data } = useQuery(codesQuery);
  return {
    label: (table, code) => data?.get(table)?.entries.find((e) => e.code === String(code))?.label ?? String(code),
    options: (table) => (data?.get(table)?.entries ?? []).map((e) => ({ value: e.code, label: e.label })),
  };
}
