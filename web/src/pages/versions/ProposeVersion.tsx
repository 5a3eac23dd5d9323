import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Checkbox, Form, Input, Modal } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { ServerForm, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { proofQuery, versionsChanged, type Activation, type PackDraft, type PackVersion } from "./calls";

interface Props {
  pack: string;
  /** An archived version, or a draft that was checked. */
  version?: PackVersion;
  draft?: PackDraft;
  /** Of the text that was checked, for its proof. */
  digest?: string;
  onClose: () => void;
  onDone?: () => void;
}

interface Values {
  active_from: string;
  emergency?: boolean;
  reason?: string;
}

/** ProposeVersion asks that a version comes into force: from tomorrow at the earliest, or today in an emergency. */
export function ProposeVersion({ pack, version, draft, digest, onClose, onDone }: Props) {
  const { now } = useSession();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const emergency = Form.useWatch("emergency", form);
  const proof = useQuery({ ...proofQuery(digest ?? ""), enabled: Boolean(digest) });
  const today = now.slice(0, 10);
  const tomorrow = new Date(Date.parse(`${today}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
  return (
    <Modal open onCancel={onClose} footer={null} title="申请启用" destroyOnHidden>
      <p className="zf-consequences">{version ? `版本 ${version.version}` : draft?.title}通过检查后，须由另一位有批准职责的人员批准，到生效日自动启用。</p>
      {proof.data && proof.data.state !== "none" && !(proof.data.state === "done" && proof.data.good) && (
        <Alert
          className="vs-gap" type="warning" showIcon
          title={proof.data.state === "done" ? `案例只发现了 ${proof.data.score.toFixed(1)}% 的规则改动，低于 ${proof.data.wanted}%；批准人会看到。` : "案例检验还没有算完；批准人会看到结果。"}
        />
      )}
      <ServerForm<Values>
        form={form}
        guard={false}
        submitLabel="提交申请"
        initialValues={{ active_from: tomorrow }}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (values, key) => {
          await api.post<Activation>(
            "/api/policy-activations",
            {
              id, pack, active_from: values.emergency ? today : values.active_from, emergency: values.emergency ?? false, reason: values.reason ?? "",
              ...(draft ? { draft: draft.id, draft_version: draft.version } : { digest: version?.digest }),
            },
            { idempotencyKey: key },
          );
          await versionsChanged();
          onClose();
          onDone?.();
        }}
      >
        <Form.Item name="emergency" valuePropName="checked">
          <Checkbox>紧急启用，从今天起（须写明理由）</Checkbox>
        </Form.Item>
        {!emergency && (
          <Form.Item name="active_from" label="生效日" rules={[{ required: true, message: "请选择生效日。" }]}>
            <DayField label="生效日" />
          </Form.Item>
        )}
        <Form.Item
          name="reason"
          label="说明"
          required={Boolean(emergency)}
          rules={emergency ? [{ required: true, min: 5, message: "紧急启用须写明理由（至少 5 个字）。" }] : []}
        >
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </ServerForm>
    </Modal>
  );
}
