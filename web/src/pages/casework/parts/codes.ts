import { queryOptions, useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import { commonRelations } from "../names";

interface CodeEntry { code: string; label: string; group?: boolean }
interface CodeTable { name: string; entries: CodeEntry[] }

const codesQuery = queryOptions({
  queryKey: ["codes"],
  queryFn: ({ signal }) => api.get<{ tables: CodeTable[] }>("/api/codes", undefined, signal),
  staleTime: Infinity,
});

/** useRelations gives the relations to the head of the household (GB/T 4761): the common ones first, then all others. */
export function useRelations(): { options: { value: string; label: string }[]; label: (code: string) => string } {
  const { data } = useQuery(codesQuery);
  const table = data?.tables.find((t) => t.name === "relation")?.entries ?? [];
  const known = new Map(table.map((e) => [e.code, e.label]));
  const first = Object.keys(commonRelations).sort(); // an object puts "10" before "02"
  const codes = [...first, ...table.map((e) => e.code).filter((code) => !first.includes(code))];
  const label = (code: string) => known.get(code) ?? commonRelations[code] ?? code;
  return { options: codes.map((code) => ({ value: code, label: label(code) })), label };
}
