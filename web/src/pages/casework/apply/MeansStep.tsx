import { Form } from "antd";
import { FormSection } from "@/components";
import { FactItems } from "../parts/FactItems";
import { said } from "../parts/factValue";
import type { FactField } from "../types";
import type { ApplyForm } from "./form";

interface Props {
  income: readonly FactField[];
  household: readonly FactField[];
}

const empty = "未填，由核对查询";

/** MeansStep: income of each member and assets of the household. An empty field is unknown, and never becomes zero. */
export function MeansStep({ income, household }: Props) {
  const form = Form.useFormInstance<ApplyForm>();
  const members = Form.useWatch("members", { form, preserve: true }) ?? [];
  const facts = Form.useWatch("facts", { form, preserve: true });
  const asked = household.filter((f) => f.asked);
  return (
    <>
      <p className="zf-help cw-lead">没有的填 0；不知道的不要填 0，空着即可，由公安、税务、银行等部门核对。</p>
      {members.map((member, index) => (
        <FormSection key={index} title={`${member?.name?.trim() || `成员 ${index + 1}`}的收入和支出`} help={progress(income, member?.facts)}>
          <FactItems fields={income} path={["members", index, "facts"]} empty={empty} />
        </FormSection>
      ))}
      <FormSection title="家庭财产" help={progress(asked, facts)}>
        <FactItems fields={household} path={["facts"]} empty={empty} />
      </FormSection>
    </>
  );
}

function progress(fields: readonly FactField[], texts: Record<string, string | undefined> | undefined): string {
  const asked = fields.filter((f) => f.asked);
  const known = said(asked, texts);
  return known === asked.length ? `${known} 项已填全。` : `已填 ${known} 项；未填的 ${asked.length - known} 项为“未知”，将通过信息核对查询。`;
}
