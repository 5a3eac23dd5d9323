import { useQuery } from "@tanstack/react-query";
import { api } from "@/api/http";
import { useMay } from "./session";

interface OpenTasks {
  open: number;
  late: number;
}

/** useOpenTasks is the number on the 待办 badge: what waits for the person or the office, and how much of it is late. */
export function useOpenTasks(): OpenTasks | undefined {
  const may = useMay("task.list");
  const { data } = useQuery({
    queryKey: ["tasks", "count"],
    queryFn: ({ signal }) => api.get<OpenTasks>("/api/tasks/count", undefined, signal),
    enabled: may,
    refetchInterval: 60_000,
    retry: false,
  });
  return may ? data : undefined;
}
