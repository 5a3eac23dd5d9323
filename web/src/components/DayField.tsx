import { lazy, Suspense } from "react";

const DayPicker = lazy(() => import("./DayPicker"));

/** DayField is a day inside a Form.Item; the calendar comes in a chunk of its own. */
export function DayField({ label, value = "", onChange }: { label: string; value?: string; onChange?: (day: string) => void }) {
  return (
    <Suspense fallback={null}>
      <DayPicker label={label} value={value} onChange={(day) => onChange?.(day)} />
    </Suspense>
  );
}
