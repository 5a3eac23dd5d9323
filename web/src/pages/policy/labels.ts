import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { PackView, PolicyItem, PolicyParameter } from "@/api/policy";

/** fill puts names for the placeholders of a rule's text: "{size}" → "〔共同生活的家庭成员〕". */
export function fill(text: string, labels: ReadonlyMap<string, string>): string {
  return text.replace(/\s?\{([a-z0-9_]+)\}\s?/g, (_, id: string) => `〔${labels.get(id) ?? id}〕`);
}

/** useLabels knows the names of everything that the texts of an item may mention: its values, facts and parameters. */
export function useLabels(pack: PackView, item: PolicyItem | undefined): ReadonlyMap<string, string> {
  const parameters = useQuery({
    queryKey: ["policy", pack.name, "parameters", "", ""],
    queryFn: ({ signal }) => api.get<PolicyParameter[]>(`/api/policy/${encodeURIComponent(pack.name)}/parameters`, undefined, signal),
    staleTime: 5 * 60_000,
  });
  return new Map([
    ...(pack.facts ?? []).map((f) => [f.key, f.label] as const),
    ...(parameters.data ?? []).map((p) => [p.id, p.label] as const),
    ...(item?.values ?? []).map((v) => [v.id, v.label] as const),
  ]);
}
