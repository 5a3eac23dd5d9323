import { Button } from "antd";
import { DateText } from "@/components/DateText";
import { TableView, type Column } from "@/components/TableView";
import { CategoryTags } from "./CategoryTags";
import { useCodes } from "./codes";
import type { HouseholdMember } from "./types";

interface Props {
  members: readonly HouseholdMember[];
  /** Absent: the role may not, or the household is no more. */
  onLeave?: (member: HouseholdMember) => void;
}

/** HouseholdMembers is the roster, present members first, former ones in grey with their days. */
export function HouseholdMembers({ members, onLeave }: Props) {
  const codes = useCodes();
  const columns: Column<HouseholdMember>[] = [
    { key: "name", title: "姓名", primary: true, render: (m) => m.name },
    { key: "relation", title: "与户主关系", render: (m) => m.relation_label },
    { key: "sex", title: "性别", render: (m) => codes.label("sex", m.sex) },
    { key: "age", title: "年龄", align: "right", render: (m) => (m.death_date ? <span className="zf-tag zf-grey">已去世</span> : `${m.age} 岁`) },
    { key: "id", title: "身份证号", render: (m) => <span className="zf-num">{m.id_mask}</span> },
    { key: "categories", title: "身份", render: (m) => (m.categories.length > 0 ? <CategoryTags kinds={m.categories} /> : "—") },
    { key: "together", title: "共同生活", render: (m) => (m.lives_together ? "是" : "否") },
    {
      key: "days", title: "起止",
      render: (m) => <><DateText value={m.since} /> 至 {m.until ? <DateText value={m.until} /> : <span className="zf-tag zf-green">现在</span>}</>,
    },
    ...(onLeave
      ? [{
          key: "act", title: "办理",
          render: (m: HouseholdMember) => (m.until ? "—" : <Button size="small" aria-label={`办理${m.name}离开本户`} onClick={() => onLeave(m)}>离开本户</Button>),
        }]
      : []),
  ];
  return (
    <TableView
      label="家庭成员"
      columns={columns}
      rows={members}
      rowKey={(m) => m.person_id + m.since}
      rowTo={(m) => ({ to: "/people/$id", params: { id: m.person_id } })}
    />
  );
}
