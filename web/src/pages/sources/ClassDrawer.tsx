import { Drawer } from "antd";
import type { ReactNode } from "react";
import { SampleMark, TableView, yuan } from "@/components";
import { BasisLinks } from "./BasisLinks";
import { fieldTypes, kinds, sensitivities, type ClassEntry, type FieldEntry, type SourceEntry } from "./calls";

interface Props {
  source: SourceEntry;
  item: ClassEntry;
  onClose: () => void;
}

const mark = (sample: boolean) => sample && <SampleMark status="sample" />;

/** ClassDrawer tells everything about one kind of data: who keeps it, by which clause it is asked, which fields come back. */
export function ClassDrawer({ source, item, onClose }: Props) {
  const lines: [string, ReactNode][] = [
    ["提供单位", source.department],
    ["数据责任单位", item.owner],
    ["依据", <BasisLinks key="b" basis={[...(source.basis ?? []), ...(item.basis ?? [])]} />],
    ["方式", `${kinds[source.kind]}${source.tls ? "，双向证书" : ""}${source.disabled ? "，已停用" : ""}`],
    ["服务时间", <>{source.hours} {mark(source.sample)}</>],
    ["答复时限", <>{source.answer} {mark(source.sample)}</>],
    ["查询限制", <>{source.service} {mark(source.sample)}</>],
    ["每条费用", <>{source.cost === 0 ? "免费" : `${yuan(source.cost)} 元`} {mark(source.cost_sample)}</>],
    ["有效天数", <>{item.fresh_days} 天内不重复查询{item.stale_days > 0 && `；${item.stale_days} 天前的数据不采用`} {mark(item.fresh_sample)}</>],
    ["追溯", <>{item.look_back > 0 ? `最近 ${item.look_back} 个月` : "只查现状"} {mark(item.look_sample)}</>],
    ["范围", item.only_for ?? "所有被核对人"],
    ["答复内容", <>按下列字段{item.sample && <> {mark(true)} 没有公开的规定写明可以答复这些，正式使用前与提供单位商定。</>}</>],
    ["申请前转移", <>{item.moved ? `核对报告列出：${item.moved}` : "不涉及"} {mark(item.moved_sample)}</>],
  ];
  return (
    <Drawer open size={820} title={`${source.name} · ${item.name}`} onClose={onClose} destroyOnHidden>
      <table className="zf-facts">
        <tbody>{lines.map(([name, value]) => <tr key={name}><th scope="row">{name}</th><td>{value}</td></tr>)}</tbody>
      </table>
      <h3>字段</h3>
      <TableView<FieldEntry>
        label={`${item.name}的字段`}
        rows={item.fields ?? []}
        rowKey={(f) => f.key}
        columns={[
          { key: "name", title: "字段", primary: true, render: (f) => <>{f.name} <code>{f.key}</code></> },
          { key: "type", title: "类型", render: (f) => fieldTypes[f.type] },
          { key: "required", title: "必填", render: (f) => (f.required ? "是" : "否") },
          { key: "sensitivity", title: "敏感程度", render: (f) => sensitivities[f.sensitivity] },
          { key: "options", title: "取值", wrap: true, render: (f) => (f.options ?? []).map((o) => `${o.code} ${o.label}`).join("；") || "—" },
        ]}
      />
      <h3>形成的政策事实</h3>
      {(item.facts ?? []).length === 0 && <p className="zf-help">不形成事实，只供核对人员参考。</p>}
      <ul>{(item.facts ?? []).map((f) => <li key={f.fact}>{f.label}{f.combine && <span className="zf-help">（{f.combine}）</span>}</li>)}</ul>
    </Drawer>
  );
}
