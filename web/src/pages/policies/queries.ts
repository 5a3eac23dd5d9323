import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { DocumentCard, DocumentPage, PolicyList, PolicyPage, StandardList } from "./types";

const fresh = 5 * 60_000; // as long as the server lets caches keep it

export interface PolicyFilter {
  q: string;
  theme: string;
  department: string;
}

export function policiesQuery(division: string, filter: PolicyFilter) {
  return queryOptions({
    queryKey: ["policies", division, filter],
    queryFn: ({ signal }) => api.get<PolicyList>("/api/public/policies", { division, ...filter }, signal),
    staleTime: fresh,
    placeholderData: (before) => before,
  });
}

export function policyQuery(item: string, division: string) {
  return queryOptions({
    queryKey: ["policies", "item", item, division],
    queryFn: ({ signal }) => api.get<PolicyPage>(`/api/public/policies/${encodeURIComponent(item)}`, { division }, signal),
    staleTime: fresh,
  });
}

export function standardsQuery(division: string) {
  return queryOptions({
    queryKey: ["policies", "standards", division],
    queryFn: ({ signal }) => api.get<StandardList>("/api/public/standards", { division }, signal),
    staleTime: fresh,
  });
}

export const documentsQuery = queryOptions({
  queryKey: ["policies", "documents"],
  queryFn: ({ signal }) => api.get<DocumentCard[] | null>("/api/public/policy-documents", undefined, signal),
  staleTime: fresh,
});

export function documentQuery(id: string) {
  return queryOptions({
    queryKey: ["policies", "documents", id],
    queryFn: ({ signal }) => api.get<DocumentPage>(`/api/public/policy-documents/${encodeURIComponent(id)}`, undefined, signal),
    staleTime: fresh,
  });
}
