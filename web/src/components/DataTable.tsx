import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearch } from "@tanstack/react-router";
import { Button } from "antd";
import { useCallback, useState, type Key, type ReactNode } from "react";
import type { Page } from "@/api/types";
import { useSession } from "@/app/session";
import { EmptyState } from "./EmptyState";
import { ErrorState } from "./ErrorState";
import { FilterBar } from "./FilterBar";
import { initialFilters, rememberFilters, type FilterDef, type FilterValues } from "./filters";
import { TableView, type Column } from "./TableView";

export type { Column } from "./TableView";

interface Props<T> {
  /** Name of the list: for the cache, and for the filters a person used last. */
  name: string;
  /** What the list holds, for people who hear it: "待办事项". */
  label: string;
  fetchPage: (query: FilterValues & { cursor?: string }, signal: AbortSignal) => Promise<Page<T>>;
  columns: readonly Column<T>[];
  rowKey: (row: T) => Key;
  filters?: readonly FilterDef[];
  defaults?: FilterValues;
  /** Where a row leads; clicking the row or Enter on its primary column goes there. */
  rowTo?: (row: T) => { to: string; params?: Record<string, string>; search?: Record<string, string> };
  /** Or what opens: a drawer. */
  onOpen?: (row: T) => void;
  /** With it rows can be chosen; it renders the bulk actions for the rows chosen. */
  bulk?: (rows: T[], clear: () => void) => ReactNode;
  empty?: { title: ReactNode; next?: ReactNode; action?: ReactNode };
  extra?: ReactNode;
}

/** DataTable is the one way to show a list that the server pages by key: filters, states, opening, bulk actions. */
export function DataTable<T>(props: Props<T>) {
  const { name, label, fetchPage, columns, rowKey, filters = [], defaults = {}, rowTo, onOpen, bulk, empty, extra } = props;
  const { staff } = useSession();
  const asked = useSearch({ strict: false }) as Record<string, unknown>;
  const [values, setValues] = useState(() => initialFilters(staff.id, name, filters, asked, defaults));
  const [cursors, setCursors] = useState<string[]>([]);
  const [chosen, setChosen] = useState<ReadonlyMap<Key, T>>(new Map());

  // A search in the header, while its list is already open, changes the address and must change the list.
  const address = JSON.stringify(asked);
  const [seen, setSeen] = useState(address);
  if (seen !== address) {
    setSeen(address);
    setValues(initialFilters(staff.id, name, filters, asked, values));
    setCursors([]);
  }

  const cursor = cursors.at(-1);
  const query = useQuery({
    queryKey: [name, "page", values, cursor ?? ""],
    queryFn: ({ signal }) => fetchPage({ ...values, ...(cursor ? { cursor } : {}) }, signal),
    placeholderData: keepPreviousData,
  });
  const change = useCallback(
    (next: FilterValues) => {
      setValues(next);
      setCursors([]);
      setChosen(new Map());
      rememberFilters(staff.id, name, next, filters);
    },
    [name, staff.id, filters],
  );
  const clear = () => setChosen(new Map());
  const rows = query.data?.items ?? [];
  const filtered = Object.keys(values).length > 0;

  return (
    <div className="zf-panel zf-list">
      {(filters.length > 0 || extra) && <FilterBar filters={filters} values={values} onChange={change} extra={extra} />}
      {bulk && chosen.size > 0 && (
        <div className="zf-bulk" role="status">
          已选 {chosen.size} 条 {bulk([...chosen.values()], clear)} <Button type="link" onClick={clear}>取消选择</Button>
        </div>
      )}
      {query.isError && <ErrorState error={query.error} onRetry={() => void query.refetch()} />}
      {!query.isError && (query.isPending || rows.length > 0) && (
        <TableView
          label={label}
          columns={columns}
          rows={rows}
          rowKey={rowKey}
          loading={query.isPending}
          stale={query.isPlaceholderData}
          rowTo={rowTo}
          onOpen={onOpen}
          chosen={bulk ? chosen : undefined}
          onChoose={setChosen}
        />
      )}
      {!query.isError && query.isSuccess && rows.length === 0 && (
        <EmptyState
          title={filtered ? "没有符合筛选条件的记录" : (empty?.title ?? "暂无记录")}
          next={filtered ? "可以放宽或清除筛选条件。" : empty?.next}
          action={filtered ? <Button onClick={() => change({})}>清除筛选</Button> : empty?.action}
        />
      )}
      {(cursors.length > 0 || query.data?.next) && (
        <div className="zf-pager" role="navigation" aria-label={`${label}翻页`}>
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>上一页</Button>
          <span>第 {cursors.length + 1} 页</span>
          <Button
            disabled={!query.data?.next || query.isPlaceholderData}
            onClick={() => query.data?.next && setCursors([...cursors, query.data.next])}
          >
            下一页
          </Button>
        </div>
      )}
    </div>
  );
}
