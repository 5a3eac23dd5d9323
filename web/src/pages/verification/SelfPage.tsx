import { useRef, useState, type FormEvent } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { uuid } from "@/components/useIdempotencyKey";
import { useLeaveGuard } from "@/components/useLeaveGuard";
import "../public/board.css";
import { PlainField } from "../public/PlainField";
import { SelfAsked } from "./SelfAsked";
import { SelfDone } from "./SelfDone";
import { SelfSign } from "./SelfSign";
import { SelfWithdraw } from "./SelfWithdraw";
import "./verification.css";

export type Opened = Schemas["SelfPage"];
export type SelfReceipt = Schemas["SelfReceipt"];

export interface Key {
  code: string;
  tail: string;
}

/** SelfPage is what an applicant opens on the phone by a code: no sign-in; the code stands behind the # and is not sent with the address. */
export default function SelfPage() {
  const [key, setKey] = useState<Key>({ code: decodeURIComponent(globalThis.location.hash.slice(1)), tail: "" });
  const [page, setPage] = useState<Opened | null>(null);
  const [receipt, setReceipt] = useState<SelfReceipt | null>(null);
  const [id] = useState(uuid);
  useLeaveGuard(page?.task === "authorise" && !receipt);
  if (receipt && page) return <SelfDone page={page} receipt={receipt} />;
  if (page?.task === "authorise") return <SelfSign page={page} access={key} id={id} onDone={setReceipt} />;
  if (page?.task === "withdraw") return <SelfWithdraw page={page} access={key} onDone={setReceipt} />;
  if (page?.task === "asked") return <SelfAsked page={page} />;
  return <OpenForm first={key} onOpened={(opened, by) => { setKey(by); setPage(opened); globalThis.scrollTo(0, 0); }} />;
}

function OpenForm({ first, onOpened }: { first: Key; onOpened: (page: Opened, by: Key) => void }) {
  const [code, setCode] = useState(first.code);
  const [tail, setTail] = useState("");
  const [faults, setFaults] = useState<{ code?: string; tail?: string }>({});
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = {
      code: code.trim() ? undefined : "请输入代码，工作人员给您的八位字母和数字。",
      tail: /^\d{5}[\dXx]$/.test(tail.trim()) ? undefined : "请输入身份证号的最后六位，最后一位可能是 X。",
    };
    setFaults(wrong);
    setProblem("");
    if (wrong.code || wrong.tail) {
      form.current?.querySelector<HTMLElement>(wrong.code ? "#zs-code" : "#zs-tail")?.focus();
      return;
    }
    setBusy(true);
    const by = { code: code.trim(), tail: tail.trim() };
    try {
      onOpened(await api.post<Opened>("/api/public/self-service/open", by), by);
    } catch (thrown) {
      setProblem(asApiError(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1 className="zb-title">核对授权自助办理</h1>
      <p className="zb-lead">签署核对授权书、撤回授权、看看谁查过您。请先核对身份。</p>
      <form ref={form} className="zb-card" onSubmit={(e) => void submit(e)} noValidate>
        <PlainField id="zs-code" label="代码是什么？" help="工作人员给您的八位字母和数字。扫码打开的已经填好。" value={code} onChange={setCode} error={faults.code} maxLength={20} autoComplete="off" required />
        <PlainField id="zs-tail" label="您身份证号的最后六位？" help="监护人办理的，填监护人自己的。" value={tail} onChange={setTail} error={faults.tail} maxLength={6} autoComplete="off" required />
        {problem && <p role="alert" className="zb-error">{problem}</p>}
        <button type="submit" className="zb-button" aria-disabled={busy}>{busy ? "正在打开…" : "打开"}</button>
      </form>
    </>
  );
}
