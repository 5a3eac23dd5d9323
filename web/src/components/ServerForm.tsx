import { Button, Form, type FormInstance } from "antd";
import { useRef, useState, type ReactNode } from "react";
import { FormErrorSummary } from "./FormErrorSummary";
import { summaryOf, type Summary } from "./formErrors";
import { useIdempotencyKey } from "./useIdempotencyKey";
import { useLeaveGuard } from "./useLeaveGuard";

interface Props<T extends object> {
  form?: FormInstance<T>;
  initialValues?: Partial<T>;
  /** Sends the form; the key goes into Idempotency-Key. What it throws is shown at the fields and in the summary. */
  onSubmit: (values: T, idempotencyKey: string) => Promise<unknown>;
  onValuesChange?: (values: T) => void;
  submitLabel: ReactNode;
  /** Other buttons beside the main one. */
  extra?: ReactNode;
  /** Ask before leaving with unsaved work (default: yes). */
  guard?: boolean;
  children: ReactNode;
}

/** ServerForm is the one way to send a form: one submit at a time, one key per form, errors at fields and on top. */
export function ServerForm<T extends object>(props: Props<T>) {
  const { onSubmit, onValuesChange, submitLabel, extra, guard = true, children, initialValues } = props;
  const [own] = Form.useForm<T>();
  const form = props.form ?? own;
  const [summary, setSummary] = useState<Summary | null>(null);
  const [busy, setBusy] = useState(false);
  const running = useRef(false);
  const [dirty, setDirty] = useState(false);
  const allowLeave = useLeaveGuard(guard && dirty);
  const idempotency = useIdempotencyKey();

  const finish = async (values: T) => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    setSummary(null);
    try {
      allowLeave();
      await onSubmit(values, idempotency.key());
      idempotency.renew();
      setDirty(false);
    } catch (thrown) {
      allowLeave(false);
      setSummary(summaryOf(form as FormInstance, thrown));
    } finally {
      running.current = false;
      setBusy(false);
    }
  };

  return (
    <Form<T>
      form={form}
      layout="vertical"
      initialValues={initialValues}
      requiredMark={(label, { required }) => <>{label}{!required && <span className="zf-optional">（选填）</span>}</>}
      scrollToFirstError={{ focus: true, block: "center" }}
      onValuesChange={(_, values) => {
        setDirty(true);
        onValuesChange?.(values);
      }}
      onFinish={(values) => void finish(values)}
      onFinishFailed={({ errorFields }) =>
        setSummary({
          message: "有内容还没有填对，请按提示修改。",
          reference: "",
          fields: errorFields.map((f) => ({ path: f.name as (string | number)[], message: f.errors[0] ?? "请检查这一项" })),
        })
      }
    >
      <FormErrorSummary form={form as FormInstance} summary={summary} />
      {children}
      <div className="zf-form-actions">
        <Button type="primary" htmlType="submit" loading={busy}>{submitLabel}</Button>
        {extra}
      </div>
    </Form>
  );
}
