import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { asApiError } from "@/api/errors";
import { useMay } from "@/app/session";
import { EmptyState } from "@/components/EmptyState";
import { ErrorState } from "@/components/ErrorState";
import { TableView, type Column } from "@/components/TableView";
import type { Asked } from "./asked";
import { searchRegistry } from "./calls";
import { CategoryTags } from "./CategoryTags";
import { useCodes, type Codes } from "./codes";
import type { PersonLine } from "./types";

function columns(codes: Codes): Column<PersonLine>[] {
  return [
    { key: "name", title: "姓名", primary: true, render: (p) => p.name },
    { key: "sex", title: "性别", render: (p) => codes.label("sex", p.sex) },
    { key: "age", title: "年龄", align: "right", render: (p) => (p.status === "deceased" ? <span className="zf-tag zf-grey">已去世</span> : `${p.age} 岁`) },
    { key: "id", title: "身份证号", render: (p) => <span className="zf-num">{p.id_mask}</span> },
    { key: "phone", title: "手机号码", render: (p) => <span className="zf-num">{p.phone_mask || "—"}</span> },
    { key: "categories", title: "身份", render: (p) => (p.categories.length > 0 ? <CategoryTags kinds={p.categories} /> : "—") },
    {
      key: "household", title: "家庭编号",
      render: (p) => p.household_id
        ? <Link to="/households/$id" params={{ id: p.household_id }}>{p.household_number}</Link>
        : "未入户",
    },
    { key: "number", title: "人员编号", render: (p) => <span className="zf-num">{p.number}</span> },
    { key: "place", title: "建档地", render: (p) => p.division_name },
  ];
}

/** RegistryResults pages through the people found, masked; nothing found says what to do next. */
export function RegistryResults({ asked }: { asked: Asked }) {
  const codes = useCodes();
  const mayWrite = useMay("person.write");
  const [cursors, setCursors] = useState<string[]>([]);
  const cursor = cursors.at(-1);
  const query = useQuery({
    queryKey: ["registry", "search", asked, cursor ?? ""],
    queryFn: ({ signal }) => searchRegistry(asked, cursor, signal),
    placeholderData: keepPreviousData,
    refetchOnWindowFocus: false, // each search leaves an audit event: only a person asks
    staleTime: 60_000,
  });
  if (query.isError) {
    const mistyped = asApiError(query.error).status === 422; // asking again would change nothing
    return <div className="zf-panel"><ErrorState error={query.error} onRetry={mistyped ? undefined : () => void query.refetch()} /></div>;
  }
  const rows = query.data?.items ?? [];
  const next = query.data?.next;
  return (
    <div className="zf-panel zf-list">
      <span className="zf-hidden" role="status">{query.isSuccess ? (rows.length > 0 ? `本页 ${rows.length} 人` : "没有查到") : "正在查询"}</span>
      {query.isSuccess && rows.length === 0
        ? (
          <EmptyState
            title="没有查到"
            next="可能不在本辖区建档，或号码、姓名有误。请对照身份证核对后再查；确实没有档案的，可登记新人员。"
            action={mayWrite && <Link to="/people/new"><Button type="primary">登记新人员</Button></Link>}
          />
        )
        : (
          <TableView
            label="查询结果"
            columns={columns(codes)}
            rows={rows}
            rowKey={(p) => p.person_id}
            loading={query.isPending}
            stale={query.isPlaceholderData}
            rowTo={(p) => ({ to: "/people/$id", params: { id: p.person_id } })}
          />
        )}
      {(cursors.length > 0 || next) && (
        <div className="zf-pager" role="navigation" aria-label="查询结果翻页">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>上一页</Button>
          <span>第 {cursors.length + 1} 页</span>
          <Button disabled={!next || query.isPlaceholderData} onClick={() => next && setCursors([...cursors, next])}>下一页</Button>
        </div>
      )}
    </div>
  );
}
