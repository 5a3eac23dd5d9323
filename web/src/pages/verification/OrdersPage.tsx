import { PlusOutlined } from "@ant-design/icons";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useMay } from "@/app/session";
import { DataTable, type Column } from "@/components/DataTable";
import { DateText } from "@/components/DateText";
import { count } from "@/components/format";
import { PageHeader } from "@/components/PageHeader";
import { StatusTag } from "@/components/StatusTag";
import { fetchOrders, orderKinds, orderStates, purposes, type Order } from "./calls";
import { OrderDue } from "./OrderDue";
import { RemindersPanel } from "./RemindersPanel";
import "./verification.css";

const columns: readonly Column<Order>[] = [
  { key: "title", title: "核对事项", primary: true, wrap: true, width: 180, render: (o) => o.title },
  { key: "number", title: "编号", render: (o) => <span className="zf-num">{o.number}</span> },
  { key: "kind", title: "种类", render: (o) => orderKinds[o.kind] },
  { key: "for", title: "用途", wrap: true, width: 96, render: (o) => (o.client ? `${purposes[o.purpose] ?? o.purpose}（${o.client}）` : purposes[o.purpose]) },
  { key: "place", title: "范围", render: (o) => o.place_name },
  { key: "people", title: "人数", align: "right", render: (o) => count(o.people) },
  { key: "state", title: "状态", render: (o) => <StatusTag tone={orderStates[o.state][1]}>{orderStates[o.state][0]}</StatusTag> },
  { key: "due", title: "期限", render: (o) => <OrderDue order={o} /> },
  { key: "by", title: "发起", wrap: true, width: 110, render: (o) => <>{o.by_name} <DateText value={o.created_at} time /></> },
];

const filters = [
  { kind: "text", name: "q", label: "编号、事项、单位或身份证号", width: 260, secret: true },
  { kind: "select", name: "state", label: "状态", options: Object.entries(orderStates).map(([value, [label]]) => ({ value, label })) },
  { kind: "select", name: "kind", label: "种类", options: Object.entries(orderKinds).map(([value, label]) => ({ value, label })) },
  { kind: "select", name: "due", label: "期限", options: [{ value: "late", label: "已逾期" }, { value: "week", label: "七天内到期" }] },
  { kind: "division", name: "place", label: "范围" },
] as const;

/** OrdersPage is the order desk: what is being verified, for whom, until when; and which towns are due. */
export default function OrdersPage() {
  const mayOrder = useMay("verification.order");
  return (
    <>
      <PageHeader
        title="核对委托"
        about="案件核对随受理自动发起；批量复核和部门、慈善组织的委托在这里发起。"
        actions={mayOrder && (
          <>
            <Link to="/verification/orders/new"><Button>新的委托核对</Button></Link>
            <Link to="/verification/batches/new"><Button type="primary" icon={<PlusOutlined aria-hidden />}>新的批量复核</Button></Link>
          </>
        )}
      />
      <DataTable<Order>
        name="verification-orders"
        label="核对委托"
        fetchPage={fetchOrders}
        columns={columns}
        rowKey={(o) => o.id}
        rowTo={(o) => ({ to: "/verification/orders/$id", params: { id: o.id } })}
        filters={filters}
        empty={{ title: "还没有核对委托", next: mayOrder ? "案件受理后会自动发起；也可以先发起一次批量复核。" : "有案件进入核对后，会列在这里。" }}
      />
      <RemindersPanel />
    </>
  );
}
