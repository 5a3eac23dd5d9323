import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Page, Schemas } from "@/api/types";
import { queryClient } from "@/app/query";
import type { FilterValues } from "@/components/filters";
import type { Tone } from "@/components/StatusTag";

export type Authorisation = Schemas["Authorisation"];
export type AuthorisationDetail = Schemas["AuthorisationDetail"];
export type SelfLink = Schemas["SelfLink"];
export type AskedAbout = Schemas["AskedAbout"];

export const authorisationStates: Record<Authorisation["state"], [string, Tone]> = {
  in_force: ["有效", "green"], ending: ["30 天内到期", "amber"], later: ["未生效", "grey"], expired: ["已到期", "grey"], withdrawn: ["已撤回", "red"],
};
export const ways: Record<string, string> = { paper: "纸质", screen: "窗口屏幕", online: "网上自助" };
export const tasks: Record<SelfLink["task"], string> = { authorise: "签署授权书", withdraw: "撤回授权", asked: "查看谁查过我" };
export const linkStates: Record<SelfLink["state"], [string, Tone]> = {
  waiting: ["等待打开", "blue"], opened: ["已打开", "blue"], used: ["已用", "green"], expired: ["已过期", "grey"], locked: ["错太多次，已锁", "red"], revoked: ["已作废", "grey"],
};

export async function fetchAuthorisations(query: FilterValues & { cursor?: string }, signal: AbortSignal): Promise<Page<Authorisation>> {
  const { cursor, ...filters } = query;
  const page = await api.post<Schemas["AuthorisationPage"]>("/api/verification/authorisations/search", { ...filters, after: cursor, limit: 30 }, { signal });
  return { items: page.authorisations ?? [], next: page.next };
}

export const personAuthorisationsQuery = (person: string) =>
  queryOptions({
    queryKey: ["person", person, "authorisations"],
    queryFn: async ({ signal }) => (await api.get<Schemas["PersonAuthorisations"]>(`/api/people/${person}/authorisations`, undefined, signal)).authorisations ?? [],
  });

export const personLinksQuery = (person: string) =>
  queryOptions({
    queryKey: ["person", person, "links"],
    queryFn: async ({ signal }) => (await api.get<Schemas["SelfLinks"]>(`/api/people/${person}/links`, undefined, signal)).links ?? [],
  });

export const personAskedQuery = (person: string) =>
  queryOptions({
    queryKey: ["person", person, "queries"],
    queryFn: async ({ signal }) => (await api.get<Schemas["PersonQueries"]>(`/api/people/${person}/queries`, undefined, signal)).queries ?? [],
  });

export async function authorisationsChanged(): Promise<void> {
  await Promise.all([queryClient.invalidateQueries({ queryKey: ["person"] }), queryClient.invalidateQueries({ queryKey: ["authorisations"] })]);
}
