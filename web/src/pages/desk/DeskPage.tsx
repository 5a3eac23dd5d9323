import "./desk.css";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { DataTable, DateText, DueTag, EmptyState, PageHeader, QueryView, Stat, StatusTag, type Column } from "@/components";
import type { FilterDef } from "@/components/filters";
import { AnswerDrawer } from "./AnswerDrawer";
import { deskPage, deskSourcesQuery, statuses, type DeskQuestion } from "./calls";
import { UploadSheet } from "./UploadSheet";

const columns: Column<DeskQuestion>[] = [
  { key: "name", title: "姓名", primary: true, render: (q) => q.name },
  { key: "id", title: "身份证号", render: (q) => <span className="zf-num">{q.id_masked}</span> },
  { key: "class", title: "要查的数据", render: (q) => q.class_name },
  { key: "purpose", title: "用途", render: (q) => q.purpose },
  { key: "asked", title: "收到", render: (q) => <DateText value={q.asked_at} /> },
  { key: "due", title: "最晚答复", render: (q) => <DateText value={q.due} /> },
  {
    key: "state", title: "状态",
    render: (q) => q.state === "answered"
      ? <StatusTag tone="green">{statuses[q.status ?? ""]}，{q.answered_by}</StatusTag>
      : <DueTag daysLeft={q.left_days} />,
  },
];

/** DeskPage is a department's desk: questions to its own source about people of its place, by due day. */
export default function DeskPage() {
  const sources = useQuery(deskSourcesQuery);
  const [open, setOpen] = useState<DeskQuestion | null>(null);
  const [uploading, setUploading] = useState<string | null>(null);
  return (
    <>
      <PageHeader title="部门答复" about="民政部门依据本人授权提出的查询。逐个答复，或下载表格填好后上传；查无记录、查不了也请如实答复。" />
      <QueryView query={sources}>
        {(list) => {
          if (list.length === 0) return <EmptyState title="您的机构还没有被指定为任何信息来源的答复窗口" next="请联系省级民政部门，由其指定后这里会列出要答复的问题。" />;
          const filters: FilterDef[] = [
            { kind: "select", name: "state", label: "状态", options: [{ value: "open", label: "待答复" }, { value: "answered", label: "已答复" }], width: 120 },
            ...(list.length > 1 ? [{ kind: "select" as const, name: "source", label: "来源", options: list.map((s) => ({ value: s.source, label: s.name })) }] : []),
            { kind: "check", name: "late", label: "只看逾期" },
          ];
          return (
            <>
              <div className="zf-stats">
                <Stat label="待答复" value={list.reduce((n, s) => n + s.open, 0)} unit="个" />
                <Stat label="逾期" value={list.reduce((n, s) => n + s.late, 0)} unit="个" tone="red" />
              </div>
              {list.map((s) => (
                <p key={s.source} className="dk-sheet">
                  <span>{list.length > 1 ? `${s.name}：` : "用表格答复："}</span>
                  <Button href={`/api/desk/sheets/${s.source}`}>下载待答复表格</Button>
                  <Button onClick={() => setUploading(s.source)}>上传填好的表格</Button>
                </p>
              ))}
              <DataTable<DeskQuestion>
                name="desk"
                label="要答复的问题"
                fetchPage={async (query, signal) => {
                  const page = await deskPage(query, signal);
                  return { items: page.items, next: page.next };
                }}
                columns={columns}
                rowKey={(q) => q.id}
                filters={filters}
                onOpen={setOpen}
                empty={{ title: "没有要答复的问题", next: "有新的查询时会列在这里。" }}
              />
            </>
          );
        }}
      </QueryView>
      {open && <AnswerDrawer question={open} onClose={() => setOpen(null)} />}
      {uploading && <UploadSheet source={uploading} onClose={() => setUploading(null)} />}
    </>
  );
}
