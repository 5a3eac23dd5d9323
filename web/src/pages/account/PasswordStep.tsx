import { Form, Input } from "antd";
import { useEffect } from "react";
import { api } from "@/api/http";
import type { SignInResult } from "@/api/types";
import { ServerForm } from "@/components/ServerForm";

export interface Credentials {
  login: string;
  password: string;
}

interface Props {
  /** A demo account that was picked: it fills the form, the person still signs in. */
  filled?: Credentials;
  onDone: (result: SignInResult, used: Credentials) => void;
}

export function PasswordStep({ filled, onDone }: Props) {
  const [form] = Form.useForm<Credentials>();
  useEffect(() => {
    if (!filled) return;
    form.setFieldsValue(filled);
    form.getFieldInstance("password")?.focus();
  }, [filled, form]);
  return (
    <ServerForm<Credentials>
      form={form}
      guard={false}
      submitLabel="登录"
      onSubmit={async (values) => onDone(await api.post<SignInResult>("/api/session", values), values)}
    >
      <Form.Item name="login" label="登录名" rules={[{ required: true, message: "请填写登录名" }]}>
        <Input autoComplete="username" autoFocus size="large" />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: "请填写密码" }]}>
        <Input.Password autoComplete="current-password" size="large" />
      </Form.Item>
    </ServerForm>
  );
}
