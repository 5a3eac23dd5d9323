import { useNavigate } from "@tanstack/react-router";
import { Button, Form, Input } from "antd";
import { useState } from "react";
import { asApiError } from "@/api/errors";
import { DivisionPicker } from "@/components/DivisionPicker";
import { FormSection } from "@/components/FormSection";
import { PageHeader } from "@/components/PageHeader";
import { ServerForm } from "@/components/ServerForm";
import "./registry.css";
import { askRegistry } from "./asked";
import { Attention } from "./Attention";
import { createPerson, registryChanged } from "./calls";
import { IdNumberItem } from "./IdNumberItem";
import { factsBody, PersonFacts, type FactValues } from "./PersonFields";

interface Values extends FactValues {
  id_number: string;
  name: string;
  division?: string;
  phone?: string;
  address?: string;
  disability?: string;
  account?: string;
}

/** PersonNewPage registers a person. Only the ID number, the name and where the file is kept are needed (一证一书). */
export default function PersonNewPage() {
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [exists, setExists] = useState("");

  const submit = async (v: Values, key: string) => {
    setExists("");
    const text = (value: string | undefined) => value?.trim() || undefined;
    try {
      const person = await createPerson(
        {
          ...factsBody(v), id_number: v.id_number.trim(), name: v.name, division: v.division,
          phone: text(v.phone), address: text(v.address), disability: text(v.disability), account: text(v.account),
        },
        key,
      );
      await registryChanged();
      await navigate({ to: "/people/$id", params: { id: person.id } });
    } catch (thrown) {
      if (asApiError(thrown).code === "person_exists") setExists(v.id_number.trim());
      throw thrown;
    }
  };
  return (
    <>
      <PageHeader title="登记新人员" about="只有身份证号、姓名和建档地必须填写，其他以后可以补。同一身份证号不能重复登记。" />
      {exists && (
        <Attention title="该身份证号已有档案">
          <Button
            onClick={() => {
              askRegistry({ query: exists });
              void navigate({ to: "/registry" });
            }}
          >
            打开已有档案
          </Button>
        </Attention>
      )}
      <ServerForm<Values> form={form} submitLabel="登记" onSubmit={submit}>
        <FormSection title="身份">
          <IdNumberItem name={["id_number"]} help="填写后自动得出出生日期、性别和首次登记地。" />
          <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: "请填写姓名。" }]}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item name="division" label="建档地" extra="由哪个村（居）管理这份档案。" rules={[{ required: true, message: "请选择建档地。" }]}>
            <DivisionPicker levels={[4, 5]} placeholder="选择或搜索村（居）" />
          </Form.Item>
          <Form.Item name="phone" label="手机号码"><Input maxLength={20} inputMode="tel" autoComplete="off" /></Form.Item>
          <Form.Item name="address" label="详细地址"><Input maxLength={200} autoComplete="off" /></Form.Item>
        </FormSection>
        <PersonFacts />
        <FormSection title="证件与领款账户">
          <Form.Item name="disability" label="残疾人证号" extra="填写证号后，残疾类别和等级按证号认定。">
            <Input maxLength={24} autoComplete="off" />
          </Form.Item>
          <Form.Item name="account" label="银行账号"><Input maxLength={30} inputMode="numeric" autoComplete="off" /></Form.Item>
          <Form.Item name="account_holder" label="账户户名"><Input maxLength={50} autoComplete="off" /></Form.Item>
          <Form.Item name="bank_name" label="开户银行"><Input maxLength={60} /></Form.Item>
        </FormSection>
      </ServerForm>
    </>
  );
}
