import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Form, Input, Select } from "antd";
import { useSession } from "@/app/session";
import { date, FormSection } from "@/components";
import { FactItems } from "../parts/FactItems";
import { IdNumberItem } from "../parts/IdNumberItem";
import { cleanId, readId } from "../parts/idNumber";
import { useRelations } from "../parts/codes";
import { said } from "../parts/factValue";
import type { PersonHit } from "../parts/registry";
import type { FactField } from "../types";
import type { ApplyForm, MemberForm } from "./form";
import { useState } from "react";

/** MembersStep: who lives together. The applicant stands first; the facts of each wait folded until they are wanted. */
export function MembersStep({ fields }: { fields: readonly FactField[] }) {
  return (
    <Form.List name="members" rules={[{ validator: oneHead }]}>
      {(rows, { add, remove }, { errors }) => (
        <FormSection
          title={`共同生活的家庭成员（${rows.length} 人）`}
          help="配偶、未成年子女、不能独立生活的成年子女（含本科及以下在校生），以及长期共同居住、有扶养义务的其他人。"
        >
          {rows.map((row) => <MemberCard key={row.key} index={row.name} fields={fields} onRemove={() => remove(row.name)} />)}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({ facts: {} } satisfies MemberForm)} disabled={rows.length >= 50}>添加家庭成员</Button>
          <div className="zf-field-error"><Form.ErrorList errors={errors} /></div>
        </FormSection>
      )}
    </Form.List>
  );
}

/** A household has one head; people who only owe support do not count. */
async function oneHead(_: unknown, members: MemberForm[] | undefined): Promise<void> {
  const heads = (members ?? []).filter((m) => m?.relation === "02" || m?.relation === "01").length;
  if (heads === 0) throw new Error("请标明户主：有一名成员的“与户主关系”应选“户主”。");
  if (heads > 1) throw new Error("户主只能有一名，请核对各成员与户主的关系。");
}

function MemberCard({ index, fields, onRemove }: { index: number; fields: readonly FactField[]; onRemove: () => void }) {
  const form = Form.useFormInstance<ApplyForm>();
  const { now } = useSession();
  const member = Form.useWatch(["members", index], { form, preserve: true }) as MemberForm | undefined;
  const relations = useRelations();
  const [open, setOpen] = useState(false);
  const name = member?.name?.trim() || (index === 0 ? "申请人" : `成员 ${index + 1}`);
  const read = member?.id_number ? readId(member.id_number, date(now)) : null;
  const others = () =>
    ((form.getFieldValue("members") as MemberForm[] | undefined) ?? []).filter((_, i) => i !== index).map((m) => cleanId(m?.id_number ?? "")).filter(Boolean);
  const fill = (hit: PersonHit) => form.setFieldValue(["members", index, "name"], hit.name);
  const known = said(fields, member?.facts);
  return (
    <div className="cw-member" role="group" aria-label={name}>
      <div className="cw-member-head">
        <h3>{index + 1}. {name}</h3>
        {index === 0 && read?.ok && <span className="zf-help">{read.facts.sex}，{read.facts.birth} 出生</span>}
        {index > 0 && <Button size="small" type="text" icon={<DeleteOutlined aria-hidden />} onClick={onRemove}>移除</Button>}
      </div>
      <div className="cw-fields">
        {index > 0 && (
          <>
            <IdNumberItem name={[index, "id_number"]} path={["members", index, "id_number"]} others={others} onFound={fill} />
            <Form.Item name={[index, "name"]} label="姓名" rules={[{ required: true, whitespace: true, message: `请填写${name}的姓名。` }]}>
              <Input maxLength={50} autoComplete="off" />
            </Form.Item>
          </>
        )}
        <Form.Item name={[index, "relation"]} label="与户主关系" rules={[{ required: true, message: `请选择${name}与户主的关系。` }]} extra={index === 0 ? "申请人本人就是户主的选“户主”。" : undefined}>
          <Select showSearch={{ optionFilterProp: "label" }} placeholder="选择关系" options={relations.options} />
        </Form.Item>
      </div>
      <button type="button" className="zf-link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? "收起" : "填写"}居住、就学、健康等情况（已填 {known} 项，{fields.filter((f) => f.asked).length - known > 0 ? "其余由核对查询" : "已填全"}）
      </button>
      <div hidden={!open} className="cw-more">
        <FactItems fields={fields} path={["members", index, "facts"]} within={[index, "facts"]} />
      </div>
    </div>
  );
}
