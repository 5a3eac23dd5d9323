import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { queryClient } from "@/app/query";

export type PackVersion = Schemas["PackVersion"];
export type Activation = Schemas["Activation"];
export type PackDraft = Schemas["PackDraft"];
export type DraftText = Schemas["DraftText"];
export type GateReport = Schemas["GateReport"];
export type GateProblem = Schemas["GateProblem"];
export type Proof = Schemas["Proof"];
export type PackChange = Schemas["Change"];

export const versionsQuery = (pack: string) =>
  queryOptions({
    queryKey: ["versions", pack],
    queryFn: async ({ signal }) => (await api.get<Schemas["PackVersions"]>(`/api/policy/${encodeURIComponent(pack)}/versions`, undefined, signal)).versions ?? [],
  });

export const draftsQuery = queryOptions({
  queryKey: ["versions", "drafts"],
  queryFn: async ({ signal }) => (await api.get<Schemas["PackDrafts"]>("/api/policy-drafts", undefined, signal)).drafts ?? [],
});

export const draftQuery = (id: string) =>
  queryOptions({ queryKey: ["versions", "draft", id], queryFn: ({ signal }) => api.get<PackDraft>(`/api/policy-drafts/${id}`, undefined, signal) });

export const draftFileQuery = (id: string, file: string) =>
  queryOptions({
    queryKey: ["versions", "draft", id, "file", file],
    queryFn: ({ signal }) => api.get<DraftText>(`/api/policy-drafts/${id}/file`, { file }, signal),
    staleTime: 0,
    gcTime: 0,
  });

export const changesQuery = (digest: string, old: string) =>
  queryOptions({
    queryKey: ["versions", "changes", digest, old],
    queryFn: async ({ signal }) => (await api.get<Schemas["PackDifference"]>(`/api/policy-versions/${digest}/changes`, { old }, signal)).changes ?? [],
  });

/** How well the cases of a checked text prove it: asked again until it is worked out. */
export const proofQuery = (digest: string) =>
  queryOptions({
    queryKey: ["versions", "proof", digest],
    queryFn: ({ signal }) => api.get<Proof>(`/api/policy-versions/${digest}/proof`, undefined, signal),
    refetchInterval: ({ state }) => (state.data?.state === "waiting" || state.data?.state === "running" ? 1_500 : false),
  });

/** Everything shown of versions and drafts is asked for anew. */
export async function versionsChanged(): Promise<void> {
  await queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] === "versions" && queryKey[3] !== "file" });
}

export const standings: Record<PackVersion["standing"], [string, "blue" | "green" | "amber" | "red" | "grey"]> = {
  in_force: ["现行", "green"],
  waiting: ["待生效", "amber"],
  proposed: ["待批准", "blue"],
  past: ["曾用", "grey"],
  idle: ["未启用", "grey"],
};

export const states: Record<Activation["state"], string> = { proposed: "待批准", approved: "已批准", refused: "已退回", cancelled: "已取消" };

/** The 12 signs of a digest by which people tell versions apart. */
export const shortDigest = (digest: string) => digest.slice(0, 12);

/** base64 of a file's bytes, in parts so that large files do not overflow the call. */
export async function base64(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}
