import { useQuery, useQueryClient } from "@tanstack/react-query";
import { TreeSelect } from "antd";
import { useEffect, useMemo, useState } from "react";
import type { Division } from "@/api/types";
import { searchQuery, visibleChildren } from "./divisions";

interface Props {
  value?: string | null;
  onChange?: (code: string | undefined, division?: Division) => void;
  /** Only divisions of these levels can be chosen (1 province … 5 village); absent: any. */
  levels?: readonly number[];
  /** Also places outside the own range: a register place elsewhere. */
  everywhere?: boolean;
  /** Where the tree begins; absent: the tops of what one may see. */
  root?: string;
  placeholder?: string;
  id?: string;
  "aria-label"?: string;
  disabled?: boolean;
  style?: React.CSSProperties;
}

interface Node {
  id: string;
  pId: string;
  value: string;
  title: string;
  isLeaf: boolean;
  selectable: boolean;
  division: Division;
}

/** DivisionPicker picks a place: level by level, or by typing a name, pinyin initials or a code. Works inside Form.Item. */
export function DivisionPicker({ value, onChange, levels, everywhere = false, root = "", placeholder = "选择或搜索地区", ...rest }: Props) {
  const queries = useQueryClient();
  const [nodes, setNodes] = useState<Node[]>([]);
  const [text, setText] = useState("");
  const [query, setQuery] = useState("");
  useEffect(() => {
    const timer = setTimeout(() => setQuery(text.trim()), 250);
    return () => clearTimeout(timer);
  }, [text]);

  const node = (d: Division, pId: string): Node => ({
    id: d.code,
    pId,
    value: d.code,
    title: d.name,
    isLeaf: !d.has_children || (levels ? d.level >= Math.max(...levels) : false),
    selectable: !levels || levels.includes(d.level),
    division: d,
  });
  const load = async (parent: string) => {
    const children = await visibleChildren(queries, parent, everywhere);
    setNodes((have) => {
      const known = new Set(have.map((n) => n.id));
      return [...have, ...children.filter((d) => !known.has(d.code)).map((d) => node(d, parent === root ? "" : parent))];
    });
  };

  const found = useQuery({ ...searchQuery(query, everywhere), enabled: query.length > 0 });
  const chosen = useQuery({ ...searchQuery(value ?? "", true), enabled: Boolean(value) && !nodes.some((n) => n.id === value) });
  const results = useMemo(
    () => (found.data ?? []).filter((d) => !d.placeholder && (!levels || levels.includes(d.level))),
    [found.data, levels],
  );
  const label = nodes.find((n) => n.id === value)?.division ?? chosen.data?.find((d) => d.code === value);

  return (
    <TreeSelect
      {...rest}
      style={{ width: "100%", minWidth: 200, ...rest.style }}
      value={value ? { value, label: label?.full_name ?? value } : undefined}
      labelInValue
      treeDataSimpleMode={{ id: "id", pId: "pId", rootPId: "" }}
      treeData={query ? results.map((d) => ({ ...node(d, ""), title: d.full_name, isLeaf: true })) : nodes}
      loadData={query ? undefined : (n) => load(String(n.value))}
      showSearch={{ searchValue: text, onSearch: setText, filterTreeNode: false }}
      onOpenChange={(open) => {
        if (open && nodes.length === 0) void load(root);
        if (!open) setText("");
      }}
      onChange={(next) => {
        const code = (next as { value: string } | undefined)?.value;
        onChange?.(code, [...nodes.map((n) => n.division), ...results].find((d) => d.code === code));
      }}
      allowClear
      placeholder={placeholder}
      notFoundContent={found.isFetching ? "正在查找…" : query ? "没有找到这个地区" : "正在加载…"}
      listHeight={320}
    />
  );
}
