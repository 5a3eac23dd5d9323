import { Button, Form, Input, Modal } from "antd";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import { ServerForm } from "@/components";
import type { SourceHealth } from "./calls";

/** PauseForm stops or resumes the questions to a source; the reason is kept and audited. */
export function PauseForm({ source, onClose }: { source: SourceHealth; onClose: () => void }) {
  const act = source.paused ? "恢复查询" : "暂停查询";
  return (
    <Modal open title={`${act}：${source.name}`} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{source.paused ? "恢复后，等待中的问题立即按规则发出。" : "暂停后，新的问题留在队列里，不计次数；已发出的照常接收答复。"}</p>
      <ServerForm<{ reason: string }>
        submitLabel={act}
        guard={false}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async ({ reason }) => {
          await api.post(`/api/sources/${source.source}/pause`, { paused: !source.paused, reason });
          await queryClient.invalidateQueries({ queryKey: ["sources"] });
          onClose();
        }}
      >
        <Form.Item name="reason" label="理由" rules={[{ required: true, whitespace: true, message: "请写明理由。" }]}>
          <Input.TextArea maxLength={200} rows={3} placeholder={source.paused ? "例如：部门通知维护结束" : "例如：部门通知今晚 20 点起维护"} />
        </Form.Item>
      </ServerForm>
    </Modal>
  );
}
