import { Form, Input, Radio } from "antd";
import { useSession } from "@/app/session";
import { date, FormSection } from "@/components";
import { ActForm, type ActProps } from "./ActForm";
import { DayItem } from "./fields";

interface Values { delivered_on?: string; method?: string; receiver?: string }

/** LetterForm records that the decision has reached the family; the case ends with it. */
export default function LetterForm(props: ActProps) {
  const { now } = useSession();
  const { data } = props;
  return (
    <ActForm<Values>
      {...props}
      submitLabel="登记送达"
      initial={{ delivered_on: date(now), method: "in_person", receiver: data.case.applicant_name }}
      body={(v) => ({ delivered_on: v.delivered_on, method: v.method, receiver: v.receiver?.trim() ?? "" })}
    >
      <FormSection title="送达" help="文书在“文书”中打印。送达后案件办结。">
        <DayItem name="delivered_on" label="送达日期" min={data.decision ? date(data.decision.decided_at) : undefined} />
        <Form.Item name="method" label="送达方式" rules={[{ required: true, message: "请选择送达方式。" }]}>
          <Radio.Group
            className="cw-stack"
            options={[{ value: "in_person", label: "当面送达" }, { value: "post", label: "邮寄送达" }, { value: "online", label: "网上送达" }, { value: "left_at_home", label: "留置送达" }]}
          />
        </Form.Item>
        <Form.Item name="receiver" label="签收人" rules={[{ required: true, whitespace: true, min: 2, message: "请填写签收人姓名。" }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
      </FormSection>
    </ActForm>
  );
}
