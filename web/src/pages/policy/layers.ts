import type { ProcedureStep } from "@/api/policy";

/**
 * layers puts the steps of a procedure in rows: a step stands below every step that leads forward to it, so steps done side
 * by side share a row. Ways back (returns) do not count. A loop, which the loader refuses, would end at its depth limit.
 */
export function layers(steps: readonly ProcedureStep[], start: string): ProcedureStep[][] {
  const byId = new Map(steps.map((step) => [step.id, step]));
  const depth = new Map<string, number>();
  const visit = (id: string, at: number) => {
    const step = byId.get(id);
    if (!step || at > steps.length || (depth.get(id) ?? -1) >= at) return;
    depth.set(id, at);
    for (const exit of step.exits ?? []) if (!exit.returns) for (const to of exit.to ?? []) visit(to, at + 1);
  };
  visit(start, 0);
  const rows: ProcedureStep[][] = [];
  for (const step of steps) {
    const at = depth.get(step.id);
    if (at !== undefined) (rows[at] ??= []).push(step);
  }
  return rows.filter((row) => row !== undefined);
}
