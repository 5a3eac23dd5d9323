import { Form, Input } from "antd";
import { api } from "@/api/http";
import type { SignInResult } from "@/api/types";
import { ServerForm } from "@/components/ServerForm";

interface Values {
  old: string;
  new: string;
  again: string;
}

interface Props {
  /** The password just used to sign in; absent: it is asked. */
  known?: string;
  /** Told what comes next; the server renews the token with it. */
  onDone: (result?: SignInResult) => void;
}

/** PasswordChange sets a new password: forced after a reset, or by choice. */
export function PasswordChange({ known, onDone }: Props) {
  return (
    <ServerForm<Values>
      guard={false}
      submitLabel="修改密码"
      onSubmit={async (values) => {
        onDone(await api.put<SignInResult | undefined>("/api/session/password", { old: known || values.old, new: values.new }));
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
        extra="至少 10 位，大写字母、小写字母、数字、符号中至少用三种，或用 20 位以上的长句；不要含登录名、姓名和连续数字。"
        rules={[{ required: true, min: 10, message: "新密码至少 10 位" }]}
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
