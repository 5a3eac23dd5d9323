import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { useMay } from "@/app/session";
import { DataTable, DateText, DueTag, MoneyText, PageHeader, StatusTag, type Column } from "@/components";
import { useQuery } from "@tanstack/react-query";
import { itemsQuery } from "../data";
import { colourNames, statusNames, statusTones, stepNames } from "../names";
import { StepDue } from "../parts/StepDue";
import type { CaseSummary } from "../types";
import "../casework.css";

const options = (names: Record<string, string>) => Object.entries(names).map(([value, label]) => ({ value, label }));

/** CasesPage lists the cases of the range, newest first. */
export default function CasesPage() {
  const mayApply = useMay("case.submit");
  const items = useQuery(itemsQuery());
  return (
    <>
      <PageHeader
        title="案件"
        about="辖区内的申请和办理结果；异地受理的，收件窗口和办理地都能看到。"
        actions={mayApply && <Link to="/apply"><Button type="primary">申请</Button></Link>}
      />
      <DataTable<CaseSummary>
        name="cases"
        label="案件"
        fetchPage={({ q, ...query }, signal) => api.get<Page<CaseSummary>>("/api/cases", { ...query, number: q, limit: 50 }, signal)}
        rowKey={(c) => c.id}
        rowTo={(c) => ({ to: "/cases/$id", params: { id: c.id } })}
        filters={[
          { kind: "text", name: "q", label: "受理号", width: 200 },
          { kind: "select", name: "status", label: "状态", options: options(statusNames), width: 120 },
          { kind: "select", name: "step", label: "步骤", options: options(stepNames), width: 130 },
          { kind: "select", name: "due", label: "时限", options: colourNames, width: 140 },
          { kind: "select", name: "item", label: "事项", options: (items.data?.items ?? []).map((i) => ({ value: i.id, label: i.name })), width: 180 },
          { kind: "division", name: "division", label: "地区" },
          { kind: "check", name: "forwarded", label: "异地受理" },
        ]}
        columns={caseColumns}
        empty={{ title: "还没有案件", next: "提交申请后，案件会出现在这里。", action: mayApply ? <Link to="/apply"><Button>去申请</Button></Link> : undefined }}
      />
    </>
  );
}

export const caseColumns: Column<CaseSummary>[] = [
  { key: "number", title: "受理号", primary: true, render: (c) => <span className="zf-num">{c.number}</span> },
  { key: "name", title: "申请人", render: (c) => `${c.applicant_name}户 ${c.member_count} 人` },
  { key: "item", title: "事项", render: (c) => c.item_name },
  { key: "place", title: "所在地", render: (c) => <>{c.division_name}{c.forwarded && <> <StatusTag tone="blue">异地</StatusTag></>}</> },
  { key: "state", title: "状态", render: (c) => (c.status === "open" ? <StatusTag tone="blue">{c.step_names.join("、") || c.status_name}</StatusTag> : <StatusTag tone={statusTones[c.status]}>{c.status_name}</StatusTag>) },
  { key: "left", title: "时限", render: (c) => (c.status === "open" ? <StepDue step={c.steps.length === 1 ? c.steps[0] : undefined} left={c.left_days} due={c.step_due} /> : <DueTag daysLeft={null} done />) },
  { key: "amount", title: "每月金额（元）", align: "right", render: (c) => (c.status === "confirmed" ? <MoneyText fen={c.amount_fen} /> : <span aria-label="未确定">—</span>) },
  { key: "at", title: "提交", render: (c) => <DateText value={c.submitted_at} /> },
];
