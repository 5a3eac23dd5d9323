import { Form, Input, Select } from "antd";
import { FormSection } from "@/components/FormSection";
import { AnyPlacePicker } from "./AnyPlacePicker";
import { useCodes } from "./codes";

/** The plain fields of a person in the form; codes as strings, empty means not known. */
export interface FactValues {
  register_division?: string;
  residence_division?: string;
  ethnicity?: string;
  marital?: string;
  health?: string;
  education?: string;
  schooling?: string;
  work_ability?: string;
  serious_illness?: string;
  disability_type?: string;
  disability_grade?: string;
  account_holder?: string;
  bank_name?: string;
}

/** CodeItem is a choice from a code table; it can be searched, and cleared to "not known". */
export function CodeItem({ name, label, table, required }: { name: string; label: string; table: string; required?: boolean }) {
  const codes = useCodes();
  return (
    <Form.Item name={name} label={label} rules={required ? [{ required, message: `请选择${label}。` }] : []}>
      <Select allowClear showSearch={{ optionFilterProp: "label" }} options={codes.options(table)} placeholder="未填" />
    </Form.Item>
  );
}

/** PersonFacts are the parts of the form on place, life, health and disability. */
export function PersonFacts() {
  return (
    <>
      <FormSection title="户籍与居住">
        <Form.Item name="register_division" label="户籍地">
          <AnyPlacePicker />
        </Form.Item>
        <Form.Item name="residence_division" label="居住地" extra="与户籍地相同的可以不填。">
          <AnyPlacePicker />
        </Form.Item>
      </FormSection>
      <FormSection title="基本情况">
        <CodeItem name="ethnicity" label="民族" table="ethnicity" />
        <CodeItem name="marital" label="婚姻状况" table="marital" />
        <CodeItem name="education" label="文化程度" table="education" />
        <CodeItem name="schooling" label="在校情况" table="schooling" />
        <CodeItem name="work_ability" label="劳动能力" table="work_ability" />
      </FormSection>
      <FormSection title="健康与残疾">
        <CodeItem name="health" label="健康状况" table="health" />
        <Form.Item name="serious_illness" label="重特大疾病病种">
          <Input maxLength={100} />
        </Form.Item>
        <CodeItem name="disability_type" label="残疾类别" table="disability_type" />
        <CodeItem name="disability_grade" label="残疾等级" table="disability_grade" />
      </FormSection>
    </>
  );
}

/** factsBody turns the form's values into what the server takes: empty strings for "not known", numbers for disability. */
export function factsBody(v: FactValues) {
  return {
    register_division: v.register_division ?? "",
    residence_division: v.residence_division ?? "",
    ethnicity: v.ethnicity ?? "",
    marital: v.marital ?? "",
    health: v.health ?? "",
    education: v.education ?? "",
    schooling: v.schooling ?? "",
    work_ability: v.work_ability ?? "",
    serious_illness: v.serious_illness?.trim() ?? "",
    disability_type: Number(v.disability_type ?? 0),
    disability_grade: Number(v.disability_grade ?? 0),
    account_holder: v.account_holder?.trim() ?? "",
    bank_name: v.bank_name?.trim() ?? "",
  };
}
