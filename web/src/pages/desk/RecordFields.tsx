import { Button, Form, Input, InputNumber, Radio, Select } from "antd";
import type { ReactNode } from "react";
import { yuan } from "@/components";
import { DayField } from "@/components/DayField";
import type { FieldEntry } from "./calls";

const yesNo = [{ value: true, label: "是" }, { value: false, label: "否" }];

/** input is the control of a field's type. */
function input(f: FieldEntry): ReactNode {
  switch (f.type) {
    case "code":
      return <Select allowClear={!f.required} options={(f.options ?? []).map((o) => ({ value: o.code, label: o.label }))} />;
    case "date":
      return <DayField label={f.name} />;
    case "flag":
      return <Radio.Group options={yesNo} />;
    case "count":
      return <InputNumber min={0} precision={0} style={{ width: "100%" }} />;
    case "money":
      return <Input inputMode="decimal" suffix="元" placeholder="例如 1234.50" />;
    default:
      return <Input maxLength={200} />;
  }
}

/** RecordFields are the records of an answer: one at least, and further ones as there are. */
export function RecordFields({ fields }: { fields: readonly FieldEntry[] }) {
  return (
    <Form.List name="records">
      {(items, { add, remove }) => (
        <>
          {items.map((item, i) => (
            <fieldset key={item.key} className="dk-record">
              <legend>第 {i + 1} 条记录</legend>
              {fields.map((f) => (
                <Form.Item key={f.key} name={[item.name, f.key]} label={f.name} required={f.required} rules={f.required ? [{ required: true, message: `请填写${f.name}。` }] : []}>
                  {input(f)}
                </Form.Item>
              ))}
              {items.length > 1 && <p><Button danger onClick={() => remove(item.name)}>删去第 {i + 1} 条</Button></p>}
            </fieldset>
          ))}
          <p><Button onClick={() => add({})}>再加一条记录</Button></p>
        </>
      )}
    </Form.List>
  );
}

/** shown writes a stored value as people read it; money is in fen. */
export function shown(f: FieldEntry, value: unknown): string {
  switch (f.type) {
    case "money":
      return `${yuan(Number(value))} 元`;
    case "flag":
      return value === true ? "是" : "否";
    case "code":
      return (f.options ?? []).find((o) => o.code === value)?.label ?? String(value);
    default:
      return String(value);
  }
}
