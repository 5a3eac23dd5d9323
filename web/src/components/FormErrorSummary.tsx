import { Alert, Form, type FormInstance } from "antd";
import { useEffect, useMemo, useRef } from "react";
import { jumpTo, type Summary } from "./formErrors";

/**
 * FormErrorSummary stands above a form that was refused: each line jumps to its field. It takes the focus as it comes. What has been
 * changed since is no longer listed; sending the form again looks at all of it.
 */
export function FormErrorSummary({ form, summary }: { form: FormInstance; summary: Summary | null }) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (summary) box.current?.focus();
  }, [summary]);
  Form.useWatch([], form); // looks again with every change of the form
  const refused = useMemo(() => summary?.fields.map((field): unknown => form.getFieldValue(field.path)) ?? [], [form, summary]);
  if (!summary) return null;
  const left = summary.fields.filter((field, i) => form.getFieldValue(field.path) === refused[i]);
  if (summary.fields.length > 0 && left.length === 0) return null;
  return (
    <div ref={box} tabIndex={-1} className="zf-summary">
      <Alert
        type="error"
        showIcon
        title={summary.message}
        description={
          <>
            {left.length > 0 && (
              <ul>
                {left.map((field) => (
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
