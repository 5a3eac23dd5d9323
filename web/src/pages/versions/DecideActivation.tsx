import { useQuery } from "@tanstack/react-query";
import { Button, Form, Input, Modal } from "antd";
import { api } from "@/api/http";
import { QueryView, ServerForm } from "@/components";
import { ConfirmLegalAct } from "@/components/ConfirmLegalAct";
import { ChangeTable } from "./ChangeTable";
import { ProofView } from "./ProofView";
import { changesQuery, versionsChanged, type Activation, type PackVersion } from "./calls";

interface Props {
  activation: Activation;
  version: PackVersion;
  act: "approve" | "end";
  onClose: () => void;
}

/** DecideActivation approves a version after showing what it says otherwise, or ends a proposal with its reason. */
export function DecideActivation({ activation, version, act, onClose }: Props) {
  const changes = useQuery({ ...changesQuery(version.digest, ""), enabled: act === "approve" });
  if (act === "approve") {
    return (
      <ConfirmLegalAct
        open
        act="批准启用"
        danger={activation.emergency}
        figures
        waiting={changes.data ? undefined : "改动还没有列出，请稍候"}
        intro={`自 ${activation.active_from} 起，全省按下面的改动办理：`}
        readLabel="我已逐条核对改动，同意按所列日期启用"
        letter={
          <>
            <QueryView query={changes}>{(list) => <ChangeTable changes={list} empty="内容与现行版本没有不同" />}</QueryView>
            {version.origin === "draft" && <ProofView digest={version.digest} />}
          </>
        }
        consequences={<p>到日自动生效。在办案件从那天起按新版本得出结论；已作出的决定不变，仍可按当时的版本重算。申请人：{activation.proposed_by_name}。{activation.reason && `理由：${activation.reason}`}</p>}
        onConfirm={async (key) => {
          await api.post(`/api/policy-activations/${activation.id}/approve`, {}, { idempotencyKey: key });
          await versionsChanged();
        }}
        onClose={onClose}
      />
    );
  }
  return (
    <Modal open onCancel={onClose} footer={null} title={activation.state === "approved" ? "取消生效" : "退回或撤回申请"} destroyOnHidden>
      <ServerForm<{ reason: string }>
        submitLabel="确定"
        extra={<Button onClick={onClose}>返回</Button>}
        onSubmit={async ({ reason }, key) => {
          await api.post(`/api/policy-activations/${activation.id}/end`, { reason }, { idempotencyKey: key });
          await versionsChanged();
          onClose();
        }}
      >
        <Form.Item name="reason" label="理由" rules={[{ required: true, message: "请写明理由，申请人会看到。" }]}>
          <Input.TextArea rows={3} maxLength={500} showCount />
        </Form.Item>
      </ServerForm>
    </Modal>
  );
}
