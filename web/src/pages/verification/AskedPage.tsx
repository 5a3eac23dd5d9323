import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { useState } from "react";
import { useSession } from "@/app/session";
import { EmptyState } from "@/components/EmptyState";
import { dateTime } from "@/components/format";
import { PageHeader } from "@/components/PageHeader";
import { QueryView } from "@/components/QueryView";
import { personFileQuery } from "../registry/calls";
import { AskedTable } from "./AskedTable";
import { personAskedQuery } from "./authorisations";
import { itemStates } from "./calls";
import "./verification.css";

/** AskedPage is the whole list of queries about one person, to be read and printed. */
export default function AskedPage() {
  const { id = "" } = useParams({ strict: false });
  const file = useQuery(personFileQuery(id));
  const asked = useQuery(personAskedQuery(id));
  const { now, staff } = useSession();
  const [state, setState] = useState("");
  return (
    <QueryView query={file}>
      {({ person }) => (
        <>
          <PageHeader
            title={`谁查过${person.name}`}
            about={<>人员编号 <span className="zf-num">{person.number}</span> · {person.id_mask} · {dateTime(now)} 由{staff.name}打开</>}
            actions={<><Link to="/people/$id" params={{ id }}><Button>返回档案</Button></Link><Button type="primary" onClick={() => globalThis.print()}>打印</Button></>}
          />
          <div className="zf-panel zf-list">
            <div className="zf-filters zv-noprint" role="group" aria-label="筛选">
              <Select aria-label="结果" placeholder="全部结果" allowClear style={{ width: 150 }} value={state || undefined} onChange={(v?: string) => setState(v ?? "")} options={Object.entries(itemStates).map(([value, [label]]) => ({ value, label }))} />
            </div>
            <QueryView query={asked}>
              {(list) => {
                const rows = list.filter((q) => !state || q.state === state);
                if (rows.length === 0) return <EmptyState title={state ? "没有这种结果的查询" : "还没有人查询过此人的信息"} />;
                return <AskedTable rows={rows} />;
              }}
            </QueryView>
          </div>
          <p className="zf-help">查询只用于所写的用途。对查询有疑问，请向查询单位或者同级民政部门反映。</p>
        </>
      )}
    </QueryView>
  );
}
