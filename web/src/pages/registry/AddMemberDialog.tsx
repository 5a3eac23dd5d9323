import { Button, Checkbox, Form, Input, Modal } from "antd";
import type { Dayjs } from "dayjs";
import { ServerForm } from "@/components/ServerForm";
import { addMember, registryChanged } from "./calls";
import { DayItem, dayText } from "./DayItem";
import { IdNumberItem } from "./IdNumberItem";
import { RelationItem } from "./RelationItem";
import type { HouseholdDetail } from "./types";

interface Values {
  id_number: string;
  name: string;
  relation: string;
  phone?: string;
  since?: Dayjs | null;
  apart?: boolean;
}

interface Props {
  household: HouseholdDetail;
  onClose: () => void;
}

/** AddMemberDialog takes a person into the household: known by the ID number, or registered now. */
export function AddMemberDialog({ household, onClose }: Props) {
  return (
    <Modal open onCancel={onClose} footer={null} title="增加成员">
      <p className="zf-help">已有档案的人按身份证号找到，没有的同时建档。已属于另一家庭的，须先在原家庭办理离开。</p>
      <ServerForm<Values>
        guard={false}
        submitLabel="增加"
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (v, key) => {
          await addMember(
            household.id,
            {
              version: household.version, id_number: v.id_number.trim(), name: v.name, relation: v.relation,
              phone: v.phone?.trim() || undefined, since: dayText(v.since), apart: v.apart ?? false,
            },
            key,
          );
          await registryChanged();
          onClose();
        }}
      >
        <IdNumberItem name={["id_number"]} />
        <Form.Item name="name" label="姓名" rules={[{ required: true, whitespace: true, message: "请填写姓名。" }]}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <RelationItem name={["relation"]} />
        <Form.Item name="phone" label="手机号码"><Input maxLength={20} inputMode="tel" autoComplete="off" /></Form.Item>
        <DayItem name="since" label="加入日期" from={household.since} help="不填为今天。" />
        <Form.Item name="apart" valuePropName="checked"><Checkbox>不在一起生活</Checkbox></Form.Item>
      </ServerForm>
    </Modal>
  );
}
