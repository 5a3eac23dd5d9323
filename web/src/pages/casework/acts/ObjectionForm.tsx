import { Form, Input, Radio } from "antd";
import { FormSection } from "@/components";
import { ActForm, type ActProps } from "./ActForm";
import { WordsItem } from "./fields";

interface Values { channel?: "window" | "letter" | "telephone"; name?: string; contact?: string; text?: string }

/** ObjectionForm takes down an objection; who raised it stays with the offices that handle it. */
export default function ObjectionForm(props: ActProps) {
  return (
    <ActForm<Values>
      {...props}
      versionless
      submitLabel="登记异议"
      initial={{ channel: "window" }}
      body={(v) => ({ channel: v.channel, name: v.name?.trim() || undefined, contact: v.contact?.trim() || undefined, text: v.text?.trim() ?? "" })}
    >
      <FormSection title="异议" help="可以匿名。反映人的姓名和联系方式只有办理机关看得到。">
        <Form.Item name="channel" label="来源" rules={[{ required: true }]}>
          <Radio.Group className="cw-yesno" options={[{ value: "window", label: "窗口" }, { value: "letter", label: "来信" }, { value: "telephone", label: "来电" }]} />
        </Form.Item>
        <WordsItem name="text" label="异议内容" min={5} />
        <Form.Item name="name" label="反映人姓名"><Input maxLength={50} autoComplete="off" /></Form.Item>
        <Form.Item name="contact" label="联系方式" extra="没有联系方式，就不能答复本人。"><Input maxLength={100} autoComplete="off" /></Form.Item>
      </FormSection>
    </ActForm>
  );
}
