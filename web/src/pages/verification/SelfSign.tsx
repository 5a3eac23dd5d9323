import { useRef, useState, type FormEvent } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { purposes } from "./calls";
import type { Key, Opened, SelfReceipt } from "./SelfPage";
import { SignaturePad } from "./SignaturePad";

/** SelfSign shows what will be signed, in plain words and in full, and takes the signature. */
export function SelfSign({ page, access, id, onDone }: { page: Opened; access: Key; id: string; onDone: (receipt: SelfReceipt) => void }) {
  const [agreed, setAgreed] = useState(false);
  const [signature, setSignature] = useState("");
  const [faults, setFaults] = useState<{ agreed?: string; signature?: string }>({});
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const names = page.class_names ?? [];
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    const wrong = { agreed: agreed ? undefined : "请先看完全文，再勾选“我已看完并同意”。", signature: signature ? undefined : "请在框里手写您的姓名。" };
    setFaults(wrong);
    setProblem("");
    if (wrong.agreed || wrong.signature) {
      form.current?.querySelector<HTMLElement>(wrong.agreed ? "#zs-agreed" : "#zs-signature")?.scrollIntoView({ block: "center" });
      return;
    }
    setBusy(true);
    try {
      onDone(await api.post<SelfReceipt>("/api/public/self-service/sign", { ...access, id, signature }));
      globalThis.scrollTo(0, 0);
    } catch (thrown) {
      setProblem(asApiError(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <form ref={form} onSubmit={(e) => void submit(e)} noValidate>
      <h1 className="zb-title">{page.signer}，请看一看再签</h1>
      <div className="zb-card">
        <dl className="zb-facts">
          <div><dt>关于谁</dt><dd>{page.name}{page.guardian && `（由${page.signer}代签）`}</dd></div>
          <div><dt>为什么查</dt><dd>{purposes[page.purpose ?? ""] ?? page.purpose}</dd></div>
          <div><dt>查什么</dt><dd>{names.length > 3 ? `${names.length} 项，见下面全文` : names.join("、")}</dd></div>
          <div><dt>多久有效</dt><dd>{page.valid_until ? `到 ${page.valid_until}` : "到您撤回为止"}</dd></div>
          <div><dt>谁发来的</dt><dd>{page.office} {page.by_name}</dd></div>
        </dl>
        <p className="zb-small">不签也可以。不签的话，民政部门不能查询，申请可能因此办不下去。签了以后随时可以撤回。</p>
      </div>
      <div className="zb-card">
        <h2>授权书全文</h2>
        <p className="zv-self-text">{page.text}</p>
        <label className="zv-agree"><input id="zs-agreed" type="checkbox" checked={agreed} onChange={(e) => setAgreed(e.target.checked)} aria-invalid={Boolean(faults.agreed)} aria-describedby={faults.agreed ? "zs-agreed-fault" : undefined} /> 我已看完并同意</label>
        {faults.agreed && <p id="zs-agreed-fault" role="alert" className="zb-error">{faults.agreed}</p>}
      </div>
      <div className="zb-card">
        <h2>请在框里手写姓名</h2>
        <SignaturePad id="zs-signature" label="手写签名" value={signature} onChange={setSignature} />
        {faults.signature && <p role="alert" className="zb-error">{faults.signature}</p>}
        {problem && <p role="alert" className="zb-error">{problem}</p>}
        <button type="submit" className="zb-button" aria-disabled={busy}>{busy ? "正在提交…" : "签署授权书"}</button>
      </div>
    </form>
  );
}
