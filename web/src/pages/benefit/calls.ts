import { queryOptions, useQueries } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { queryClient } from "@/app/query";
import { searchQuery } from "@/components/divisions";
import type { FilterValues } from "@/components/filters";
import type {
  Entitlement, EntitlementPage, PayrollDetail, PayrollLine, PayrollLinePage, PayrollPage, PayrollSummary,
} from "./types";

/** The benefits paid monthly, as the filters name them. */
export const paidItems = [
  { value: "dibao", label: "最低生活保障金" },
  { value: "dibao_single", label: "最低生活保障金（单人保）" },
  { value: "tekun", label: "特困人员基本生活费" },
  { value: "orphan", label: "孤儿基本生活费" },
  { value: "unsupported_child", label: "事实无人抚养儿童基本生活补贴" },
] as const;

export type PayrollFilters = FilterValues & { cursor?: string };

export async function fetchPayrolls(query: PayrollFilters, signal: AbortSignal): Promise<Page<PayrollSummary>> {
  const page = await api.get<PayrollPage>("/api/payrolls", query, signal);
  return { items: page.payrolls, next: page.next };
}

/** The newest lists, for the chart above them. */
export const newestPayrollsQuery = queryOptions({
  queryKey: ["payrolls", "newest"],
  queryFn: ({ signal }) => api.get<PayrollPage>("/api/payrolls", { limit: 100 }, signal),
});

export function payrollQuery(id: string) {
  return queryOptions({
    queryKey: ["payroll", id],
    queryFn: ({ signal }) => api.get<PayrollDetail>(`/api/payrolls/${id}`, undefined, signal),
  });
}

export async function fetchLines(id: string, query: FilterValues & { cursor?: string }, signal: AbortSignal): Promise<Page<PayrollLine>> {
  const page = await api.get<PayrollLinePage>(`/api/payrolls/${id}/lines`, { ...query, limit: 50 }, signal);
  return { items: page.lines, next: page.next };
}

/** Everything shown of payment lists is asked for anew. */
export async function payrollsChanged(): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith("payroll") });
}

export const makePayroll = (item: string, month: string, idempotencyKey: string) =>
  api.post<PayrollSummary>("/api/payrolls", { item, month }, { idempotencyKey });

export const approvePayroll = (id: string, version: number, problemsSeen: boolean, idempotencyKey: string) =>
  api.post<PayrollSummary>(`/api/payrolls/${id}/approve`, { version, problems_seen: problemsSeen }, { idempotencyKey });

export async function fetchEntitlements(query: FilterValues & { cursor?: string }, signal: AbortSignal): Promise<Page<Entitlement>> {
  const page = await api.get<EntitlementPage>("/api/entitlements", query, signal);
  return { items: page.entitlements, next: page.next };
}

export function householdEntitlementsQuery(household: string) {
  return queryOptions({
    queryKey: ["household", household, "entitlements"],
    queryFn: ({ signal }) => api.get<EntitlementPage>(`/api/households/${household}/entitlements`, undefined, signal),
  });
}

/** The name of a county; the placeholder that stands for a city without counties (东莞、中山) goes by the city's name. */
function countyNameQuery(code: string) {
  return queryOptions({
    queryKey: ["divisions", "name", code],
    queryFn: async ({ client }) => {
      for (const asked of [code, `${code.slice(0, 4)}00000000`]) {
        const found = await client.fetchQuery(searchQuery(asked));
        const exact = found.find((d) => d.code === asked);
        if (exact) return exact.name;
      }
      return code.slice(0, 6);
    },
    staleTime: Infinity,
  });
}

/** useCountyNames resolves county codes to names; the code stands until its name is here. */
export function useCountyNames(codes: readonly string[]): (code: string) => string {
  const distinct = [...new Set(codes)];
  const found = useQueries({ queries: distinct.map(countyNameQuery) });
  const names = new Map(distinct.map((code, i) => [code, found[i]?.data]));
  return (code) => names.get(code) ?? code.slice(0, 6);
}
