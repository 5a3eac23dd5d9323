import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import type { Page, Staff } from "@/api/types";
import { roles } from "@/app/roles";
import { useMay } from "@/app/session";
import { shortPlace } from "@/app/shortPlace";
import { DataTable, DateText, PageHeader, StatusTag, type Column } from "@/components";

const StaffDrawer = lazy(() => import("./StaffDrawer"));

const columns: Column<Staff>[] = [
  { key: "name", title: "姓名", primary: true, render: (s) => s.name },
  { key: "login", title: "登录名", render: (s) => s.login },
  { key: "organisation", title: "机构", render: (s) => s.organisation },
  {
    key: "assignments",
    title: "岗位",
    render: (s) => (s.assignments ?? []).map((a) => `${a.role_label}（${shortPlace(a.division_name)}）`).join("、") || "未分配岗位",
  },
  { key: "status", title: "状态", render: (s) => <StaffStatus staff={s} /> },
  { key: "seen", title: "最近登录", render: (s) => <DateText value={s.last_seen_at} time /> },
];

function StaffStatus({ staff }: { staff: Staff }) {
  if (staff.status === "disabled") return <StatusTag tone="grey">已停用</StatusTag>;
  if (staff.locked) return <StatusTag tone="red">已锁定</StatusTag>;
  return <StatusTag tone="green">在用</StatusTag>;
}

/** StaffPage: who may sign in, in which roles and places; administrators change it. */
export default function StaffPage() {
  const mayManage = useMay("staff.manage");
  const [open, setOpen] = useState<Staff | "new" | null>(null);
  return (
    <>
      <PageHeader
        title="人员与岗位"
        about="管辖范围内可以登录的人员。同一案件的经办和审核不能由同一人办理。"
        actions={mayManage && <Button type="primary" onClick={() => setOpen("new")}>新增人员</Button>}
      />
      <DataTable<Staff>
        name="staff"
        label="人员列表"
        fetchPage={(query, signal) => api.get<Page<Staff>>("/api/staff", query, signal)}
        columns={columns}
        rowKey={(s) => s.id}
        onOpen={setOpen}
        filters={[
          { kind: "text", name: "q", label: "姓名或登录名" },
          { kind: "division", name: "division", label: "地区" },
          { kind: "select", name: "role", label: "岗位", options: roles },
        ]}
        empty={{ title: "还没有人员", next: mayManage ? "点“新增人员”为本地区的工作人员开通登录。" : "请联系系统管理员开通。" }}
      />
      <Suspense fallback={null}>
        {open && <StaffDrawer staff={open === "new" ? undefined : open} editable={mayManage} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
