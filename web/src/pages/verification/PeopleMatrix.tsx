import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Select } from "antd";
import { memo, useMemo, useState } from "react";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { dateTime } from "@/components/format";
import { PageLoading } from "@/components/PageLoading";
import { Panel } from "@/components/Panel";
import { ended, itemStates, type AskedClass, type AskedItem, type Order, type Subject } from "./calls";

function told(item: AskedItem, name: string): string {
  const parts = [`${name}：${itemStates[item.state][0]}`];
  if (item.reused) parts.push("引用近期的答复");
  if (item.reason) parts.push(item.reason);
  if (item.authorisation) parts.push(`授权书 ${item.authorisation}`);
  if (item.asked > 0) parts.push(`问过 ${item.asked} 次`);
  if (item.ended_at) parts.push(dateTime(item.ended_at));
  return parts.join("，");
}

/** PeopleMatrix shows people × data classes: a mark in each cell, its reason on hover, focus and tap. */
export function PeopleMatrix({ order }: { order: Order }) {
  const [state, setState] = useState("");
  const [source, setSource] = useState("");
  const [cursors, setCursors] = useState<string[]>([]);
  const [said, setSaid] = useState("");
  const after = cursors.at(-1) ?? "";
  const people = useQuery({
    queryKey: ["verification", "order", order.id, "people", state, source, after],
    queryFn: ({ signal }) => api.get<Schemas["SubjectPage"]>(`/api/verification/orders/${order.id}/people`, { state, source, after, limit: 20 }, signal),
    placeholderData: keepPreviousData,
    refetchInterval: ended(order) ? false : 4000,
  });
  const columns = useMemo(() => (order.columns ?? []).filter((c) => !source || c.source === source), [order.columns, source]);
  const sources = [...new Map((order.columns ?? []).map((c) => [c.source, c.source_name])).entries()];
  const rows = people.data?.people ?? [];
  const choose = (set: (v: string) => void) => (value?: string) => {
    set(value ?? "");
    setCursors([]);
  };
  return (
    <Panel
      title="谁的哪一项到了哪一步？"
      extra={
        <span className="zf-filters">
          <Select aria-label="状态" placeholder="全部状态" allowClear style={{ width: 130 }} value={state || undefined} onChange={choose(setState)} options={Object.entries(itemStates).map(([value, [label]]) => ({ value, label }))} />
          <Select aria-label="信息来源" placeholder="全部来源" allowClear style={{ width: 180 }} value={source || undefined} onChange={choose(setSource)} options={sources.map(([value, label]) => ({ value, label }))} />
        </span>
      }
    >
      <p className="zv-legend">
        {Object.values(itemStates).map(([label, tone, mark]) => <span key={label}><span className={`zv-mark zv-cell zf-${tone}`} aria-hidden>{mark}</span>{label}</span>)}
        <span><span className="zv-mark" aria-hidden>◦</span>引用近期的答复</span>
      </p>
      {people.isError && <ErrorState error={people.error} onRetry={() => void people.refetch()} />}
      {people.isPending && <PageLoading />}
      {people.isSuccess && rows.length === 0 && <EmptyState title={state || source ? "没有符合条件的人" : "还没有列入的人"} next={state || source ? "可以换一个状态或来源。" : undefined} />}
      {rows.length > 0 && (
        <>
          <Matrix rows={rows} columns={columns} stale={people.isPlaceholderData} onTell={setSaid} />
          <p className="zf-help" aria-live="polite">{said || "点一格看它的来由。"}</p>
        </>
      )}
      {(cursors.length > 0 || people.data?.next) && (
        <div className="zf-pager" role="navigation" aria-label="被核对人翻页">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>上一页</Button>
          <span>第 {cursors.length + 1} 页</span>
          <Button disabled={!people.data?.next || people.isPlaceholderData} onClick={() => people.data?.next && setCursors([...cursors, people.data.next])}>下一页</Button>
        </div>
      )}
    </Panel>
  );
}

interface MatrixProps {
  rows: readonly Subject[];
  columns: readonly AskedClass[];
  stale: boolean;
  onTell: (text: string) => void;
}

/** Matrix is drawn anew only when its people change: it has hundreds of cells, and the page asks again every few seconds. */
const Matrix = memo(function Matrix({ rows, columns, stale, onTell }: MatrixProps) {
  const sources = [...new Map(columns.map((c) => [c.source, c])).values()];
  return (
    <div className="zf-scroll" tabIndex={0} role="region" aria-label="每个人每一项的状态（表格）">
      <table className={stale ? "zv-matrix zf-stale" : "zv-matrix"}>
        <thead>
          <tr>
            <th scope="col" rowSpan={2}>姓名</th>
            {sources.map((s) => <th key={s.source} scope="colgroup" colSpan={columns.filter((c) => c.source === s.source).length}>{s.source_name}{s.by_people && "（人工）"}</th>)}
          </tr>
          <tr>{columns.map((c) => <th key={c.class} scope="col" className="zv-class">{c.name}</th>)}</tr>
        </thead>
        <tbody>
          {rows.map((p) => {
            const items = new Map((p.items ?? []).map((i) => [i.class, i]));
            return (
              <tr key={p.person_id}>
                <th scope="row">
                  <Link to="/people/$id" params={{ id: p.person_id }}>{p.name}</Link>{p.role === "supporter" && "（赡养义务人）"}
                  <small className="zf-num">{p.id_mask}</small>
                  <small>{p.place_name}</small>
                </th>
                {columns.map((c) => {
                  const item = items.get(c.class);
                  if (!item) return <td key={c.class}><span aria-label="不查">·</span></td>;
                  const [, tone, mark] = itemStates[item.state];
                  return (
                    <td key={c.class}>
                      <button type="button" className={`zv-cell zf-${tone}`} title={told(item, c.name)} aria-label={told(item, c.name)} onClick={() => onTell(`${p.name}，${told(item, c.name)}`)}>{mark}{item.reused && "◦"}</button>
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
});
