import type { HomeNumbers } from "@/api/work";
import { Chart } from "@/components";
import { shortPlace } from "@/app/shortPlace";

/** StepsChart: at which step the open cases stand; a bar opens the cases of that step. */
export function StepsChart({ steps, list }: { steps: NonNullable<HomeNumbers["cases_by_step"]>; list?: string }) {
  const points = steps.map((s) => ({ label: s.name, value: s.count, to: list, search: { status: "open", step: s.step } }));
  return <Chart question="在办案件停在哪一步？" unit="件" points={points} />;
}

/** AreasChart: which areas below are late most; a bar opens their late cases. */
export function AreasChart({ areas, list }: { areas: NonNullable<HomeNumbers["areas"]>; list?: string }) {
  const points = areas.map((a) => ({
    label: shortPlace(a.division_name),
    value: a.late,
    to: list,
    search: { status: "open", division: a.division, due: "late" },
  }));
  return <Chart question="哪些地区逾期最多？" unit="件" points={points} />;
}
