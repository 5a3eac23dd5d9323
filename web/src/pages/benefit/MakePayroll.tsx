import { useNavigate } from "@tanstack/react-router";
import { Button, Form, Modal, Select } from "antd";
import { useSession } from "@/app/session";
import { ServerForm } from "@/components/ServerForm";
import { makePayroll, paidItems, payrollsChanged } from "./calls";
import { monthsBack } from "./months";

interface Values {
  item: string;
  month: string;
}

/** MakePayroll asks for the list of a benefit and month; a draft is made anew from what holds now. */
export function MakePayroll({ open, onClose, initial }: { open: boolean; onClose: () => void; initial?: Values }) {
  const navigate = useNavigate();
  const { now, current } = useSession();
  return (
    <Modal open={open} onCancel={onClose} footer={null} title={initial ? "重新生成发放册" : "生成发放册"} destroyOnHidden>
      <p className="zf-consequences">
        按{current.division_name}现在有效的待遇生成。同月同种待遇已有待审定的册子时，会用最新数据重新生成；已审定的不能再生成。
      </p>
      <ServerForm<Values>
        guard={false}
        submitLabel={initial ? "重新生成" : "生成"}
        initialValues={initial ?? { item: "dibao", month: now.slice(0, 7) }}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async ({ item, month }, key) => {
          const made = await makePayroll(item, month, key);
          await payrollsChanged();
          onClose();
          await navigate({ to: "/payrolls/$id", params: { id: made.id } });
        }}
      >
        <Form.Item name="item" label="待遇" rules={[{ required: true, message: "请选择待遇。" }]}>
          <Select options={[...paidItems]} disabled={Boolean(initial)} />
        </Form.Item>
        <Form.Item name="month" label="月份" rules={[{ required: true, message: "请选择月份。" }]}>
          <Select options={monthsBack(now, 13, 1)} disabled={Boolean(initial)} />
        </Form.Item>
      </ServerForm>
    </Modal>
  );
}
