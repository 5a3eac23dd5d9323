import { useMutation } from "@tanstack/react-query";
import { useRef, useState, type FormEvent } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { useIdempotencyKey } from "@/components/useIdempotencyKey";
import { useLeaveGuard } from "@/components/useLeaveGuard";
import { PlainField } from "./PlainField";
import type { ObjectionBody, ObjectionReceipt } from "./types";

const least = 5;

interface Values {
  text: string;
  name: string;
  contact: string;
}

type Faults = Partial<Record<keyof Values, string>>;

/** ObjectionForm asks one thing that is needed and two that are not. Nothing of it stands in the address or in this phone. */
export function ObjectionForm({ noticeId, onSent }: { noticeId: string; onSent: (receipt: ObjectionReceipt) => void }) {
  const [values, setValues] = useState<Values>({ text: "", name: "", contact: "" });
  const [faults, setFaults] = useState<Faults>({});
  const form = useRef<HTMLFormElement>(null);
  const idempotency = useIdempotencyKey();
  const allowLeave = useLeaveGuard(values.text.trim() !== "");
  const send = useMutation({
    mutationFn: (body: ObjectionBody) => api.post<ObjectionReceipt>(`/api/public/notices/${noticeId}/objections`, body, { idempotencyKey: idempotency.key() }),
    onSuccess: (receipt) => {
      idempotency.renew();
      allowLeave();
      onSent(receipt);
    },
    onError: (thrown) => show(Object.fromEntries(asApiError(thrown).errors.map((e) => [e.name, e.message]))),
  });

  const show = (next: Faults) => {
    setFaults(next);
    const first = (["text", "name", "contact"] as const).find((name) => next[name]);
    if (first) form.current?.querySelector<HTMLElement>(`#zb-${first}`)?.focus();
  };
  const set = (name: keyof Values) => (value: string) => {
    setValues((v) => ({ ...v, [name]: value }));
    setFaults(({ [name]: _gone, ...rest }) => rest);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (send.isPending) return;
    const text = values.text.trim();
    if ([...text].length < least) {
      return show({ text: text ? `写得太短了，请至少写 ${least} 个字，说清楚是什么情况。` : "请写下您的意见。" });
    }
    setFaults({});
    send.mutate({ text, name: values.name.trim() || undefined, contact: values.contact.trim() || undefined });
  };
  const problem = send.isError ? asApiError(send.error) : null;

  return (
    <form ref={form} className="zb-card" onSubmit={submit} noValidate>
      <PlainField
        id="zb-text" label="您觉得哪里不对？" help="把您知道的情况写清楚，比如家里有几口人、有什么收入、有没有房子和车。"
        value={values.text} onChange={set("text")} error={faults.text} rows={6} maxLength={2000} required
      />
      <PlainField
        id="zb-name" label="您怎么称呼？（可以不填）" help="不想留名可以空着，一样会核实。"
        value={values.name} onChange={set("name")} error={faults.name} maxLength={30} autoComplete="name"
      />
      <PlainField
        id="zb-contact" label="怎么联系您？（可以不填）" help="电话就可以。留下联系方式，工作人员才能向您了解更多情况。只有办案人员能看到。"
        value={values.contact} onChange={set("contact")} error={faults.contact} maxLength={100} autoComplete="tel"
      />
      {problem && problem.errors.length === 0 && (
        <p role="alert" className="zb-error">
          {problem.message}
          {problem.reference && <> 参考编号 <code>{problem.reference}</code></>}
        </p>
      )}
      <button type="submit" className="zb-button" aria-disabled={send.isPending}>{send.isPending ? "正在提交…" : "提交意见"}</button>
    </form>
  );
}
