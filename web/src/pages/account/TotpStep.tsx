import { Button, Form, Input } from "antd";
import { api } from "@/api/http";
import type { SignInResult } from "@/api/types";
import { ServerForm } from "@/components/ServerForm";
import { QrCode } from "./QrCode";
import { secretOf } from "./otpauth";

interface Props {
  /** The otpauth address to set up, the first time only. */
  uri?: string;
  onDone: (result: SignInResult) => void;
  onBack: () => void;
}

/** TotpStep asks the six figures; the first time it shows what to scan, drawn here and sent nowhere. */
export function TotpStep({ uri, onDone, onBack }: Props) {
  return (
    <>
      {uri && (
        <>
          <ol style={{ paddingLeft: 18 }}>
            <li>在手机上打开任意动态口令应用（支持 TOTP）。</li>
            <li>扫描下面的二维码，或手工输入密钥。</li>
            <li>填写应用显示的 6 位数字。</li>
          </ol>
          <QrCode text={uri} label="动态口令绑定二维码" />
          <p style={{ textAlign: "center", marginBottom: 16 }}>密钥：<code>{secretOf(uri)}</code></p>
        </>
      )}
      <ServerForm<{ code: string }>
        guard={false}
        submitLabel={uri ? "绑定并登录" : "验证"}
        extra={<Button onClick={onBack}>返回</Button>}
        onSubmit={async ({ code }) => onDone(await api.post<SignInResult>("/api/session/totp", { code: code.trim() }))}
      >
        <Form.Item name="code" label="6 位动态口令" rules={[{ required: true, pattern: /^\s*\d{6}\s*$/, message: "请填写 6 位数字" }]}>
          <Input inputMode="numeric" autoComplete="one-time-code" maxLength={8} size="large" autoFocus={!uri} />
        </Form.Item>
      </ServerForm>
    </>
  );
}
