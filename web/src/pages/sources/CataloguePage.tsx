import { DownloadOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button, Input, Select } from "antd";
import { useState } from "react";
import { EmptyState, PageHeader, QueryView, SampleMark, TableView, yuan, type Column } from "@/components";
import { BasisLinks } from "./BasisLinks";
import { catalogueQuery, kinds, sensitivities, type ClassEntry, type SourceEntry } from "./calls";
import { ClassDrawer } from "./ClassDrawer";

interface Row {
  source: SourceEntry;
  item: ClassEntry;
}

const columns: Column<Row>[] = [
  { key: "source", title: "部门", wrap: true, width: 110, render: (r) => <>{r.source.name}{r.source.disabled && "（停用）"}</> },
  { key: "item", title: "数据项", primary: true, wrap: true, width: 140, render: (r) => r.item.name },
  { key: "owner", title: "数据责任单位", wrap: true, width: 150, render: (r) => r.item.owner },
  { key: "sensitivity", title: "敏感程度", width: 76, render: (r) => sensitivities[r.item.sensitivity] },
  { key: "basis", title: "依据", wrap: true, width: 190, render: (r) => <BasisLinks basis={[...(r.source.basis ?? []), ...(r.item.basis ?? [])]} /> },
  { key: "service", title: "方式和时间", wrap: true, width: 150, render: (r) => <>{kinds[r.source.kind]}，{r.source.hours}，{r.source.answer} {r.source.sample && <SampleMark status="sample" />}</> },
  { key: "cost", title: "费用", wrap: true, align: "right", width: 76, render: (r) => <>{r.source.cost === 0 ? "免费" : yuan(r.source.cost)} {r.source.cost_sample && <SampleMark status="sample" />}</> },
  { key: "fresh", title: "有效", wrap: true, align: "right", width: 76, render: (r) => <>{r.item.fresh_days} 天 {r.item.fresh_sample && <SampleMark status="sample" />}</> },
  { key: "facts", title: "形成的事实", wrap: true, width: 140, render: (r) => (r.item.facts ?? []).map((f) => f.label).join("、") || "—" },
];

/** found looks for every word in all that a row says, its fields included. */
function found({ source, item }: Row, text: string): boolean {
  const words = text.trim().toLowerCase().split(/\s+/);
  const all = [
    source.id, source.name, source.department, item.id, item.name, item.owner,
    ...(item.fields ?? []).flatMap((f) => [f.key, f.name]),
    ...(item.facts ?? []).flatMap((f) => [f.fact, f.label]),
    ...[...(source.basis ?? []), ...(item.basis ?? [])].flatMap((b) => [b.number + b.clause, b.note]),
  ].join(" ").toLowerCase();
  return words.every((w) => all.includes(w));
}

/** CataloguePage is the 信息共享目录: which department answers what, by which clause, and which facts it feeds. */
export default function CataloguePage() {
  const catalogue = useQuery(catalogueQuery);
  const [text, setText] = useState("");
  const [source, setSource] = useState<string>();
  const [kind, setKind] = useState<string>();
  const [open, setOpen] = useState<Row | null>(null);
  const sources = catalogue.data ?? [];
  const classes = sources.reduce((n, s) => n + (s.classes ?? []).length, 0);
  return (
    <>
      <PageHeader
        title="信息共享目录"
        about={catalogue.data ? `${sources.length} 个来源、${classes} 个数据项：谁提供、依据哪一条、多久答复、形成哪些政策事实。` : "谁提供、依据哪一条、多久答复、形成哪些政策事实。"}
        actions={<Button href="/api/sources/catalogue/export" icon={<DownloadOutlined aria-hidden />}>导出 Excel</Button>}
      />
      <div className="zf-panel zf-list">
        <div className="zf-filters" role="group" aria-label="筛选">
          <Input aria-label="查找" placeholder="数据项、字段、事实或文号" allowClear style={{ width: 260 }} value={text} onChange={(e) => setText(e.target.value)} />
          <Select aria-label="部门" placeholder="部门" allowClear showSearch={{ optionFilterProp: "label" }} style={{ width: 160 }} value={source} onChange={setSource} options={sources.map((s) => ({ value: s.id, label: s.name }))} />
          <Select aria-label="方式" placeholder="方式" allowClear style={{ width: 160 }} value={kind} onChange={setKind} options={Object.entries(kinds).map(([value, label]) => ({ value, label }))} />
        </div>
        <QueryView query={catalogue}>
          {(list) => {
            const rows = list
              .filter((s) => (!source || s.id === source) && (!kind || s.kind === kind))
              .flatMap((s) => (s.classes ?? []).map((item) => ({ source: s, item })))
              .filter((r) => found(r, text));
            if (rows.length === 0) return <EmptyState title="没有符合条件的数据项" next="换一个词，或清除筛选。" />;
            return <TableView<Row> label="信息共享目录" columns={columns} rows={rows} rowKey={(r) => r.item.id} onOpen={setOpen} />;
          }}
        </QueryView>
      </div>
      {open && <ClassDrawer source={open.source} item={open.item} onClose={() => setOpen(null)} />}
    </>
  );
}
