import { Alert, Button, Drawer, Form, Input, Radio } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { ServerForm, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { afterVisit, personPath } from "./Dialogs";
import { reasons, results, type Row, type VisitInput } from "./calls";

type Values = Omit<VisitInput, "id">;

/** VisitForm records what a home visit found: one question under the other, big enough for a thumb. */
export function VisitForm({ row, onClose }: { row: Row; onClose: () => void }) {
  const { now } = useSession();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const result = Form.useWatch("result", form);
  const proves = result === "alive" || result === "proxy";
  return (
    <Drawer open size={520} title={`登记入户核查：${row.name}`} onClose={onClose} destroyOnHidden>
      <p>{row.place_name} · {row.age} 岁 · {row.id_masked}{row.why && ` · ${reasons[row.why]}`}</p>
      <ServerForm<Values>
        form={form}
        submitLabel="登记"
        initialValues={{ visited_on: now.slice(0, 10) }}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (v) => {
          await api.post(personPath(row, "visit"), { ...v, id });
          await afterVisit();
          onClose();
        }}
      >
        <Form.Item name="result" label="核查结果" rules={[{ required: true, message: "请选择核查结果。" }]}><Radio.Group vertical options={[...results]} /></Form.Item>
        <Form.Item name="visited_on" label="入户日期" rules={[{ required: true, message: "请填写入户日期。" }]}><DayField label="入户日期" /></Form.Item>
        {result === "proxy" && (
          <Form.Item name="proxy" label="证明人的姓名和与本人的关系" rules={[{ required: true, message: "请写明证明人。" }]}><Input maxLength={100} placeholder="例如：王芳，女儿" /></Form.Item>
        )}
        <Form.Item name="note" label="情况说明" rules={[{ required: result !== undefined && result !== "alive", message: "请写明情况：怎样得知、向谁了解。" }]}><Input.TextArea rows={3} maxLength={500} /></Form.Item>
        {result && !proves && <Alert type="info" showIcon title="登记后交镇街经办处理；待遇不会自动停发。" style={{ marginBlockEnd: 16 }} />}
      </ServerForm>
    </Drawer>
  );
}
