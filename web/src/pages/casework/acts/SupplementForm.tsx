import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Form } from "antd";
import { useState } from "react";
import { FormSection } from "@/components";
import { itemsQuery } from "../data";
import { PaperPreview } from "../parts/PaperPreview";
import { ActForm, type ActProps } from "./ActForm";
import { unsigned } from "./signing";
import { WordsItem } from "./fields";

interface Values { materials?: string[]; text?: string }

/** SupplementForm tells the family once and whole what is missing; the notice can be read before it goes out. */
export default function SupplementForm(props: ActProps) {
  const { data } = props;
  const [form] = Form.useForm<Values>();
  const items = useQuery(itemsQuery(data.case.division));
  const materials = items.data?.items.find((i) => i.id === data.case.item)?.materials ?? [];
  const [seen, setSeen] = useState<string | null>(null);
  const missing = unsigned(data).map((m) => m.name);
  const compose = (ids: string[]) => {
    const names = materials.filter((m) => ids.includes(m.id)).map((m) => (m.id === "authorisation" && missing.length > 0 ? `${m.name}（${missing.join("、")}）` : m.name));
    if (names.length > 0) form.setFieldValue("text", `请补交：${names.join("；")}。`);
  };
  return (
    <ActForm<Values> {...props} form={form} submitLabel="发出一次性补正告知书" body={(v) => ({ materials: v.materials ?? [], text: v.text?.trim() ?? "" })}
      extra={<Button onClick={() => setSeen(form.getFieldValue("text") as string)}>预览告知书</Button>}
    >
      <Alert className="cw-gap" type="warning" showIcon title="补正要求只能告知一次，请把缺少的材料一次写全。" />
      <FormSection title="缺少的材料">
        <Form.Item name="materials" label="选择材料">
          <Checkbox.Group
            className="cw-stack"
            onChange={(ids) => compose(ids as string[])}
            options={materials.map((m) => ({ value: m.id, label: `${m.name}${m.required ? "" : `（${m.when ?? "视情况"}）`}` }))}
          />
        </Form.Item>
        <WordsItem name="text" label="告知内容" extra="写得让申请人看得懂：缺什么、为什么要、到哪里办。" maxLength={1000} />
      </FormSection>
      {seen !== null && <PaperPreview caseId={data.case.id} proposed={{ kind: "supplement_notice", reason: seen || undefined }} title="一次性补正告知书预览" />}
    </ActForm>
  );
}
