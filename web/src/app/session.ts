import { queryOptions, useQuery, useQueryClient } from "@tanstack/react-query";
import { api, setCsrf } from "@/api/http";
import type { Session } from "@/api/types";

/** The session as the server sees it; a 401 means nobody is signed in. */
export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: async () => {
    const session = await api.get<Session>("/api/session");
    setCsrf(session.csrf);
    return session;
  },
  staleTime: 5 * 60_000,
  retry: false,
});

/** useSession is for pages inside the staff frame, where the guard has made sure that somebody is signed in. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error("useSession outside the signed-in frame");
  return data;
}

/** useMay tells whether the current role may do any of the actions named. */
export function useMay(...actions: string[]): boolean {
  return may(useSession(), actions);
}

export function may(session: Session, actions: readonly string[] | undefined): boolean {
  return !actions || actions.length === 0 || actions.some((action) => (session.actions ?? []).includes(action));
}

/** useSwitchAssignment changes the role or place one works in; nothing seen under the old one stays in memory. */
export function useSwitchAssignment(): (assignmentId: string) => Promise<void> {
  const queries = useQueryClient();
  return async (assignmentId) => {
    await api.put("/api/session/assignment", { assignment_id: assignmentId });
    const session = await queries.fetchQuery({ ...sessionQuery, staleTime: 0 });
    queries.removeQueries({ predicate: (query) => query.queryKey[0] !== "session" });
    queries.setQueryData(sessionQuery.queryKey, session);
  };
}
