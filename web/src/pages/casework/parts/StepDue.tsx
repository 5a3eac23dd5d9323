import { useSession } from "@/app/session";
import { date, DueTag } from "@/components";

/** daysBetween counts natural days from one day to another, both as 2006-01-02. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}

/** useLeft is the time left of a step in the days that the law counts: the notice runs in natural days, all else in working days. */
export function useLeft(): (step: string | undefined, left: number | undefined, due: string | undefined) => { left: number | undefined; natural: boolean } {
  const today = date(useSession().now);
  return (step, left, due) => (step === "notice" && due ? { left: daysBetween(today, due), natural: true } : { left, natural: false });
}

/** StepDue shows the time left of a step. */
export function StepDue({ step, left, due }: { step?: string; left?: number; due?: string }) {
  const time = useLeft()(step, left, due);
  return <DueTag daysLeft={time.left} natural={time.natural} />;
}
