import { Link } from "@tanstack/react-router";
import { DateText } from "@/components/DateText";
import { EmptyState } from "@/components/EmptyState";
import { Panel } from "@/components/Panel";
import { TableView, type Column } from "@/components/TableView";
import type { PersonCategory } from "./types";

const columns: Column<PersonCategory>[] = [
  { key: "kind", title: "身份", render: (c) => c.label },
  { key: "since", title: "起", render: (c) => <DateText value={c.since} /> },
  { key: "until", title: "止", render: (c) => (c.until ? <DateText value={c.until} /> : <span className="zf-tag zf-green">现在</span>) },
  {
    key: "source", title: "来源",
    render: (c) => c.case_id ? <Link to="/cases/$id" params={{ id: c.case_id }}>查看案件</Link> : c.source || "—",
  },
];

/** PersonCategories is the identities (身份) of a person over time, the running ones first. */
export function PersonCategories({ categories }: { categories: readonly PersonCategory[] }) {
  return (
    <Panel title="救助身份">
      {categories.length === 0
        ? <EmptyState title="没有救助身份" next="申请经确认后，身份会自动列在这里。" />
        : <TableView label="救助身份" columns={columns} rows={categories} rowKey={(c) => c.kind + c.since} />}
    </Panel>
  );
}
