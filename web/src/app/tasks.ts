import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { TaskCounts } from "@/api/work";
import { useMay } from "./session";

/** useTaskCounts feeds the 待办 badge: what waits for the person and the office, and how much of it is late. */
export function useTaskCounts(): TaskCounts | undefined {
  const may = useMay("task.list");
  const { data } = useQuery({
    queryKey: ["tasks", "counts"],
    queryFn: ({ signal }) => api.get<TaskCounts>("/api/tasks/count", undefined, signal),
    enabled: may,
    refetchInterval: 60_000,
    retry: false,
  });
  return may ? data : undefined;
}
