import { DateText } from "@/components/DateText";
import { EmptyState } from "@/components/EmptyState";
import { Panel } from "@/components/Panel";
import { TableView, type Column } from "@/components/TableView";
import type { PersonHousehold } from "./types";

const columns: Column<PersonHousehold>[] = [
  { key: "number", title: "家庭编号", primary: true, render: (h) => <span className="zf-num">{h.number}</span> },
  { key: "relation", title: "与户主关系", render: (h) => h.relation_label },
  { key: "together", title: "共同生活", render: (h) => (h.lives_together ? "是" : "否") },
  { key: "since", title: "起", render: (h) => <DateText value={h.since} /> },
  { key: "until", title: "止", render: (h) => (h.until ? <DateText value={h.until} /> : <span className="zf-tag zf-green">现在</span>) },
  { key: "place", title: "所在地", render: (h) => h.place.name },
];

/** PersonHouseholds is the household a person belongs to, and those before. */
export function PersonHouseholds({ households }: { households: readonly PersonHousehold[] }) {
  return (
    <Panel title="家庭">
      {households.length === 0
        ? <EmptyState title="还不属于任何家庭" next="可以在家庭档案中增加成员，或登记新家庭。" />
        : (
          <TableView
            label="所属家庭"
            columns={columns}
            rows={households}
            rowKey={(h) => h.household_id + h.since}
            rowTo={(h) => ({ to: "/households/$id", params: { id: h.household_id } })}
          />
        )}
    </Panel>
  );
}
