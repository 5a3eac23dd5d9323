import { useQuery, type QueryClient } from "@tanstack/react-query";
import { queryClient } from "@/app/query";

/** What was last asked of the register. */
export interface Asked {
  /** Empty lists everybody of the range by name. */
  query: string;
  division?: string;
}

const key = ["registry", "asked"];

/**
 * askRegistry hands a search to the registry page. It lives in memory only: ID numbers, names and phones stand neither in
 * the address nor in the browser's history or storage, and are gone with the session.
 */
export function askRegistry(asked: Asked, queries: QueryClient = queryClient): void {
  queries.setQueryData(key, asked);
}

/** useAsked is the search that the registry page shows, null before the first; it is still there when one comes back from a file. */
export function useAsked(): Asked | null {
  const { data } = useQuery<Asked | null>({ queryKey: key, queryFn: () => null, initialData: null, staleTime: Infinity, gcTime: Infinity });
  return data;
}
