import { useQuery } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { classesQuery } from "./calls";

interface Props {
  value?: string[];
  onChange?: (classes: string[]) => void;
  /** Only these may be chosen; absent: all of the catalogue. */
  only?: readonly string[];
  id?: string;
  label: string;
  placeholder?: string;
}

/** ClassPicker chooses data classes by their source. Inside a Form.Item. */
export function ClassPicker({ value, onChange, only, id, label, placeholder = "全部数据项" }: Props) {
  const classes = useQuery(classesQuery);
  const list = (classes.data ?? []).filter((c) => !only || only.includes(c.class));
  const sources = [...new Map(list.map((c) => [c.source, c])).values()];
  return (
    <TreeSelect
      id={id}
      aria-label={label}
      style={{ width: "100%" }}
      value={value}
      onChange={(next) => onChange?.(next as unknown as string[])}
      treeCheckable
      showCheckedStrategy={TreeSelect.SHOW_CHILD}
      maxTagCount={6}
      allowClear
      loading={classes.isPending}
      status={classes.isError ? "error" : undefined}
      placeholder={classes.isError ? "数据项没有取到，请刷新" : placeholder}
      showSearch={{ treeNodeFilterProp: "title" }}
      listHeight={320}
      treeData={sources.map((s) => ({
        value: `source:${s.source}`, title: s.by_people ? `${s.source_name}（人工答复）` : s.source_name, key: `source:${s.source}`,
        children: list.filter((c) => c.source === s.source).map((c) => ({ value: c.class, title: c.name, key: c.class })),
      }))}
    />
  );
}
