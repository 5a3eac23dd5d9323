import { useQueryClient } from "@tanstack/react-query";
import { App, Drawer, Form, Input, Select, Switch } from "antd";
import { api } from "@/api/http";
import type { Organisation } from "@/api/types";
import { ServerForm } from "@/components";
import { DivisionPicker } from "@/components/DivisionPicker";
import { organisationKinds } from "./organisationKinds";

type Values = Pick<Organisation, "name" | "kind" | "division" | "phone" | "address" | "active">;

/** OrganisationDrawer makes or changes an organisation; kind and place stay as they were made. */
export default function OrganisationDrawer({ organisation, onClose }: { organisation?: Organisation; onClose: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const submit = async (values: Values, key: string) => {
    if (organisation) {
      const { name, phone, address, active } = values;
      await api.put(`/api/organisations/${organisation.id}`, { name, phone: phone ?? "", address: address ?? "", active });
    } else {
      const { name, kind, division, phone, address } = values;
      await api.post("/api/organisations", { name, kind, division, phone: phone ?? "", address: address ?? "" }, { idempotencyKey: key });
    }
    message.success("已保存");
    await queries.invalidateQueries({ queryKey: ["organisations"] });
    onClose();
  };
  return (
    <Drawer open onClose={onClose} size={480} title={organisation?.name ?? "新增机构"}>
      <ServerForm<Values> guard={false} submitLabel="保存" initialValues={organisation ?? { active: true }} onSubmit={submit}>
        <Form.Item name="name" label="机构名称" rules={[{ required: true, min: 2, message: "请填写机构名称，至少 2 个字" }]}>
          <Input maxLength={60} />
        </Form.Item>
        <Form.Item name="kind" label="类型" rules={[{ required: true, message: "请选择类型" }]}>
          <Select options={organisationKinds} disabled={Boolean(organisation)} />
        </Form.Item>
        <Form.Item name="division" label="所在地" rules={[{ required: true, message: "请选择所在地" }]}>
          <DivisionPicker disabled={Boolean(organisation)} />
        </Form.Item>
        <Form.Item name="phone" label="对外电话" extra="印在公示和通知书上，供群众咨询。">
          <Input maxLength={40} />
        </Form.Item>
        <Form.Item name="address" label="地址">
          <Input maxLength={100} />
        </Form.Item>
        {organisation && (
          <Form.Item name="active" label="在用" valuePropName="checked" extra="停用前，须先停用该机构的账号或改到其他机构。">
            <Switch />
          </Form.Item>
        )}
      </ServerForm>
    </Drawer>
  );
}
