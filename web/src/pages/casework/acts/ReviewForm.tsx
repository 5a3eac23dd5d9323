import { Alert, Form, Radio } from "antd";
import { FormSection } from "@/components";
import { countyVisitNames } from "../names";
import { ActForm, type ActProps } from "./ActForm";
import { WordsItem } from "./fields";

interface Values { outcome?: string; opinion?: string }

/** ReviewForm: the county reviewer's opinion, with what the draw said. */
export default function ReviewForm(props: ActProps) {
  const visit = props.data.case.county_visit;
  return (
    <ActForm<Values> {...props} submitLabel="提出审核意见" body={(v) => ({ outcome: v.outcome, opinion: v.opinion?.trim() ?? "" })}>
      <Alert className="cw-gap" type={visit === "drawn" || visit === "relative" ? "warning" : "info"} showIcon title={`县级入户抽查：${countyVisitNames[visit]}`} />
      <FormSection title="审核意见">
        <Form.Item name="outcome" label="意见" rules={[{ required: true, message: "请选择审核意见。" }]}>
          <Radio.Group
            className="cw-stack"
            options={[{ value: "agree", label: "建议确认" }, { value: "refuse", label: "建议不予确认" }, { value: "return", label: "退回镇街重新调查" }]}
          />
        </Form.Item>
        <WordsItem name="opinion" label="审核意见" extra="写明审核的事实和依据；退回的，写明要补充调查什么。" />
      </FormSection>
    </ActForm>
  );
}
