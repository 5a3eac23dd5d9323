import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useMay } from "@/app/session";
import { DateText } from "@/components/DateText";
import { ErrorState } from "@/components/ErrorState";
import { count } from "@/components/format";
import { Panel } from "@/components/Panel";
import { StatusTag } from "@/components/StatusTag";
import { TableView, type Column } from "@/components/TableView";
import { remindersQuery, type Reminder } from "./calls";

const few = 8;

/** RemindersPanel tells which towns have not been verified anew within the period of the policy pack. */
export function RemindersPanel() {
  const due = useQuery(remindersQuery);
  const mayOrder = useMay("verification.order");
  const [all, setAll] = useState(false);
  if (due.isError) return <Panel title="哪些地方该复核了？"><ErrorState error={due.error} onRetry={() => void due.refetch()} /></Panel>;
  const list = due.data ?? [];
  if (list.length === 0) return due.isSuccess ? <Panel title="哪些地方该复核了？"><p className="zf-help">在保对象都在规定的周期内复核过。</p></Panel> : null;
  const columns: readonly Column<Reminder>[] = [
    { key: "place", title: "镇（街道）", primary: true, render: (r) => r.name },
    { key: "category", title: "类别", render: (r) => r.label },
    { key: "households", title: "户数", align: "right", render: (r) => count(r.households) },
    { key: "people", title: "持有人数", align: "right", render: (r) => count(r.people) },
    { key: "last", title: "上次批量复核", render: (r) => (r.last ? <><DateText value={r.last} />{r.running && "（进行中）"}</> : "系统内没有记录") },
    { key: "due", title: "最晚", render: (r) => (r.late ? <StatusTag tone="red">已超过 {r.months} 个月</StatusTag> : <StatusTag tone="amber">{r.due_on} 前</StatusTag>) },
    { key: "clause", title: "依据", wrap: true, render: (r) => `每 ${r.months} 个月一次，${r.clause}` },
    {
      key: "act", title: "办理",
      render: (r) => mayOrder && <Link to="/verification/batches/new" search={{ place: String(r.place), category: r.category }}>发起复核<span className="zf-hidden">：{r.name}{r.label}</span></Link>,
    },
  ];
  return (
    <Panel
      title="哪些地方该复核了？"
      extra={list.length > few && <Button type="link" onClick={() => setAll(!all)}>{all ? "收起" : `全部 ${list.length} 条`}</Button>}
    >
      <TableView<Reminder> label="该复核的镇（街道）" columns={columns} rows={all ? list : list.slice(0, few)} rowKey={(r) => `${r.place}.${r.category}`} />
    </Panel>
  );
}
