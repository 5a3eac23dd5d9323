import { Link } from "@tanstack/react-router";
import { DateText } from "@/components/DateText";
import { StatusTag } from "@/components/StatusTag";
import { TableView, type Column } from "@/components/TableView";
import type { AskedAbout } from "./authorisations";
import { itemStates, purposes } from "./calls";

const columns: readonly Column<AskedAbout>[] = [
  { key: "at", title: "时间", render: (q) => <DateText value={q.at} time /> },
  { key: "what", title: "查什么", primary: true, wrap: true, render: (q) => `${q.source_name}·${q.class_name}` },
  { key: "by", title: "谁查的", wrap: true, render: (q) => `${q.office} ${q.by_name}${q.client ? `，受${q.client}委托` : ""}` },
  { key: "why", title: "为什么", wrap: true, render: (q) => <>{purposes[q.purpose]}：{q.title} <span className="zf-num">{q.order}</span></> },
  { key: "auth", title: "授权书", render: (q) => (q.authorisation ? <span className="zf-num">{q.authorisation}</span> : "没有") },
  {
    key: "state", title: "结果", wrap: true,
    render: (q) => <><StatusTag tone={itemStates[q.state][1]}>{itemStates[q.state][0]}</StatusTag>{q.reused ? " 引用近期答复，没有再问" : q.asked > 0 ? ` 问了 ${q.asked} 次` : ""}</>,
  },
];

/** AskedTable lists the queries about one person (谁查过我). */
export function AskedTable({ rows }: { rows: readonly AskedAbout[] }) {
  return <TableView<AskedAbout> label="谁查过我" columns={columns} rows={rows} rowKey={(q) => `${q.order}.${q.class}.${q.at}`} />;
}

/** AskedMore leads to the whole list, which prints. */
export function AskedMore({ person, count }: { person: string; count: number }) {
  return <Link to="/people/$id/asked" params={{ id: person }}>全部 {count} 条，可打印</Link>;
}
