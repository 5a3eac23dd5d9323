import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { DateText } from "@/components/DateText";
import { ErrorState } from "@/components/ErrorState";
import { count } from "@/components/format";
import { Panel } from "@/components/Panel";
import { StatusTag } from "@/components/StatusTag";
import { TableView, type Column } from "@/components/TableView";
import { ended, type Order } from "./calls";
import { conclusionTones } from "./report/names";

type Row = Schemas["HouseholdFinding"];
type Report = Schemas["ReportRow"];

/** FindingsPanel shows what an order has led to: the reports of a case, or what was found household by household. */
export function FindingsPanel({ order }: { order: Order }) {
  return order.kind === "case" ? <Reports order={order} /> : <Households order={order} />;
}

function Reports({ order }: { order: Order }) {
  const reports = useQuery({
    queryKey: ["verification", "order", order.id, "reports"],
    queryFn: async ({ signal }) => (await api.get<Schemas["OrderReports"]>(`/api/verification/orders/${order.id}/reports`, undefined, signal)).reports ?? [],
  });
  const columns: readonly Column<Report>[] = [
    { key: "number", title: "报告", primary: true, render: (r) => <span className="zf-num">{r.number}</span> },
    { key: "name", title: "申请人", render: (r) => r.name },
    { key: "conclusion", title: "结论", wrap: true, render: (r) => <StatusTag tone={conclusionTones[r.conclusion]}>{r.conclusion_name}</StatusTag> },
    { key: "differs", title: "不一致", align: "right", render: (r) => count(r.differs) },
    { key: "silent", title: "没有答复", align: "right", render: (r) => count(r.silent) },
    { key: "at", title: "出具", render: (r) => <>{r.by_name} <DateText value={r.issued_at} time />{!r.newest && "（已有新版本）"}</> },
  ];
  if (reports.isError) return <Panel title="核对报告"><ErrorState error={reports.error} onRetry={() => void reports.refetch()} /></Panel>;
  if ((reports.data ?? []).length === 0) return ended(order) ? <Panel title="核对报告"><p className="zf-help">还没有出具报告。请到案件里出具。</p></Panel> : null;
  return (
    <Panel title="核对报告">
      <TableView<Report> label="核对报告" columns={columns} rows={reports.data ?? []} rowKey={(r) => r.id} rowTo={(r) => ({ to: "/verification/reports/$id", params: { id: r.id } })} />
    </Panel>
  );
}

function Households({ order }: { order: Order }) {
  const [cursors, setCursors] = useState<string[]>([]);
  const after = cursors.at(-1) ?? "";
  const page = useQuery({
    queryKey: ["verification", "order", order.id, "households", after],
    queryFn: ({ signal }) => api.get<Schemas["FindingPage"]>(`/api/verification/orders/${order.id}/households`, { after, limit: 20 }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ended(order) ? false : 10_000,
  });
  const columns: readonly Column<Row>[] = [
    { key: "name", title: "户主", primary: true, render: (h) => h.name },
    { key: "place", title: "村（居）", render: (h) => h.place_name },
    { key: "conclusion", title: "结论", wrap: true, render: (h) => <StatusTag tone={conclusionTones[h.conclusion]}>{h.conclusion_name}</StatusTag> },
    { key: "differs", title: "不一致", align: "right", render: (h) => count(h.differs) },
    { key: "silent", title: "没有答复", align: "right", render: (h) => count(h.silent) },
    { key: "handled", title: "处理", wrap: true, render: (h) => (h.handled_at ? `${h.handled_by ?? ""}：${h.handled_text ?? ""}` : "—") },
  ];
  if (page.isError) return <Panel title="查到了什么？"><ErrorState error={page.error} onRetry={() => void page.refetch()} /></Panel>;
  const rows = page.data?.households ?? [];
  if (rows.length === 0) return order.kind === "batch" && ended(order) && page.isSuccess ? <Panel title="查到了什么？"><p className="zf-help">比对还没有做完，稍后再看。</p></Panel> : null;
  return (
    <Panel title="查到了什么？">
      <TableView<Row>
        label="各户核对结果" columns={columns} rows={rows} rowKey={(h) => h.household_id} stale={page.isPlaceholderData}
        rowTo={(h) => ({ to: "/verification/orders/$id/households/$household", params: { id: order.id, household: h.household_id } })}
      />
      {(cursors.length > 0 || page.data?.next) && (
        <div className="zf-pager" role="navigation" aria-label="各户翻页">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>上一页</Button>
          <span>第 {cursors.length + 1} 页</span>
          <Button disabled={!page.data?.next || page.isPlaceholderData} onClick={() => page.data?.next && setCursors([...cursors, page.data.next])}>下一页</Button>
        </div>
      )}
    </Panel>
  );
}
