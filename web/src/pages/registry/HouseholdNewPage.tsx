import { PlusOutlined } from "@ant-design/icons";
import { useNavigate } from "@tanstack/react-router";
import { Button, Checkbox, Form, Input, Radio } from "antd";
import type { Dayjs } from "dayjs";
import { DivisionPicker } from "@/components/DivisionPicker";
import { FormSection } from "@/components/FormSection";
import { PageHeader } from "@/components/PageHeader";
import { ServerForm } from "@/components/ServerForm";
import "./registry.css";
import { createHousehold, registryChanged } from "./calls";
import { DayItem, dayText } from "./DayItem";
import { IdNumberItem } from "./IdNumberItem";
import { RelationItem } from "./RelationItem";

interface PersonValues {
  id_number: string;
  name: string;
  phone?: string;
}

interface MemberValues extends PersonValues {
  relation: string;
  apart?: boolean;
}

interface Values {
  division: string;
  urban: boolean;
  address?: string;
  since?: Dayjs | null;
  head: PersonValues;
  members?: MemberValues[];
}

const personBody = (p: PersonValues) => ({ id_number: p.id_number.trim(), name: p.name, phone: p.phone?.trim() || undefined });

/** HouseholdNewPage registers a household with its people; whoever is already in a household is refused with the way out. */
export default function HouseholdNewPage() {
  const navigate = useNavigate();
  const submit = async (v: Values, key: string) => {
    const made = await createHousehold(
      {
        division: v.division, urban: v.urban, address: v.address?.trim() || undefined, since: dayText(v.since),
        head: personBody(v.head),
        members: (v.members ?? []).map((m) => ({ ...personBody(m), relation: m.relation, apart: m.apart ?? false })),
      },
      key,
    );
    await registryChanged();
    await navigate({ to: "/households/$id", params: { id: made.id } });
  };
  return (
    <>
      <PageHeader title="登记新家庭" about="已有档案的人按身份证号找到，没有的同时建档。每人同一时间只能属于一个家庭。" />
      <ServerForm<Values> submitLabel="登记家庭" initialValues={{ urban: true }} onSubmit={submit}>
        <FormSection title="住在哪里">
          <Form.Item name="division" label="所属村（居）" rules={[{ required: true, message: "请选择所属村（居）。" }]}>
            <DivisionPicker levels={[4, 5]} placeholder="选择或搜索村（居）" />
          </Form.Item>
          <Form.Item name="urban" label="城乡">
            <Radio.Group options={[{ value: true, label: "城镇" }, { value: false, label: "农村" }]} />
          </Form.Item>
          <Form.Item name="address" label="详细地址"><Input maxLength={200} autoComplete="off" /></Form.Item>
          <DayItem name="since" label="成为一户的日期" help="不填为今天。" />
        </FormSection>
        <FormSection title="户主">
          <PersonItems at={["head"]} />
        </FormSection>
        <FormSection title="其他成员" help="一个人的家庭不用填。">
          <Form.List name="members">
            {(fields, { add, remove }) => (
              <>
                {fields.map(({ key, name }) => <Member key={key} index={name} onRemove={() => remove(name)} />)}
                <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})}>添加一名成员</Button>
              </>
            )}
          </Form.List>
        </FormSection>
      </ServerForm>
    </>
  );
}

function PersonItems({ at, inList }: { at: (string | number)[]; inList?: boolean }) {
  const name = (field: string) => (inList ? [at[at.length - 1]!, field] : [...at, field]);
  return (
    <>
      <IdNumberItem name={name("id_number")} />
      <Form.Item name={name("name")} label="姓名" rules={[{ required: true, whitespace: true, message: "请填写姓名。" }]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name={name("phone")} label="手机号码"><Input maxLength={20} inputMode="tel" autoComplete="off" /></Form.Item>
    </>
  );
}

function Member({ index, onRemove }: { index: number; onRemove: () => void }) {
  return (
    <div className="zr-member" role="group" aria-label={`第 ${index + 1} 名成员`}>
      <div className="zr-member-head">
        <h3>第 {index + 1} 名成员</h3>
        <Button size="small" onClick={onRemove} aria-label={`移除第 ${index + 1} 名成员`}>移除</Button>
      </div>
      <PersonItems at={["members", index]} inList />
      <RelationItem name={[index, "relation"]} />
      <Form.Item name={[index, "apart"]} valuePropName="checked"><Checkbox>不在一起生活</Checkbox></Form.Item>
    </div>
  );
}
