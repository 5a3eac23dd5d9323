import { CheckOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { AccessRow, AccessTable } from "@/api/types";
import { levelNames } from "@/app/roles";
import { PageHeader, QueryView } from "@/components";

/** AccessPage shows the one table of who may do what at which level, as the server applies it. */
export default function AccessPage() {
  const [text, setText] = useState("");
  const query = useQuery({ queryKey: ["access-table"], queryFn: ({ signal }) => api.get<AccessTable>("/api/access-table", undefined, signal) });
  return (
    <>
      <PageHeader title="权限表" about="每项操作由哪些岗位、在哪一级办理。系统按此表逐次检查，本页只供查看。" />
      <div className="zf-panel zf-list">
        <div className="zf-filters" role="group" aria-label="筛选">
          <Input aria-label="操作名称" placeholder="操作名称" allowClear style={{ width: 240 }} value={text} onChange={(e) => setText(e.target.value)} />
        </div>
        <QueryView query={query}>
          {(table) => <Grid rows={(table.items ?? []).filter((row) => `${row.label}${row.action}`.includes(text.trim()))} roles={table.roles ?? []} />}
        </QueryView>
      </div>
    </>
  );
}

function Grid({ rows, roles }: { rows: AccessRow[]; roles: NonNullable<AccessTable["roles"]> }) {
  return (
    <div className="zf-scroll" tabIndex={0} role="region" aria-label="权限表（可左右滚动）">
      <table className="zf-matrix">
        <thead>
          <tr>
            <th scope="col">操作</th>
            {roles.map((role) => <th key={role.role} scope="col" className="zf-center">{role.label}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.action}>
              <th scope="row"><span>{row.label}</span> <code>{row.action}</code></th>
              {row.public || row.any ? (
                <td colSpan={roles.length} className="zf-granted">{row.public ? "不登录也可以" : "登录后人人可以"}</td>
              ) : (
                roles.map((role) => <Cell key={role.role} row={row} role={role.role} />)
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ row, role }: { row: AccessRow; role: string }) {
  const levels = (row.grants ?? []).filter((g) => g.role === role).flatMap((g) => g.levels ?? []);
  return (
    <td className="zf-center">
      {levels.length > 0 && (
        <span className="zf-granted"><CheckOutlined aria-label="可以" /> {levels.map((l) => levelNames[l]).join("、")}</span>
      )}
    </td>
  );
}
