import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import { useMay } from "@/app/session";
import { uuid } from "@/components";
import { ErrorState } from "@/components/ErrorState";
import { count, dateTime } from "@/components/format";
import { StatusTag } from "@/components/StatusTag";
import { TableView, type Column } from "@/components/TableView";
import { ordersChanged, type Order, type SourceState } from "./calls";

/** How a source stands, in one word and why. */
function standing(s: SourceState, order: Order): { tone: "blue" | "green" | "amber" | "red" | "grey"; text: string; why?: string } {
  if (s.waiting === 0) {
    if (s.silent > 0) return { tone: "amber", text: "有未答复", why: s.reason };
    if (s.answered === 0) return { tone: "grey", text: s.refused > 0 ? "不许查询" : "已取消", why: s.reason };
    return { tone: "green", text: "已答复" };
  }
  if (s.transport === "desk") return { tone: "blue", text: "等待人工答复", why: `部门窗口由工作人员答复，约 ${s.answer_days ?? 0} 个工作日` };
  if (s.paused) return { tone: "amber", text: "来源已停用", why: "恢复后继续查询" };
  if (s.open_until) return { tone: "red", text: "连续出错，暂缓", why: `${dateTime(s.open_until)} 再试。${s.reason ?? ""}` };
  if (s.closed) return { tone: "blue", text: "不在服务时间", why: s.next_at ? `下次查询 ${dateTime(s.next_at)}` : "开放后继续查询" };
  if (s.next_at && Date.parse(s.next_at) > Date.parse(order.now ?? "") + 1000) return { tone: "amber", text: "稍后再问", why: `下次查询 ${dateTime(s.next_at)}` };
  return { tone: "blue", text: "查询中" };
}

const ways: Record<SourceState["transport"], string> = { http: "实时接口", callback: "接口，回传答复", file: "文件交换", desk: "部门窗口（人工）" };

/** SourceTable shows each source of an order as it stands now, and asks one again about what it left unanswered. */
export function SourceTable({ order }: { order: Order }) {
  const mayOrder = useMay("verification.order");
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState("");
  const again = async (source: string) => {
    setError(undefined);
    setBusy(source);
    try {
      const next = await api.post<Order>(`/api/verification/orders/${order.id}/ask-again`, { source }, { idempotencyKey: uuid() });
      queryClient.setQueryData(["verification", "order", order.id], next);
      await ordersChanged();
    } catch (thrown) {
      setError(thrown);
    } finally {
      setBusy("");
    }
  };
  const columns: readonly Column<SourceState>[] = [
    { key: "name", title: "信息来源", primary: true, render: (s) => s.name || s.source },
    { key: "way", title: "方式", render: (s) => ways[s.transport] ?? "—" },
    {
      key: "state", title: "状态", wrap: true,
      render: (s) => {
        const { tone, text, why } = standing(s, order);
        return <><StatusTag tone={tone}>{text}</StatusTag>{why && <span className="zf-help"> {why}</span>}</>;
      },
    },
    { key: "waiting", title: "等待", align: "right", render: (s) => count(s.waiting) },
    { key: "answered", title: "已答复", align: "right", render: (s) => count(s.answered) },
    { key: "reused", title: "其中引用", align: "right", render: (s) => count(s.reused) },
    { key: "silent", title: "没有答复", align: "right", render: (s) => count(s.silent) },
    { key: "refused", title: "不许查询", align: "right", render: (s) => count(s.refused) },
  ];
  const acts: Column<SourceState> = {
    key: "act", title: "办理",
    render: (s) => s.silent > 0 && order.state !== "cancelled" && (
      <Popconfirm
        title={`重新查询${s.name}？`}
        description={`会再问 ${count(s.silent)} 项没有答复的，按这个来源的次数限制重新计次。`}
        okText="重新查询" cancelText="不查"
        onConfirm={() => again(s.source)}
      >
        <Button size="small" loading={busy === s.source} aria-label={`重新查询${s.name}`}>重新查询</Button>
      </Popconfirm>
    ),
  };
  return (
    <>
      {error !== undefined && <ErrorState error={error} />}
      <TableView<SourceState> label="各信息来源" columns={mayOrder ? [...columns, acts] : columns} rows={order.sources ?? []} rowKey={(s) => s.source} />
    </>
  );
}
