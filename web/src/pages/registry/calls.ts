import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import type { Asked } from "./asked";
import type {
  DeathBody, HouseholdBody, HouseholdDetail, HouseholdFile, LeavingBody, MoveHouseholdBody, NewHeadBody, NewMemberBody,
  PersonBody, PersonChangeBody, PersonDetail, PersonFile, SearchPage,
} from "./types";

/** Searches by ID number, name, phone or readable number; the words travel in the body, never in the address. */
export function searchRegistry(asked: Asked, cursor: string | undefined, signal: AbortSignal): Promise<SearchPage> {
  const body = { query: asked.query, division: asked.division, cursor, limit: 20 };
  return api.post<SearchPage>("/api/registry/search", body, { signal });
}

export function personFileQuery(id: string) {
  return queryOptions({
    queryKey: ["person", id],
    queryFn: ({ signal }) => api.get<PersonFile>(`/api/people/${id}/file`, undefined, signal),
  });
}

export function householdFileQuery(id: string) {
  return queryOptions({
    queryKey: ["household", id],
    queryFn: ({ signal }) => api.get<HouseholdFile>(`/api/households/${id}/file`, undefined, signal),
  });
}

/** What changed in the register is asked for anew wherever it shows. */
export async function registryChanged(): Promise<void> {
  await Promise.all([
    queryClient.invalidateQueries({ queryKey: ["person"] }),
    queryClient.invalidateQueries({ queryKey: ["household"] }),
    queryClient.invalidateQueries({ queryKey: ["registry", "search"] }),
  ]);
}

export const createPerson = (body: PersonBody, idempotencyKey: string) => api.post<PersonDetail>("/api/people", body, { idempotencyKey });
export const changePerson = (id: string, body: PersonChangeBody) => api.put<PersonDetail>(`/api/people/${id}`, body);
export const recordDeath = (id: string, body: DeathBody) => api.post<PersonDetail>(`/api/people/${id}/death`, body);

export const createHousehold = (body: HouseholdBody, idempotencyKey: string) => api.post<HouseholdDetail>("/api/households", body, { idempotencyKey });
export const addMember = (id: string, body: NewMemberBody, idempotencyKey: string) =>
  api.post<HouseholdDetail>(`/api/households/${id}/members`, body, { idempotencyKey });
export const removeMember = (id: string, person: string, body: LeavingBody, idempotencyKey: string) =>
  api.post(`/api/households/${id}/members/${person}/leave`, body, { idempotencyKey });
export const changeHead = (id: string, body: NewHeadBody, idempotencyKey: string) =>
  api.post<HouseholdDetail>(`/api/households/${id}/head`, body, { idempotencyKey });
export const moveHousehold = (id: string, body: MoveHouseholdBody, idempotencyKey: string) => api.post(`/api/households/${id}/move`, body, { idempotencyKey });
