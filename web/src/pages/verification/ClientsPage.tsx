import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Form, Input, InputNumber, Progress, Select } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useMay, useSession } from "@/app/session";
import { EmptyState, PageHeader, QueryView, ServerForm, StatusTag, TableView } from "@/components";
import { DayField } from "@/components/DayField";
import { DivisionPicker } from "@/components/DivisionPicker";
import { count } from "@/components/format";
import type { Column } from "@/components/TableView";
import { clientsQuery, ordersChanged, purposes, type Client } from "./calls";
import { ClassPicker } from "./ClassPicker";
import "./verification.css";

/** ClientsPage lists which departments and charities may have people verified, for what, and what they have used this month. */
export default function ClientsPage() {
  const clients = useQuery(clientsQuery);
  const mayChange = useMay("verification.client");
  const [editing, setEditing] = useState<Client | "new" | null>(null);
  const columns: readonly Column<Client>[] = [
    { key: "name", title: "委托单位", primary: true, wrap: true, render: (c) => c.name },
    { key: "purpose", title: "用途", render: (c) => purposes[c.purpose] },
    { key: "place", title: "登记地", render: (c) => c.place_name },
    { key: "classes", title: "数据项", align: "right", render: (c) => `${(c.classes ?? []).length} 项` },
    {
      key: "use", title: "本月人数（已用 / 限额）", width: 220,
      render: (c) => (
        <span className="zv-use">
          <Progress percent={c.quota > 0 ? Math.min(100, Math.round((c.used / c.quota) * 100)) : 100} showInfo={false} size="small" strokeColor={c.used >= c.quota ? "#c62828" : undefined} aria-label={`${c.name}本月已用 ${c.used} 人，限额 ${c.quota} 人`} />
          <span className="zf-num">{count(c.used)} / {count(c.quota)}（{count(c.orders)} 份）</span>
        </span>
      ),
    },
    { key: "until", title: "资格", render: (c) => (c.ended ? <StatusTag tone="grey">已于 {c.valid_until} 到期</StatusTag> : c.valid_until ? <>到 <span className="zf-num">{c.valid_until}</span></> : "长期") },
    { key: "basis", title: "依据", wrap: true, render: (c) => c.basis },
  ];
  return (
    <>
      <PageHeader
        title="委托单位"
        about="经登记的部门和慈善组织，可以为专项救助和慈善帮扶委托核对（GD-2024 十二 拓展应用）。限额按自然月、按登记地全域合计。"
        actions={mayChange && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setEditing("new")}>登记单位</Button>}
      />
      <div className="zf-panel zf-list">
        <QueryView query={clients}>
          {(list) => list.length === 0
            ? <EmptyState title="还没有登记委托单位" next={mayChange ? "点“登记单位”，写明依据、用途、数据项和每月人数。" : "由市或省级监管人员登记。"} />
            : <TableView<Client> label="委托单位" columns={columns} rows={list} rowKey={(c) => `${c.place}.${c.purpose}.${c.name}`} onOpen={mayChange ? setEditing : undefined} />}
        </QueryView>
      </div>
      {editing && <ClientForm client={editing === "new" ? undefined : editing} onClose={() => setEditing(null)} />}
    </>
  );
}

interface Values {
  place: string;
  name: string;
  purpose: Client["purpose"];
  classes: string[];
  quota: number;
  basis: string;
  valid_until?: string;
}

function ClientForm({ client, onClose }: { client?: Client; onClose: () => void }) {
  const { current } = useSession();
  return (
    <Drawer open size={640} title={client ? `修改 ${client.name}` : "登记委托单位"} onClose={onClose} destroyOnHidden>
      <ServerForm<Values>
        initialValues={client
          ? { place: String(client.place), name: client.name, purpose: client.purpose, classes: client.classes ?? [], quota: client.quota, basis: client.basis, valid_until: client.valid_until ?? undefined }
          : { place: current.division, purpose: "extended_assistance", quota: 100 }}
        submitLabel="保存"
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (values) => {
          const { valid_until, ...rest } = values;
          await api.put<Client>("/api/verification/clients", { ...rest, ...(valid_until ? { valid_until } : {}) });
          await ordersChanged();
          onClose();
        }}
      >
        <Form.Item name="name" label="单位全称" rules={[{ required: true, message: "请填写委托单位的全称。" }]}><Input maxLength={60} disabled={Boolean(client)} /></Form.Item>
        <Form.Item name="purpose" label="用途" rules={[{ required: true }]}>
          <Select aria-label="用途" disabled={Boolean(client)} options={[{ value: "extended_assistance", label: "专项社会救助" }, { value: "charity", label: "慈善帮扶" }]} />
        </Form.Item>
        <Form.Item name="place" label="登记地" rules={[{ required: true, message: "请选择登记地。" }]} extra="这里和它下面的地方都可以代其委托。"><DivisionPicker aria-label="登记地" levels={[1, 2, 3]} disabled={Boolean(client)} /></Form.Item>
        <Form.Item name="classes" label="允许查询的数据项" rules={[{ required: true, type: "array", min: 1, message: "请至少选择一个数据项。" }]}><ClassPicker label="允许查询的数据项" placeholder="选择数据项" /></Form.Item>
        <Form.Item name="quota" label="每月人数限额" rules={[{ required: true, message: "请填写每月人数限额。" }]}><InputNumber min={0} max={10_000_000} precision={0} style={{ width: 200 }} /></Form.Item>
        <Form.Item name="basis" label="依据" rules={[{ required: true, message: "请写明依据，例如协议或文件的文号。" }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="valid_until" label="资格截止日" extra="不填就是长期。要停止某单位的委托，填今天以前的日期。"><DayField optional label="资格截止日" /></Form.Item>
      </ServerForm>
    </Drawer>
  );
}
