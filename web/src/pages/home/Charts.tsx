import type { HomeNumbers } from "@/api/work";
import { Chart } from "@/components";

/** StepsChart: at which step the open cases stand; a bar opens the cases of that step. */
export function StepsChart({ steps, list }: { steps: NonNullable<HomeNumbers["cases_by_step"]>; list?: string }) {
  const points = steps.map((s) => ({ label: s.name, value: s.count, to: list, search: { status: "open", step: s.step } }));
  return <Chart question="在办案件停在哪一步？" unit="件" points={points} />;
}
