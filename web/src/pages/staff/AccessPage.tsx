import { CheckOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Input } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { AccessRow } from "@/api/types";
import { levelNames, roles } from "@/app/roles";
import { PageHeader, QueryView } from "@/components";

/** AccessPage shows the one table of who may do what at which level, as the server applies it. */
export default function AccessPage() {
  const [text, setText] = useState("");
  const query = useQuery({ queryKey: ["access-table"], queryFn: ({ signal }) => api.get<AccessRow[]>("/api/access-table", undefined, signal) });
  return (
    <>
      <PageHeader title="权限表" about="每项操作由哪些岗位、在哪一级办理。系统按此表逐次检查，本页只供查看。" />
      <div className="zf-panel zf-list">
        <div className="zf-filters" role="group" aria-label="筛选">
          <Input aria-label="操作名称" placeholder="操作名称" allowClear style={{ width: 240 }} value={text} onChange={(e) => setText(e.target.value)} />
        </div>
        <QueryView query={query}>
          {(all) => <Grid rows={all.filter((row) => `${row.label}${row.action}`.includes(text.trim()))} />}
        </QueryView>
      </div>
    </>
  );
}

function Grid({ rows }: { rows: AccessRow[] }) {
  return (
    <div className="zf-scroll" tabIndex={0} role="region" aria-label="权限表（可左右滚动）">
      <table className="zf-matrix">
        <thead>
          <tr>
            <th scope="col">操作</th>
            {roles.map((role) => <th key={role.value} scope="col" className="zf-center">{role.label}</th>)}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.action}>
              <th scope="row"><span>{row.label}</span> <code>{row.action}</code></th>
              {roles.map((role) => {
                const levels = row.grants.filter((g) => g.role === role.value).flatMap((g) => g.levels);
                return (
                  <td key={role.value} className="zf-center">
                    {levels.length > 0 && (
                      <span className="zf-granted"><CheckOutlined aria-label="可以" /> {levels.map((l) => levelNames[l]).join("、")}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
