import { EmptyState, TableView, type Column } from "@/components";
import type { PackChange } from "./calls";

const kindNames: Record<string, string> = {
  pack: "政策包", parameter: "参数", item: "事项", rule: "规则", exclusion: "成员排除", value: "计算", amount: "金额", material: "材料", form: "文书",
  reverification: "复核", link: "衔接", procedure: "流程", deadline: "时限", fact: "事实", document: "文件", case: "案例",
};

const columns: Column<PackChange>[] = [
  { key: "kind", title: "类别", width: 100, render: (c) => kindNames[c.kind] ?? c.kind },
  { key: "text", title: "不同之处", wrap: true, render: (c) => c.text },
];

/** ChangeTable lists what one version says otherwise than another, in plain words. */
export function ChangeTable({ changes, empty }: { changes: readonly PackChange[]; empty: string }) {
  if (changes.length === 0) return <EmptyState title={empty} />;
  return <TableView label="两个版本的不同" columns={columns} rows={changes.map((c, i) => ({ ...c, i }))} rowKey={(c) => (c as PackChange & { i: number }).i} />;
}
