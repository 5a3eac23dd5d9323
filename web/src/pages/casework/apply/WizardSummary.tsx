import { Alert } from "antd";
import { useEffect, useRef } from "react";
import type { NamePath, Summary } from "@/components";

/** WizardSummary lists what is wrong across all steps; each line leads to its step and field. */
export function WizardSummary({ summary, onJump }: { summary: Summary | null; onJump: (path: NamePath) => void }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (summary) box.current?.focus();
  }, [summary]);
  if (!summary) return null;
  return (
    <div ref={box} tabIndex={-1} className="zf-summary">
      <Alert
        type="error"
        showIcon
        title={summary.message}
        description={
          <>
            {summary.fields.length > 0 && (
              <ul>
                {summary.fields.map((field) => (
                  <li key={field.path.join(".") + field.message}>
                    <button type="button" className="zf-link" onClick={() => onJump(field.path)}>{field.message}</button>
                  </li>
                ))}
              </ul>
            )}
            {summary.reference && <span>参考编号 <code>{summary.reference}</code></span>}
          </>
        }
      />
    </div>
  );
}
