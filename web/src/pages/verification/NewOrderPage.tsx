import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Alert, Button, Form, Input, Select } from "antd";
import { useMemo, useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { EmptyState, ErrorState, localDraft, PageHeader, PageLoading, ServerForm, useDraft, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { count } from "@/components/format";
import { Panel } from "@/components/Panel";
import { clientsQuery, orderPlaced, purposes, type Client, type Order } from "./calls";
import { ClassPicker } from "./ClassPicker";
import { PeoplePicker } from "./PeoplePicker";
import "./verification.css";

interface Values {
  client: string;
  title: string;
  classes: string[];
  people: string[];
  due?: string;
}

const keyOf = (c: Client) => `${c.place}.${c.purpose}.${c.name}`;

/** NewOrderPage orders for another department or a charity, within what it was registered for. */
export default function NewOrderPage() {
  const clients = useQuery(clientsQuery);
  const open = (clients.data ?? []).filter((c) => !c.ended);
  return (
    <>
      <PageHeader title="新的委托核对" about="其他部门的专项救助和慈善帮扶，可以委托核对（GD-2024 十二）：只限登记过的用途、数据项和每月人数，每个人仍须为此用途签过授权。" />
      {clients.isPending && <PageLoading />}
      {clients.isError && <ErrorState error={clients.error} onRetry={() => void clients.refetch()} />}
      {clients.isSuccess && open.length === 0 && (
        <Panel><EmptyState title="还没有登记委托单位" next="市或省级监管人员登记单位、用途、数据项和限额后，才能代其委托。" action={<Link to="/verification/clients"><Button>委托单位</Button></Link>} /></Panel>
      )}
      {open.length > 0 && <OrderForm clients={open} />}
    </>
  );
}

function OrderForm({ clients }: { clients: Client[] }) {
  const { staff } = useSession();
  const navigate = useNavigate();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const store = useMemo(() => localDraft<Values>(staff.id, "verification.client-order"), [staff.id]);
  const draft = useDraft<Values>(store);
  const first = useMemo<Partial<Values>>(() => (store.load() as Values | null) ?? { people: [], classes: [] }, [store]);
  const chosen = Form.useWatch("client", form) as string | undefined;
  const classes = (Form.useWatch("classes", form) as string[] | undefined) ?? [];
  const people = (Form.useWatch("people", form) as string[] | undefined) ?? [];
  const client = clients.find((c) => keyOf(c) === (chosen ?? first.client));
  const left = client ? client.quota - client.used : 0;
  return (
    <Panel title="委托内容">
      <ServerForm<Values>
        form={form}
        initialValues={first}
        guard={false}
        submitLabel="发起委托核对"
        extra={<><Link to="/verification/orders"><Button>返回</Button></Link> <span className="zf-help" aria-live="polite">{draft.said}</span></>}
        onValuesChange={(values) => draft.change(values)}
        onSubmit={async (values, key) => {
          const by = clients.find((c) => keyOf(c) === values.client);
          const order = await api.post<Order>("/api/verification/orders", {
            id, kind: "client", title: values.title, purpose: by?.purpose, client: by?.name, classes: values.classes?.length ? values.classes : by?.classes, people: values.people,
            ...(values.due ? { due: values.due } : {}),
          }, { idempotencyKey: key });
          await draft.clear();
          await orderPlaced();
          void navigate({ to: "/verification/orders/$id", params: { id: order.id } });
        }}
      >
        <Form.Item name="client" label="委托单位和用途" rules={[{ required: true, message: "请选择委托单位。" }]}>
          <Select aria-label="委托单位和用途" options={clients.map((c) => ({ value: keyOf(c), label: `${c.name}（${purposes[c.purpose]}，${c.place_name}登记）` }))} />
        </Form.Item>
        {client && (
          <Alert
            type={left > 0 ? "info" : "warning"} showIcon
            title={`本月限额 ${count(client.quota)} 人，已用 ${count(client.used)} 人，还可以委托 ${count(Math.max(0, left))} 人`}
            description={`依据：${client.basis}${client.valid_until ? `；资格到 ${client.valid_until}` : ""}`}
            className="zv-alert"
          />
        )}
        <Form.Item name="title" label="核对事项" rules={[{ required: true, message: "请写明核对事项的名称。" }]}><Input maxLength={100} placeholder="例如：2026 年秋季助学金核对" /></Form.Item>
        <Form.Item name="classes" label="数据项" extra="只能选登记允许的；不选就是全部允许的。"><ClassPicker label="数据项" only={client?.classes ?? []} placeholder="全部允许的数据项" /></Form.Item>
        <Form.Item name="people" label="被核对人" rules={[{ required: true, type: "array", min: 1, message: "请至少加入一名被核对人。" }]}>
          <PeoplePicker purpose={client?.purpose ?? "charity"} classes={classes.length > 0 ? classes : (client?.classes ?? [])} />
        </Form.Item>
        {client && people.length > left && <p role="alert" className="zf-help">已选 {people.length} 人，超过本月剩余的 {Math.max(0, left)} 人，提交会被退回。</p>}
        <Form.Item name="due" label="截止日期" extra="不填就是 15 个工作日（示例值）。"><DayField optional label="截止日期" /></Form.Item>
      </ServerForm>
    </Panel>
  );
}
