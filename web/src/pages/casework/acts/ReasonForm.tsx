import { Alert } from "antd";
import { FormSection } from "@/components";
import { ActForm, type ActProps } from "./ActForm";
import { DayItem, WordsItem } from "./fields";

interface Values { reason?: string; notified_on?: string }

const says: Record<string, { label: string; follows: string; help: string }> = {
  withdraw: { label: "办理撤回", follows: "案件将以“已撤回”结束，不能恢复；家庭可以随时重新申请。", help: "申请人要求撤回的原因和方式（当面、书面、电话）。" },
  terminate: { label: "终止办理", follows: "案件将以“已终止”结束，不能恢复。申请人不配合的，须先书面告知其义务和后果；终止后须书面告知申请人。", help: "写明不配合的事实，或逾期没有补正的情况。" },
  extend: { label: "延长期限", follows: "总时限延长为特殊情况的时限，只能延长一次，理由记入时间线。", help: "例如：成员户籍迁移尚待外省答复。" },
};

/** ReasonForm serves the acts that need a reason and little else: withdraw, terminate, extend. */
export default function ReasonForm(props: ActProps) {
  const text = says[props.act.act] ?? { label: props.act.name, follows: "", help: "" };
  return (
    <ActForm<Values> {...props} submitLabel={text.label} body={(v) => ({ reason: v.reason?.trim() ?? "", notified_on: v.notified_on || undefined })}>
      <Alert className="cw-gap" type="warning" showIcon title={text.follows} />
      <FormSection title={props.act.name}>
        <WordsItem name="reason" label="理由" maxLength={1000} extra={text.help} />
        {props.act.act === "terminate" && <DayItem name="notified_on" label="书面告知日期" required={false} extra="因不配合终止的必填；因逾期未补正终止的不用填。" />}
      </FormSection>
    </ActForm>
  );
}
