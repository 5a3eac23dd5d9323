import { QueryClient } from "@tanstack/react-query";
import { asApiError } from "@/api/errors";

/** One cache for all pages. What a person did wrong is not retried; what the network did is, twice. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      refetchOnWindowFocus: true,
      retry: (failures, thrown) => {
        const { status } = asApiError(thrown);
        return failures < 2 && (status === 0 || status >= 502);
      },
    },
    mutations: { retry: false },
  },
});
