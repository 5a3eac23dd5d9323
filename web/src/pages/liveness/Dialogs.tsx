import { Alert, Form, Input, Modal, Radio, Typography } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { queryClient } from "@/app/query";
import { ServerForm } from "@/components";
import { decisions, rowStates, type Row } from "./calls";

const changed = async () => {
  await Promise.all([
    queryClient.invalidateQueries({ predicate: (q) => String(q.queryKey[0]).startsWith("liveness") }),
    queryClient.invalidateQueries({ queryKey: ["tasks"] }),
  ]);
};

export const personPath = (row: Row, act: string) => `/api/liveness/${row.campaign_id}/people/${row.person_id}/${act}`;

/** CancelDialog ends a campaign with a reason. */
export function CancelDialog({ id, onClose }: { id: string; onClose: () => void }) {
  return (
    <Modal open title="取消这个批次" footer={null} onCancel={onClose} destroyOnHidden>
      <p>没有认证、还没有入户的人不再催办，待办一并撤销；已有的结果保留。</p>
      <ServerForm<{ reason: string }> submitLabel="取消批次" guard={false} onSubmit={async (v) => { await api.post(`/api/liveness/${id}/cancel`, v); await changed(); onClose(); }}>
        <Form.Item name="reason" label="原因" rules={[{ required: true, message: "请写明为什么取消。" }]}><Input.TextArea rows={3} maxLength={200} /></Form.Item>
      </ServerForm>
    </Modal>
  );
}

/** DecideDialog takes down what the town does about what a visit found. */
export function DecideDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  return (
    <Modal open title={`处理核查结果：${row.name}`} footer={null} onCancel={onClose} destroyOnHidden>
      <p>{rowStates[row.state][0]}（{row.visited_on}，{row.visited_by}）：{row.note}</p>
      <Alert type="info" showIcon title="这里只登记处理情况，不会停发或变更待遇；变更、停发请按程序办理。" style={{ marginBlockEnd: 16 }} />
      <ServerForm<Schemas["LivenessDecisionInput"]> submitLabel="登记处理情况" guard={false} onSubmit={async (v) => { await api.post(personPath(row, "decide"), v); await changed(); onClose(); }}>
        <Form.Item name="decision" label="怎样处理" rules={[{ required: true, message: "请选择怎样处理。" }]}>
          <Radio.Group options={Object.entries(decisions).map(([value, label]) => ({ value, label }))} />
        </Form.Item>
        <Form.Item name="note" label="情况说明" rules={[{ required: true, message: "请写明处理情况。" }]}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
      </ServerForm>
    </Modal>
  );
}

/** ByVisitDialog visits somebody who cannot use a phone, in place of the invitation. */
export function ByVisitDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  return (
    <Modal open title={`改为入户核查：${row.name}`} footer={null} onCancel={onClose} destroyOnHidden>
      <ServerForm<{ reason: string }> submitLabel="改为入户" guard={false} onSubmit={async (v) => { await api.post(personPath(row, "by-visit"), v); await changed(); onClose(); }}>
        <Form.Item name="reason" label="本人为什么不能用手机认证" rules={[{ required: true, message: "请写明原因。" }]}><Input.TextArea rows={3} maxLength={200} placeholder="例如：视力残疾，家中无人协助" /></Form.Item>
      </ServerForm>
    </Modal>
  );
}

/** LinkDialog shows the address of an invitation, to be opened on that person's phone. */
export function LinkDialog({ row, onClose }: { row: Row; onClose: () => void }) {
  const [link, setLink] = useState<string>();
  return (
    <Modal open title={`认证链接：${row.name}`} footer={null} onCancel={onClose} destroyOnHidden>
      <p>链接只供本人使用，请在本人手机上打开。每次取用都会留下记录。</p>
      {link
        ? <Typography.Paragraph copyable={{ text: link, tooltips: ["复制", "已复制"] }} style={{ overflowWrap: "anywhere" }}>{link}</Typography.Paragraph>
        : <ServerForm submitLabel="取得链接" guard={false} onSubmit={async () => setLink((await api.post<Schemas["LivenessLink"]>(personPath(row, "link"), {})).url)}>{null}</ServerForm>}
    </Modal>
  );
}

/** afterVisit refreshes what a visit changes. */
export const afterVisit = changed;
