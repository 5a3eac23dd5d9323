import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { PublicBenefits, PublicBoard } from "./types";

/** What hangs in a village today; of a larger place, where below it something hangs. */
export function boardQuery(division: string) {
  return queryOptions({
    queryKey: ["public", "board", division],
    queryFn: ({ signal }) => api.get<PublicBoard>("/api/public/notices", { division }, signal),
    enabled: division !== "",
  });
}

/** A page of those in a village who receive help this month (长期公示). */
export function benefitsPage(division: string, cursor: string | undefined, signal: AbortSignal): Promise<PublicBenefits> {
  return api.get<PublicBenefits>("/api/public/benefits", { division, cursor }, signal);
}
