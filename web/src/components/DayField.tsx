import { lazy, Suspense } from "react";

const DayPicker = lazy(() => import("./DayPicker"));

/** DayField is a day inside a Form.Item; the calendar comes in a chunk of its own. */
export function DayField({ label, value = "", onChange, optional }: { label: string; value?: string; onChange?: (day: string) => void; optional?: boolean }) {
  return (
    <Suspense fallback={null}>
      <DayPicker optional={optional} label={label} value={value} onChange={(day) => onChange?.(day)} />
    </Suspense>
  );
}
