import { Alert, type FormInstance } from "antd";
import { useEffect, useRef } from "react";
import { jumpTo, type Summary } from "./formErrors";

/** FormErrorSummary stands above a form that was refused: each line jumps to its field. It takes the focus as it comes. */
export function FormErrorSummary({ form, summary }: { form: FormInstance; summary: Summary | null }) {
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
                    <button type="button" className="zf-link" onClick={() => jumpTo(form, field.path)}>{field.message}</button>
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
