import { Form, Input, InputNumber, Radio } from "antd";
import { useSession } from "@/app/session";
import { date, FormSection } from "@/components";
import { Uploader } from "../parts/Uploader";
import { ActForm, type ActProps } from "./ActForm";
import { DayItem, WordsItem } from "./fields";

interface Values {
  held_on?: string;
  chair?: string;
  recorder?: string;
  participants?: number;
  for?: number;
  against?: number;
  abstained?: number;
  conclusion?: string;
  record?: string;
}

/** AppraisalForm keeps the record of a democratic appraisal, held only after an objection. */
export default function AppraisalForm(props: ActProps) {
  const { now } = useSession();
  return (
    <ActForm<Values> {...props} submitLabel="登记民主评议" initial={{ held_on: date(now), for: 0, against: 0, abstained: 0 }} body={(v) => ({ ...v })}>
      <FormSection title="会议">
        <DayItem name="held_on" label="评议日期" />
        <div className="cw-fields">
          <Form.Item name="chair" label="主持人" rules={[{ required: true, whitespace: true, min: 2, message: "请填写主持人姓名。" }]}><Input maxLength={30} autoComplete="off" /></Form.Item>
          <Form.Item name="recorder" label="记录人" rules={[{ required: true, whitespace: true, min: 2, message: "请填写记录人姓名。" }]}><Input maxLength={30} autoComplete="off" /></Form.Item>
        </div>
      </FormSection>
      <FormSection title="表决" help="同意、反对、弃权之和应等于参加人数。">
        <div className="cw-fields">
          <Count name="participants" label="参加人数" min={1} />
          <Count name="for" label="同意" />
          <Count name="against" label="反对" />
          <Count name="abstained" label="弃权" />
        </div>
        <Form.Item
          noStyle
          dependencies={["participants", "for", "against", "abstained"]}
          name="tally"
          rules={[({ getFieldsValue }) => ({
            validator: async () => {
              const v = getFieldsValue() as Values;
              if (v.participants && (v.for ?? 0) + (v.against ?? 0) + (v.abstained ?? 0) !== v.participants) throw new Error("同意、反对、弃权之和与参加人数不符，请核对。");
            },
          })]}
        >
          <input type="hidden" />
        </Form.Item>
        <Form.Item name="conclusion" label="评议结论" rules={[{ required: true, message: "请选择评议结论。" }]}>
          <Radio.Group className="cw-stack" options={[{ value: "upheld", label: "维持初审意见" }, { value: "resurvey", label: "不维持，重新入户调查" }]} />
        </Form.Item>
        <WordsItem name="record" label="评议记录" rows={6} maxLength={4000} />
        <Uploader caseId={props.data.case.id} kind="appraisal_record" label="评议记录扫描件" />
      </FormSection>
    </ActForm>
  );
}

function Count({ name, label, min = 0 }: { name: keyof Values; label: string; min?: number }) {
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: `请填写${label}。` }]}>
      <InputNumber min={min} max={500} precision={0} style={{ width: "100%" }} />
    </Form.Item>
  );
}
