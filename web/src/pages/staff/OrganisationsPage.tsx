import { Button } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import type { Organisation, Page } from "@/api/types";
import { useMay } from "@/app/session";
import { DataTable, PageHeader, StatusTag, type Column } from "@/components";
import { kindLabel, organisationKinds } from "./organisationKinds";

const OrganisationDrawer = lazy(() => import("./OrganisationDrawer"));

const columns: Column<Organisation>[] = [
  { key: "name", title: "机构名称", primary: true, render: (o) => o.name },
  { key: "kind", title: "类型", render: (o) => kindLabel(o.kind) },
  { key: "division", title: "所在地", render: (o) => o.division_name },
  { key: "phone", title: "对外电话", render: (o) => o.phone || "—" },
  { key: "active", title: "状态", render: (o) => (o.active ? <StatusTag tone="green">在用</StatusTag> : <StatusTag>已停用</StatusTag>) },
];

/** OrganisationsPage: departments at places; staff and their posts belong to them. */
export default function OrganisationsPage() {
  const mayManage = useMay("organisation.manage");
  const [open, setOpen] = useState<Organisation | "new" | null>(null);
  return (
    <>
      <PageHeader
        title="机构"
        about="管辖范围内的民政部门、镇街和其他救助部门。"
        actions={mayManage && <Button type="primary" onClick={() => setOpen("new")}>新增机构</Button>}
      />
      <DataTable<Organisation>
        name="organisations"
        label="机构列表"
        fetchPage={(query, signal) => api.get<Page<Organisation>>("/api/organisations", query, signal)}
        columns={columns}
        rowKey={(o) => o.id}
        onOpen={mayManage ? setOpen : undefined}
        filters={[
          { kind: "text", name: "q", label: "机构名称" },
          { kind: "division", name: "division", label: "地区" },
          { kind: "select", name: "kind", label: "类型", options: organisationKinds, width: 220 },
        ]}
        empty={{ title: "还没有机构", next: mayManage ? "点“新增机构”添加。" : undefined }}
      />
      <Suspense fallback={null}>
        {open && <OrganisationDrawer organisation={open === "new" ? undefined : open} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  );
}
