import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";

export type DeskQuestion = Schemas["DeskQuestion"];
export type DeskPageData = Schemas["DeskPage"];
export type DeskForm = Schemas["DeskForm"];
export type DeskUpload = Schemas["DeskUpload"];
export type DeskAnswer = Schemas["DeskAnswer"];
export type DeskFault = Schemas["DeskFault"];
export type FieldEntry = Schemas["FieldEntry"];

export const deskPage = (query: Record<string, string | undefined>, signal?: AbortSignal) =>
  api.get<DeskPageData>("/api/desk/questions", query, signal);

/** What the office answers for, with what stands on its desk. */
export const deskSourcesQuery = queryOptions({
  queryKey: ["desk", "sources"],
  queryFn: async ({ signal }) => (await deskPage({ limit: "1" }, signal)).sources ?? [],
});

/** Opening a question is audited, so it is opened once and not again behind the scenes. */
export const questionQuery = (person: string, id: string) =>
  queryOptions({
    queryKey: ["desk", "question", person, id],
    queryFn: ({ signal }) => api.get<DeskForm>(`/api/desk/questions/${person}/${id}`, undefined, signal),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  });

export const statuses: Record<string, string> = { found: "有记录", none: "查无记录", unknown: "查不了" };
