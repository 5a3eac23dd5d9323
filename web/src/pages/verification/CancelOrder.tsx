import { Form, Input, Modal } from "antd";
import { api } from "@/api/http";
import { ServerForm } from "@/components";
import { count } from "@/components/format";
import { orderPlaced, type Order } from "./calls";

/** CancelOrder stops an order after it has said what that means. */
export function CancelOrder({ order, waiting, onClose }: { order: Order; waiting: number; onClose: () => void }) {
  return (
    <Modal open title="取消核对委托" footer={null} onCancel={onClose} destroyOnHidden>
      <p>还在等待的 {count(waiting)} 项不再查询；已经问出去的，答复来了仍会留存。已经来的答复不受影响。取消后不能恢复。</p>
      <ServerForm<{ reason: string }>
        submitLabel="取消委托"
        guard={false}
        onSubmit={async ({ reason }, key) => {
          await api.post<Order>(`/api/verification/orders/${order.id}/cancel`, { reason }, { idempotencyKey: key });
          await orderPlaced();
          onClose();
        }}
      >
        <Form.Item name="reason" label="原因" rules={[{ required: true, min: 2, message: "请写明取消的原因。" }]}><Input.TextArea rows={2} maxLength={200} /></Form.Item>
      </ServerForm>
    </Modal>
  );
}
