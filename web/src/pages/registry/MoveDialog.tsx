import { useNavigate } from "@tanstack/react-router";
import { App, Button, Form, Input, Modal, Radio } from "antd";
import { asApiError } from "@/api/errors";
import { queryClient } from "@/app/query";
import { ServerForm } from "@/components/ServerForm";
import { AnyPlacePicker } from "./AnyPlacePicker";
import { householdFileQuery, moveHousehold, registryChanged } from "./calls";
import type { HouseholdDetail } from "./types";

interface Values {
  division: string;
  urban: boolean;
  address?: string;
  reason: string;
}

interface Props {
  household: HouseholdDetail;
  onClose: () => void;
}

/** MoveDialog hands the household with all its members over to another village. */
export function MoveDialog({ household, onClose }: Props) {
  const navigate = useNavigate();
  const { message } = App.useApp();
  const done = async (id: string) => {
    onClose();
    try {
      await queryClient.fetchQuery({ ...householdFileQuery(id), staleTime: 0 });
      await registryChanged();
    } catch (thrown) {
      if (asApiError(thrown).status !== 404) throw thrown;
      message.success("已迁出，档案由迁入地管理。"); // it went out of this role's range
      await navigate({ to: "/registry" });
    }
  };
  return (
    <Modal open onCancel={onClose} footer={null} title="整户迁移">
      <p className="zf-consequences">全部现有成员的档案一起转到迁入地。迁往您的辖区以外后，您将不再看到这户的档案；有案件在办的，须先办结。</p>
      <ServerForm<Values>
        guard={false}
        submitLabel="迁移"
        initialValues={{ urban: household.urban }}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (v, key) => {
          const body = { version: household.version, division: v.division, urban: v.urban, address: v.address?.trim() || undefined, reason: v.reason.trim() };
          await moveHousehold(household.id, body, key);
          await done(household.id);
        }}
      >
        <Form.Item name="division" label="迁入村（居）" rules={[{ required: true, message: "请选择迁入村（居）。" }]}><AnyPlacePicker /></Form.Item>
        <Form.Item name="urban" label="迁入后属于">
          <Radio.Group options={[{ value: true, label: "城镇" }, { value: false, label: "农村" }]} />
        </Form.Item>
        <Form.Item name="address" label="新的详细地址" extra="不填则清除原地址。"><Input maxLength={200} autoComplete="off" /></Form.Item>
        <Form.Item name="reason" label="迁移原因" rules={[{ required: true, whitespace: true, message: "请填写迁移原因。" }]}><Input maxLength={100} /></Form.Item>
      </ServerForm>
    </Modal>
  );
}
