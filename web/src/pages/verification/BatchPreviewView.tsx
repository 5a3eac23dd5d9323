import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Alert, Button } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Schemas } from "@/api/types";
import { BarList } from "@/components/BarList";
import { ErrorState } from "@/components/ErrorState";
import { count } from "@/components/format";
import { PageLoading } from "@/components/PageLoading";
import { Stat } from "@/components/Stat";
import { TableView, type Column } from "@/components/TableView";
import type { BatchPreview, LeftOut } from "./calls";

const why: Record<LeftOut["why"], string> = { none: "没有签过授权", withdrawn: "授权已撤回", expired: "授权已到期", partly: "只授权了一部分数据项" };

interface Body {
  place: string;
  categories: string[];
  classes: string[];
}

/** BatchPreviewView tells how many people and households a batch touches, and names those who may not be asked about. */
export function BatchPreviewView({ preview, body }: { preview: BatchPreview; body: Body }) {
  if (preview.people === 0) return <p className="zf-help">这个范围里没有持有所选类别的家庭。</p>;
  const left = preview.without + preview.partly;
  const places = preview.places ?? [];
  return (
    <>
      <div className="zv-stats">
        <Stat label="涉及" value={preview.people} unit="人" />
        <Stat label="涉及" value={preview.households} unit="户" />
        <Stat label="没有有效授权" value={preview.without} unit="人" tone="amber" />
        <Stat label="最多要问的数据项" value={preview.questions - preview.fresh} unit="项" />
      </div>
      <p className="zf-help">另有 {count(preview.fresh)} 项近期已有答复，直接引用，不再重复查询。</p>
      {left > 0 && (
        <Alert
          type="warning" showIcon
          title={`${count(preview.without)} 人不能查询，${count(preview.partly)} 人只能查询一部分`}
          description="没有授权的不会查询，在进度里列为“不许查询”，报告里写明。请先请他们签授权书，再发起或重新发起。"
        />
      )}
      {places.length > 1 && (
        <>
          <h3 className="zv-h3">人在哪里？</h3>
          <BarList question="各地涉及多少人" points={places.map((p) => ({ label: p.name, value: p.people }))} unit="人" format={count} />
        </>
      )}
      {left > 0 && <LeftOutList body={body} />}
    </>
  );
}

function LeftOutList({ body }: { body: Body }) {
  const [cursors, setCursors] = useState<string[]>([]);
  const after = cursors.at(-1) ?? "";
  const page = useQuery({
    queryKey: ["verification", "left-out", body, after],
    queryFn: ({ signal }) => api.post<Schemas["LeftOutPage"]>("/api/verification/batches/left-out", { ...body, after, limit: 10 }, { signal }),
    placeholderData: keepPreviousData,
  });
  const columns: readonly Column<LeftOut>[] = [
    { key: "name", title: "姓名", primary: true, render: (p) => <Link to="/people/$id" params={{ id: p.person_id }}>{p.name}</Link> },
    { key: "id", title: "身份证号", render: (p) => <span className="zf-num">{p.id_mask}</span> },
    { key: "place", title: "村（居）", render: (p) => p.place_name },
    { key: "why", title: "原因", wrap: true, render: (p) => (p.last ? `${why[p.why]}（${p.last}）` : why[p.why]) },
  ];
  if (page.isError) return <ErrorState error={page.error} onRetry={() => void page.refetch()} />;
  if (!page.data) return <PageLoading />;
  return (
    <>
      <h3 className="zv-h3">谁没有有效授权？</h3>
      <TableView<LeftOut> label="没有有效授权的人" columns={columns} rows={page.data.people ?? []} rowKey={(p) => p.person_id} stale={page.isPlaceholderData} />
      {(cursors.length > 0 || page.data.next) && (
        <div className="zf-pager" role="navigation" aria-label="没有有效授权的人翻页">
          <Button disabled={cursors.length === 0} onClick={() => setCursors(cursors.slice(0, -1))}>上一页</Button>
          <span>第 {cursors.length + 1} 页</span>
          <Button disabled={!page.data.next || page.isPlaceholderData} onClick={() => page.data?.next && setCursors([...cursors, page.data.next])}>下一页</Button>
        </div>
      )}
    </>
  );
}
