import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { DataTable, DueTag, PageHeader, StatusTag, type Column } from "@/components";
import { reasons, rowStates, type Row } from "./calls";
import { ByVisitDialog, LinkDialog } from "./Dialogs";
import { VisitForm } from "./VisitForm";
import "../casework/casework.css";

const boxes = [
  { id: "open", name: "待入户", empty: "没有待入户的人员", next: "手机认证没有通过、到期没有认证的人会出现在这里。" },
  { id: "invited", name: "已邀请", empty: "没有等待认证的人员", next: "有新的认证批次时会出现在这里；本人不能用手机的，可以改为入户。" },
  { id: "done", name: "已登记", empty: "还没有登记过", next: "登记过的入户核查会出现在这里。" },
] as const;

type Act = { kind: "visit" | "byVisit" | "link"; row: Row };

/** VisitsPage is the list of home visits of the own village or town, by day; made for a phone. */
export default function VisitsPage() {
  const { box: asked } = useSearch({ strict: false }) as { box?: string };
  const navigate = useNavigate();
  const box = boxes.find((b) => b.id === asked) ?? boxes[0];
  const [act, setAct] = useState<Act>();
  const close = () => setAct(undefined);
  return (
    <>
      <PageHeader title="活体认证入户" about="按截止日排列。见到本人后当场登记；登记不会停发待遇。" />
      <div className="cw-tabs" role="group" aria-label="入户范围">
        {boxes.map((b) => (
          <button key={b.id} type="button" aria-pressed={b.id === box.id} className={b.id === box.id ? "cw-tab cw-on" : "cw-tab"} onClick={() => void navigate({ to: "/liveness/visits", search: { box: b.id } })}>{b.name}</button>
        ))}
      </div>
      <DataTable<Row>
        key={box.id}
        name={`liveness.visits.${box.id}`}
        label={`入户核查：${box.name}`}
        fetchPage={(query, signal) => api.get<Page<Row>>("/api/liveness/visits", { ...query, box: box.id }, signal)}
        rowKey={(r) => `${r.campaign_id}.${r.person_id}`}
        columns={columnsOf(box.id, setAct)}
        empty={{ title: box.empty, next: box.next }}
      />
      {act?.kind === "visit" && <VisitForm row={act.row} onClose={close} />}
      {act?.kind === "byVisit" && <ByVisitDialog row={act.row} onClose={close} />}
      {act?.kind === "link" && <LinkDialog row={act.row} onClose={close} />}
    </>
  );
}

function columnsOf(box: (typeof boxes)[number]["id"], act: (a: Act) => void): Column<Row>[] {
  const columns: Column<Row>[] = [
    { key: "name", title: "姓名", primary: true, render: (r) => <Link to="/people/$id" params={{ id: r.person_id }} className="zf-row-link">{r.name}</Link> },
    { key: "id", title: "身份证号", render: (r) => r.id_masked },
    { key: "age", title: "年龄", render: (r) => `${r.age} 岁` },
    { key: "place", title: "所在地", render: (r) => r.place_name },
  ];
  if (box === "done") {
    return [...columns,
      { key: "result", title: "结果", render: (r) => <StatusTag tone={rowStates[r.state][1]}>{rowStates[r.state][0]}</StatusTag> },
      { key: "on", title: "入户", render: (r) => `${r.visited_on ?? ""} ${r.visited_by ?? ""}` },
      { key: "note", title: "情况", wrap: true, render: (r) => [r.proxy && `证明人：${r.proxy}`, r.note].filter(Boolean).join("；") || "—" },
    ];
  }
  columns.push({ key: "left", title: box === "open" ? "入户时限" : "认证时限", render: (r) => <DueTag daysLeft={r.left_days} /> });
  if (box === "open") {
    columns.push(
      { key: "why", title: "原因", wrap: true, render: (r) => (r.why ? `${reasons[r.why]}${r.why_note ? `：${r.why_note}` : ""}` : "—") },
      { key: "act", title: "操作", render: (r) => <Button type="primary" aria-label={`登记${r.name}的入户核查`} onClick={() => act({ kind: "visit", row: r })}>登记入户</Button> },
    );
    return columns;
  }
  columns.push({
    key: "act", title: "操作", wrap: true,
    render: (r) => (
      <>
        {r.linked && <Button aria-label={`${r.name}的认证链接`} onClick={() => act({ kind: "link", row: r })}>认证链接</Button>}{" "}
        <Button aria-label={`${r.name}改为入户`} onClick={() => act({ kind: "byVisit", row: r })}>改为入户</Button>
      </>
    ),
  });
  return columns;
}
