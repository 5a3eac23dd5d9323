import { Form, Select } from "antd";
import type { NamePath } from "@/components/formErrors";
import { useCodes } from "./codes";

/** A household has one head: 本人 and 户主 cannot be chosen for anybody else. */
const notOthers = new Set(["01", "02"]);

/** RelationItem asks the relation to the head, GB/T 4761. */
export function RelationItem({ name, label = "与户主关系" }: { name: NamePath; label?: string }) {
  const codes = useCodes();
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: "请选择与户主关系。" }]}>
      <Select
        showSearch={{ optionFilterProp: "label" }}
        placeholder="选择或输入，如：妻、长子、母亲"
        options={codes.options("relation").filter((o) => !notOthers.has(o.value))}
      />
    </Form.Item>
  );
}
