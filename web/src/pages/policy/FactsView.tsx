import { Input } from "antd";
import { useState } from "react";
import type { PolicyFact } from "@/api/policy";
import { EmptyState, TableView, type Column } from "@/components";
import { factTypes, sensitivities } from "./words";

const columns: Column<PolicyFact>[] = [
  { key: "label", title: "事实", render: (f) => <span title={f.help}>{f.label} <code className="zf-help">{f.key}</code></span> },
  { key: "of", title: "属于", render: (f) => (f.of === "member" ? "成员" : "家庭") },
  { key: "type", title: "类型", render: (f) => factTypes[f.type] ?? f.type },
  { key: "section", title: "分类", render: (f) => f.section },
  { key: "asked", title: "申请时填写", render: (f) => (f.asked ? "是" : "由核对取得") },
  { key: "sensitivity", title: "密级", render: (f) => sensitivities[f.sensitivity] ?? f.sensitivity },
];

/** FactsView lists what the rules may ask about a household and its members. */
export function FactsView({ facts }: { facts: PolicyFact[] }) {
  const [text, setText] = useState("");
  const rows = facts.filter((f) => `${f.label}${f.key}${f.section}`.includes(text.trim()));
  return (
    <div className="zf-panel zf-list">
      <div className="zf-filters" role="group" aria-label="筛选">
        <Input aria-label="事实名称或分类" placeholder="事实名称或分类" allowClear style={{ width: 240 }} value={text} onChange={(e) => setText(e.target.value)} />
      </div>
      {rows.length === 0 ? <EmptyState title="没有找到" /> : <TableView label="事实目录" columns={columns} rows={rows} rowKey={(f) => `${f.of}.${f.key}`} />}
    </div>
  );
}
