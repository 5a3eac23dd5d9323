import { useQueryClient } from "@tanstack/react-query";
import { App, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Staff, StaffPassword } from "@/api/types";
import { FormSection, ServerForm } from "@/components";
import { AssignmentFields } from "./AssignmentFields";
import { NewPassword } from "./NewPassword";
import { OrganisationPicker } from "./OrganisationPicker";
import { StaffActions } from "./StaffActions";

interface Values {
  login: string;
  name: string;
  organisation_id: string;
  phone?: string;
  assignments: { role: string; division: string }[];
}

interface Props {
  /** Absent: a new person. */
  staff?: Staff;
  editable: boolean;
  onClose: () => void;
}

/** StaffDrawer shows one person of the staff: name, organisation, posts; and what an administrator may do with the login. */
export default function StaffDrawer({ staff, editable, onClose }: Props) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [password, setPassword] = useState("");
  const refresh = () => queries.invalidateQueries({ queryKey: ["staff"] });

  const submit = async (values: Values, key: string) => {
    const assignments = (values.assignments ?? []).map(({ role, division }) => ({ role, division }));
    const body = { name: values.name, organisation_id: values.organisation_id, phone: values.phone || undefined, assignments };
    if (staff) {
      await api.put(`/api/staff/${staff.id}`, { ...body, version: staff.version ?? 0 });
      message.success("已保存");
      await refresh();
      onClose();
      return;
    }
    const made = await api.post<StaffPassword>("/api/staff", { ...body, login: values.login }, { idempotencyKey: key });
    await refresh();
    setPassword(made.one_time_password);
  };

  return (
    <Drawer open onClose={onClose} size={560} title={staff ? staff.name : "新增人员"} mask={{ closable: !editable }}>
      {staff && editable && <StaffActions staff={staff} onChanged={refresh} onPassword={setPassword} />}
      <ServerForm<Values>
        guard={false}
        submitLabel={staff ? "保存" : "开通"}
        initialValues={
          staff
            ? { login: staff.login, name: staff.name, organisation_id: staff.organisation_id, assignments: staff.assignments ?? [] }
            : { assignments: [] }
        }
        onSubmit={submit}
      >
        <fieldset disabled={!editable} className="zf-fieldset">
          <FormSection title="基本信息">
            <Form.Item name="name" label="姓名" rules={[{ required: true, message: "请填写姓名" }]}>
              <Input maxLength={30} disabled={!editable} />
            </Form.Item>
            <Form.Item
              name="login"
              label="登录名"
              extra="字母开头，3 至 32 位字母、数字、点或短横线；开通后不能修改。"
              rules={[{ required: true, pattern: /^[a-z][a-z0-9._-]{2,31}$/, message: "登录名应为 3 至 32 位小写字母、数字、点或短横线，字母开头" }]}
            >
              <Input disabled={Boolean(staff) || !editable} autoComplete="off" />
            </Form.Item>
            <Form.Item name="organisation_id" label="机构" rules={[{ required: true, message: "请选择机构" }]}>
              <OrganisationPicker disabled={!editable} chosenName={staff?.organisation} />
            </Form.Item>
            <Form.Item name="phone" label="手机号码" extra={staff ? "不修改可留空。" : undefined}>
              <Input inputMode="tel" maxLength={20} disabled={!editable} autoComplete="off" />
            </Form.Item>
          </FormSection>
          <FormSection title="岗位" help="岗位决定能办什么，所在地决定能看到哪里。">
            <AssignmentFields editable={editable} />
          </FormSection>
        </fieldset>
      </ServerForm>
      <NewPassword
        password={password}
        onClose={() => {
          setPassword("");
          if (!staff) onClose();
        }}
      />
    </Drawer>
  );
}
