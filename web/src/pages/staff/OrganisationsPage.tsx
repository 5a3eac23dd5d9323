import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Button, Drawer, Form, Input, Select } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Organisation } from "@/api/types";
import { useMay } from "@/app/session";
import { EmptyState, PageHeader, QueryView, ServerForm, TableView, type Column } from "@/components";
import { DivisionPicker } from "@/components/DivisionPicker";
import { departments } from "./departments";

const columns: Column<Organisation>[] = [
  { key: "name", title: "机构名称", primary: true, render: (o) => o.name },
  { key: "department", title: "部门", render: (o) => departments.find((d) => d.value === o.department)?.label ?? o.department },
  { key: "division", title: "所在地", render: (o) => o.division_name },
];

/** OrganisationsPage: departments at places; staff and posts belong to them. */
export default function OrganisationsPage() {
  const mayManage = useMay("organisation.manage");
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [adding, setAdding] = useState(false);
  const [text, setText] = useState("");
  const query = useQuery({
    queryKey: ["organisations"],
    queryFn: ({ signal }) => api.get<Organisation[]>("/api/organisations", undefined, signal),
  });
  return (
    <>
      <PageHeader
        title="机构"
        about="管辖范围内的民政部门、镇街和其他救助部门。"
        actions={mayManage && <Button type="primary" onClick={() => setAdding(true)}>新增机构</Button>}
      />
      <div className="zf-panel zf-list">
        <div className="zf-filters" role="group" aria-label="筛选">
          <Input aria-label="机构名称或地区" placeholder="机构名称或地区" allowClear style={{ width: 240 }} value={text} onChange={(e) => setText(e.target.value)} />
        </div>
        <QueryView query={query}>
          {(all) => {
            const rows = all.filter((o) => `${o.name}${o.division_name}`.includes(text.trim()));
            if (rows.length === 0) return <EmptyState title="没有机构" next={mayManage ? "点“新增机构”添加。" : undefined} />;
            return <TableView label="机构列表" columns={columns} rows={rows} rowKey={(o) => o.id} />;
          }}
        </QueryView>
      </div>
      {adding && (
        <Drawer open onClose={() => setAdding(false)} size={480} title="新增机构">
          <ServerForm<{ name: string; department: string; division: string }>
            guard={false}
            submitLabel="保存"
            onSubmit={async (values, key) => {
              await api.post("/api/organisations", values, { idempotencyKey: key });
              message.success("机构已新增");
              await queries.invalidateQueries({ queryKey: ["organisations"] });
              setAdding(false);
            }}
          >
            <Form.Item name="name" label="机构名称" rules={[{ required: true, message: "请填写机构名称" }]}>
              <Input maxLength={80} />
            </Form.Item>
            <Form.Item name="department" label="部门" rules={[{ required: true, message: "请选择部门" }]}>
              <Select options={departments} showSearch={{ optionFilterProp: "label" }} />
            </Form.Item>
            <Form.Item name="division" label="所在地" rules={[{ required: true, message: "请选择所在地" }]}>
              <DivisionPicker />
            </Form.Item>
          </ServerForm>
        </Drawer>
      )}
    </>
  );
}
