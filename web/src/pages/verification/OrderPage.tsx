import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Progress as Bar } from "antd";
import { useState } from "react";
import { useMay } from "@/app/session";
import { DateText } from "@/components/DateText";
import { count } from "@/components/format";
import { PageHeader } from "@/components/PageHeader";
import { Panel } from "@/components/Panel";
import { QueryView } from "@/components/QueryView";
import { StatusTag } from "@/components/StatusTag";
import { ended, orderKinds, orderQuery, orderStates, purposes, type Order } from "./calls";
import { CancelOrder } from "./CancelOrder";
import { FindingsPanel } from "./FindingsPanel";
import { OrderDue } from "./OrderDue";
import { PeopleMatrix } from "./PeopleMatrix";
import { ProgressPanel } from "./ProgressPanel";
import { SourceTable } from "./SourceTable";
import "./verification.css";

/** OrderPage follows one order: each source as it answers, each person and data class. */
export default function OrderPage() {
  const { id = "" } = useParams({ strict: false });
  const order = useQuery(orderQuery(id));
  return <QueryView query={order}>{(data) => <Shown order={data} />}</QueryView>;
}

function Shown({ order }: { order: Order }) {
  const mayOrder = useMay("verification.order");
  const [cancelling, setCancelling] = useState(false);
  const sources = order.sources ?? [];
  const sum = (key: "waiting" | "answered" | "silent" | "refused" | "cancelled") => sources.reduce((n, s) => n + s[key], 0);
  const waiting = sum("waiting");
  const total = waiting + sum("answered") + sum("silent") + sum("refused") + sum("cancelled");
  const going = !ended(order);
  const [state, tone] = orderStates[order.state];
  return (
    <>
      <PageHeader
        title={<>{order.title} <StatusTag tone={tone}>{state}</StatusTag></>}
        about={<><span className="zf-num">{order.number}</span> · {orderKinds[order.kind]} · {purposes[order.purpose]}{order.client && `（${order.client}）`} · {order.place_name} · {count(order.people)} 人</>}
        actions={
          <>
            {order.case_id && <Link to="/cases/$id" params={{ id: order.case_id }}><Button>打开案件</Button></Link>}
            {going && mayOrder && <Button danger onClick={() => setCancelling(true)}>取消委托</Button>}
          </>
        }
      />
      {order.state === "cancelled" && <Alert type="info" showIcon title="这份委托已经取消" description={order.failure ? `原因：${order.failure}。已经来的答复仍在。` : "已经来的答复仍在。"} className="zv-alert" />}
      {order.state === "failed" && <Alert type="error" showIcon title="没有完成" description={order.failure} className="zv-alert" />}
      <Panel title="进度" extra={<span>期限 <OrderDue order={order} /> · 发起 {order.by_name} <DateText value={order.created_at} time /></span>}>
        <Bar percent={total > 0 ? Math.floor(((total - waiting) / total) * 100) : 0} status={going ? "active" : "normal"} aria-label="核对进度" />
        <p aria-live="polite">
          {order.state === "preparing"
            ? `正在把人列入委托，已列入 ${count(order.people)} 人…`
            : <>共 {count(total)} 项：已答复 {count(sum("answered"))}，等待 {count(waiting)}，没有答复 {count(sum("silent"))}，不许查询 {count(sum("refused"))}{sum("cancelled") > 0 && `，已取消 ${count(sum("cancelled"))}`}。没有答复的不当作零。</>}
        </p>
        <SourceTable order={order} />
      </Panel>
      {(order.kind === "batch" || order.people > 20) && <ProgressPanel order={order} />}
      <FindingsPanel order={order} />
      <PeopleMatrix order={order} />
      {cancelling && <CancelOrder order={order} waiting={waiting} onClose={() => setCancelling(false)} />}
    </>
  );
}
