import { Alert, Form, Radio } from "antd";
import { useMemo, useRef, useState } from "react";
import { ApiError } from "@/api/errors";
import { useSession } from "@/app/session";
import { ConfirmLegalAct, FormSection, MoneyText, ServerForm, useDraft, yuan } from "@/components";
import { PaperPreview } from "../parts/PaperPreview";
import { sessionDraft } from "../parts/sessionDraft";
import { sendAct, useActDone, type ActProps } from "./ActForm";
import { WordsItem } from "./fields";

interface Values { outcome?: "confirm" | "refuse" | "return"; reason?: string }

/** ConfirmForm decides. Before a decision is made, the letter that the family will receive is read. */
export default function ConfirmForm({ data, act, onDone }: ActProps) {
  const { staff } = useSession();
  const [form] = Form.useForm<Values>();
  const outcome = Form.useWatch("outcome", { form, preserve: true });
  const store = useMemo(() => sessionDraft<Values>(staff.id, `${data.case.id}.confirm`), [staff.id, data.case.id]);
  const [restored] = useState(() => store.load() as Values | null);
  const draft = useDraft(store);
  const [asked, setAsked] = useState<Values | null>(null);
  const done = useActDone(data.case.id, onDone);
  const amount = data.result?.amount_fen ?? null;

  const running = useRef<Promise<void> | null>(null);
  /** A second click waits for the first instead of asking twice. */
  const send = (v: Values, key: string) => (running.current ??= sendOnce(v, key).finally(() => { running.current = null; }));
  const sendOnce = async (v: Values, key: string) => {
    const body = { outcome: v.outcome, reason: v.reason?.trim() || undefined, ...(v.outcome === "confirm" && amount !== null ? { amount_fen: amount } : {}) };
    const state = await sendAct(data, "confirm", data.case.version, body, key);
    await draft.clear();
    done(state);
  };
  const refusing = asked?.outcome === "refuse";
  return (
    <>
      {act.blocked && <Alert className="cw-gap" type="warning" showIcon title={act.blocked} description="可以不予确认，或退回。" />}
      <ServerForm<Values>
        form={form}
        guard={false}
        initialValues={restored ?? {}}
        onValuesChange={() => draft.change(form.getFieldsValue(true) as Values)}
        submitLabel={outcome === "return" ? "退回" : "下一步：看将送达的文书"}
        onSubmit={async (v, key) => {
          if (v.outcome === "return") await send(v, key);
          else if (v.outcome === "confirm" && data.result?.outcome !== "eligible") throw new ApiError({ status: 409, code: "not_eligible", message: act.blocked || "按现行政策还不能确认，请改为不予确认，或退回核实。" });
          else setAsked(v);
        }}
      >
        <FormSection title="决定">
          {amount !== null && <p className="cw-gap">按现行政策和采信的事实，每月金额 <strong><MoneyText fen={amount} unit="元" /></strong></p>}
          <Form.Item name="outcome" label="决定" rules={[{ required: true, message: "请选择决定。" }]}>
            <Radio.Group
              className="cw-stack"
              options={[{ value: "confirm", label: "确认" }, { value: "refuse", label: "不予确认" }, { value: "return", label: "退回上一步" }]}
            />
          </Form.Item>
          <WordsItem
            key={outcome === "confirm" ? "may" : "must"}
            name="reason"
            label={outcome === "refuse" ? "事实、条款和理由" : outcome === "return" ? "退回理由" : "说明"}
            required={outcome === "refuse" || outcome === "return"}
            extra={outcome === "refuse" ? "将写入不予确认告知书，送达申请人。" : undefined}
          />
        </FormSection>
      </ServerForm>
      <ConfirmLegalAct
        open={asked !== null}
        act={refusing ? "不予确认" : "确认"}
        danger={refusing}
        letter={
          asked && (
            <PaperPreview
              caseId={data.case.id}
              title={refusing ? "不予确认告知书" : "确认通知书"}
              proposed={refusing ? { kind: "refusal_letter", reason: asked.reason?.trim() } : { kind: "confirmation_letter", amount_fen: amount ?? undefined }}
            />
          )
        }
        consequences={
          refusing
            ? "决定作出后须在规定期限内书面送达申请人；申请人可以申请行政复议或提起诉讼。"
            : amount === null ? "通知书送达后案件办结。" : `从下月起每月发放 ${yuan(amount)} 元，通知书送达后案件办结。`
        }
        onConfirm={(key) => send(asked ?? {}, key)}
        onClose={() => setAsked(null)}
      />
    </>
  );
}
