import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { AccessTable } from "@/api/types";
import { useMay } from "@/app/session";

/** useActionOptions offers the actions of the access table for choosing, to roles that may read the table. */
export function useActionOptions(): { value: string; label: string }[] {
  const may = useMay("access.table");
  const { data } = useQuery({
    queryKey: ["access-table"],
    queryFn: ({ signal }) => api.get<AccessTable>("/api/access-table", undefined, signal),
    enabled: may,
    staleTime: Infinity,
  });
  return (data?.items ?? []).map((row) => ({ value: row.action, label: row.label }));
}
