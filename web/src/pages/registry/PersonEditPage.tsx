import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { asApiError } from "@/api/errors";
import { queryClient } from "@/app/query";
import { FormSection } from "@/components/FormSection";
import { PageHeader } from "@/components/PageHeader";
import { QueryView } from "@/components/QueryView";
import { ServerForm } from "@/components/ServerForm";
import "./registry.css";
import { changePerson, personFileQuery, registryChanged } from "./calls";
import { IdNumberItem } from "./IdNumberItem";
import { factsBody, PersonFacts, type FactValues } from "./PersonFields";
import { SealedItem, sealedChange } from "./SealedItem";
import { StaleNotice } from "./StaleNotice";
import type { PersonDetail } from "./types";

interface Values extends FactValues {
  name: string;
  correct_id?: string;
  phone?: string;
  address?: string;
  disability?: string;
  account?: string;
}

/** PersonEditPage changes a file; what somebody else changed meanwhile is shown, never overwritten. */
export default function PersonEditPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const query = useQuery({ ...personFileQuery(id), refetchOnWindowFocus: false, staleTime: Infinity });
  return <QueryView query={query}>{({ person }) => <Edit key={person.id} person={person} />}</QueryView>;
}

const some = (text: string) => text || undefined;

function valuesOf(p: PersonDetail): Values {
  return {
    name: p.name,
    register_division: p.register.code, residence_division: p.residence.code,
    ethnicity: some(p.ethnicity), marital: some(p.marital), health: some(p.health), education: some(p.education),
    schooling: some(p.schooling), work_ability: some(p.work_ability), serious_illness: p.serious_illness,
    disability_type: some(String(p.disability_type || "")), disability_grade: some(String(p.disability_grade || "")),
    account_holder: p.account_holder, bank_name: p.bank_name,
  };
}

/** untouched are the fields that this person left as they were opened, as they stand now: a colleague's change is not undone. */
function untouched(opened: Values, mine: Values, fresh: Values): Partial<Values> {
  const keys = Object.keys(fresh) as (keyof Values)[];
  return Object.fromEntries(keys.filter((key) => (mine[key] ?? "") === (opened[key] ?? "")).map((key) => [key, fresh[key]]));
}

function Edit({ person }: { person: PersonDetail }) {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [base, setBase] = useState(person);
  const [latest, setLatest] = useState<PersonDetail | null>(null);

  const submit = async (v: Values) => {
    try {
      await changePerson(person.id, {
        ...factsBody(v), version: base.version, name: v.name, id_number: v.correct_id?.trim() || undefined,
        phone: sealedChange(v.phone), address: sealedChange(v.address), disability: sealedChange(v.disability), account: sealedChange(v.account),
      });
    } catch (thrown) {
      if (asApiError(thrown).code === "stale_version") {
        setLatest((await queryClient.fetchQuery({ ...personFileQuery(person.id), staleTime: 0 })).person);
      }
      throw thrown;
    }
    await registryChanged();
    await navigate({ to: "/people/$id", params: { id: person.id } });
  };
  const takeOver = (next: PersonDetail, keepMine: boolean) => {
    const fresh = valuesOf(next);
    if (keepMine) form.setFieldsValue(untouched(valuesOf(base), form.getFieldsValue(true) as Values, fresh));
    else form.setFieldsValue({ ...fresh, phone: undefined, address: undefined, disability: undefined, account: undefined });
    setBase(next);
    setLatest(null);
  };
  return (
    <>
      <PageHeader title={`修改档案：${person.name}`} about={<>人员编号 <span className="zf-num">{person.number}</span></>} />
      {latest && <StaleNotice base={base} latest={latest} onKeep={() => takeOver(latest, true)} onTake={() => takeOver(latest, false)} />}
      <ServerForm<Values>
        form={form}
        initialValues={valuesOf(person)}
        submitLabel="保存"
        onSubmit={submit}
        extra={<Link to="/people/$id" params={{ id: person.id }}><Button>返回</Button></Link>}
      >
        <FormSection title="身份">
          <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: "请填写姓名。" }]}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <IdNumberItem
            name={["correct_id"]}
            label="更正身份证号"
            required={false}
            help={`现为 ${base.id_mask}。登记有误才需要填写，出生日期和性别随之更正。`}
          />
          <SealedItem name="phone" label="手机号码" mask={base.phone_mask} maxLength={20} inputMode="tel" />
          <SealedItem name="address" label="详细地址" mask={base.address_mask} maxLength={200} />
        </FormSection>
        <PersonFacts />
        <FormSection title="证件与领款账户">
          <SealedItem name="disability" label="残疾人证号" mask={base.disability_mask} maxLength={24} help="填写证号后，残疾类别和等级按证号认定。" />
          <SealedItem name="account" label="银行账号" mask={base.account_mask} maxLength={30} inputMode="numeric" />
          <Form.Item name="account_holder" label="账户户名"><Input maxLength={50} autoComplete="off" /></Form.Item>
          <Form.Item name="bank_name" label="开户银行"><Input maxLength={60} /></Form.Item>
        </FormSection>
      </ServerForm>
    </>
  );
}
