import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import type { AuditRow, Page } from "@/api/types";
import { useMay } from "@/app/session";
import { shortPlace } from "@/app/shortPlace";
import { DataTable, DateText, PageHeader, StatusTag, type Column } from "@/components";
import { objectKind } from "./objectKinds";
import { useActionOptions } from "./useActionOptions";
import { VerifyChain } from "./VerifyChain";

const AuditDrawer = lazy(() => import("./AuditDrawer"));

const columns: Column<AuditRow>[] = [
  { key: "at", title: "时间", render: (e) => <DateText value={e.at} time /> },
  { key: "action", title: "操作", primary: true, render: (e) => e.action_label || e.action },
  { key: "actor", title: "人员", render: (e) => `${e.actor_name}（${e.role_label}）` },
  { key: "object", title: "对象", render: (e) => <span title={e.object_id}>{objectKind(e.object_kind)}</span> },
  { key: "division", title: "地区", render: (e) => shortPlace(e.division_name) || "—" },
  { key: "purpose", title: "用途", render: (e) => e.purpose || "—" },
  { key: "sealed", title: "封存", render: (e) => (e.sealed ? <StatusTag tone="green">已封存</StatusTag> : <StatusTag>待封存</StatusTag>) },
];

/** AuditPage: who did what to which object, when and what for; and whether anybody has tampered with the record. */
export default function AuditPage() {
  const [open, setOpen] = useState<AuditRow | null>(null);
  const actions = useActionOptions();
  const mayVerify = useMay("audit.verify");
  return (
    <>
      <PageHeader title="审计记录" about="所有办理、查看和修改的记录。记录按国密 SM3 逐条相链，改动、删除或插入都能查出。" />
      {mayVerify && <VerifyChain />}
      <DataTable<AuditRow>
        name="audit"
        label="审计记录列表"
        fetchPage={(query, signal) => api.get<Page<AuditRow>>("/api/audit", query, signal)}
        columns={columns}
        rowKey={(e) => e.id}
        onOpen={setOpen}
        filters={[
          { kind: "text", name: "actor", label: "人员姓名", width: 140 },
          { kind: "select", name: "action", label: "操作", options: actions, width: 200 },
          { kind: "text", name: "object", label: "案件号、对象编号", width: 220 },
          { kind: "dates", from: "from", to: "to", label: "日期" },
        ]}
        empty={{ title: "还没有审计记录" }}
      />
      <Suspense fallback={null}>{open && <AuditDrawer event={open} onClose={() => setOpen(null)} />}</Suspense>
    </>
  );
}
