import { queryOptions } from "@tanstack/react-query";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { yuan } from "@/components/format";

export type Simulation = Schemas["Simulation"];
export type SimulationResult = Schemas["SimulationResult"];
export type SimulationGroup = Schemas["SimulationGroup"];
export type StartSimulation = Schemas["StartSimulation"];

const going = (run?: Simulation) => run?.state === "queued" || run?.state === "running";

export const runsQuery = queryOptions({
  queryKey: ["simulations"],
  queryFn: async ({ signal }) => (await api.get<Schemas["Simulations"]>("/api/simulations", undefined, signal)).runs ?? [],
  refetchInterval: (query) => (query.state.data?.some(going) ? 1500 : false),
});

/** A run that goes on is asked for again twice a second. */
export const runQuery = (id: string) =>
  queryOptions({
    queryKey: ["simulations", id],
    queryFn: ({ signal }) => api.get<Simulation>(`/api/simulations/${id}`, undefined, signal),
    refetchInterval: (query) => (going(query.state.data) ? 600 : false),
  });

export const states: Record<Simulation["state"], [string, "blue" | "green" | "amber" | "red" | "grey"]> = {
  queued: ["排队", "blue"], running: ["测算中", "blue"], done: ["完成", "green"], failed: ["没有完成", "red"], cancelled: ["已取消", "grey"],
};

/** What is tried out, in words. */
export function changeText(change: Schemas["ParameterChange"], label?: string): string {
  const value = change.value ? change.value : `城镇 ${change.urban ?? ""}，农村 ${change.rural ?? ""}`;
  return `${label ?? change.parameter} → ${value}`;
}

/** Money with its sign: what a change costs or saves. */
export const signed = (fen: number) => (fen > 0 ? `+${yuan(fen)}` : yuan(fen));
