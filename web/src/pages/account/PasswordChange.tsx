import { Form, Input } from "antd";
import { api } from "@/api/http";
import { ServerForm } from "@/components/ServerForm";

interface Values {
  old: string;
  new: string;
  again: string;
}

interface Props {
  /** The password just used to sign in; absent: it is asked. */
  known?: string;
  onDone: () => void;
}

/** PasswordChange sets a new password: forced after a reset, or by choice. */
export function PasswordChange({ known, onDone }: Props) {
  return (
    <ServerForm<Values>
      guard={false}
      submitLabel="修改密码"
      onSubmit={async (values) => {
        await api.put("/api/session/password", { old: known || values.old, new: values.new });
        onDone();
      }}
    >
      {!known && (
        <Form.Item name="old" label="原密码" rules={[{ required: true, message: "请填写原密码" }]}>
          <Input.Password autoComplete="current-password" />
        </Form.Item>
      )}
      <Form.Item
        name="new"
        label="新密码"
        extra="至少 12 位，不要使用姓名、电话或连续数字。"
        rules={[{ required: true, min: 12, message: "新密码至少 12 位" }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label="再次填写新密码"
        dependencies={["new"]}
        rules={[
          { required: true, message: "请再次填写新密码" },
          ({ getFieldValue }) => ({
            validator: (_, value) =>
              !value || value === getFieldValue("new") ? Promise.resolve() : Promise.reject(new Error("两次填写的新密码不一致")),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
    </ServerForm>
  );
}
