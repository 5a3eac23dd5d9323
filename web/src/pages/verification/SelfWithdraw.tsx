import { useState } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { purposes } from "./calls";
import type { Key, Opened, SelfReceipt } from "./SelfPage";

/** SelfWithdraw lets a person end one of their authorisations, after saying what follows. */
export function SelfWithdraw({ page, access, onDone }: { page: Opened; access: Key; onDone: (receipt: SelfReceipt) => void }) {
  const list = page.authorisations ?? [];
  const [chosen, setChosen] = useState("");
  const [problem, setProblem] = useState("");
  const [busy, setBusy] = useState(false);
  const withdraw = async () => {
    if (busy) return;
    if (!chosen) return setProblem("请先选择要撤回的授权。");
    setBusy(true);
    setProblem("");
    try {
      onDone(await api.post<SelfReceipt>("/api/public/self-service/withdraw", { ...access, authorisation: chosen }));
    } catch (thrown) {
      setProblem(asApiError(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <h1 className="zb-title">{page.signer}，要撤回哪一份授权？</h1>
      {list.length === 0 ? <p className="zb-card" role="status">{page.name}现在没有有效的授权书，不用撤回。</p> : (
        <div className="zb-card">
          <fieldset className="zv-choices">
            <legend className="zf-hidden">有效的授权书</legend>
            {list.map((a) => (
              <label key={a.id} className="zv-choice">
                <input type="radio" name="authorisation" value={a.id} checked={chosen === a.id} onChange={() => setChosen(a.id)} />
                <span><strong>{purposes[a.purpose] ?? a.purpose}</strong><br /><span className="zb-small">{a.number}，{a.signed_on} 签，{a.valid_until ? `到 ${a.valid_until}` : "到撤回为止"}。{a.class_names}</span></span>
              </label>
            ))}
          </fieldset>
          <p>撤回后，民政部门马上不再查询。已经查到的留在档案里。正在办的申请、正在领的待遇可能因为没法核对而受影响，拿不准可以先问一问工作人员。</p>
          {problem && <p role="alert" className="zb-error">{problem}</p>}
          <button type="button" className="zb-button" aria-disabled={busy} onClick={() => void withdraw()}>{busy ? "正在提交…" : "撤回这份授权"}</button>
        </div>
      )}
    </>
  );
}
