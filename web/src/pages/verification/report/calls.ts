import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";

export type Report = Schemas["Report"];
export type ReportRow = Schemas["ReportRow"];
export type ReportContent = Schemas["ReportContent"];
export type ReportLine = Schemas["ReportLine"];
export type Objection = Schemas["ReportObjection"];
export type CaseVerification = Schemas["CaseVerification"];
export type FindingDetail = Schemas["FindingDetail"];

export function reportQuery(id: string) {
  return queryOptions({
    queryKey: ["verification-report", id],
    queryFn: ({ signal }) => api.get<Report>(`/api/verification/reports/${id}`, undefined, signal),
    // A PDF is made beside the work; the page shows it when it is there.
    refetchInterval: (query) => (query.state.data?.pdf === "coming" ? 5000 : false),
  });
}

export function findingQuery(order: string, household: string) {
  return queryOptions({
    queryKey: ["verification-finding", order, household],
    queryFn: ({ signal }) => api.get<FindingDetail>(`/api/verification/orders/${order}/households/${household}`, undefined, signal),
  });
}

/** How a case's verification stands; asked again while sources may answer. */
export function caseVerificationQuery(id: string) {
  return queryOptions({
    queryKey: ["case-verification", id],
    queryFn: ({ signal }) => api.get<CaseVerification>(`/api/cases/${id}/verification`, undefined, signal),
    refetchInterval: (query) => {
      const order = query.state.data?.order;
      return order && (order.state === "preparing" || order.state === "running") ? 3000 : false;
    },
  });
}
