import { Link } from "@tanstack/react-router";
import { Input } from "antd";
import { useState } from "react";
import type { PackView, PolicyItem } from "@/api/policy";
import { EmptyState, Panel } from "@/components";
import { ItemView } from "./ItemView";
import { kinds } from "./words";

/** matches looks for a word in an item: its name, its rules, their texts and clauses. */
function matches(item: PolicyItem, text: string): boolean {
  if (!text) return true;
  const rules = (item.rules ?? []).map((r) => `${r.name}${r.text}${r.reason}${r.clause.document}${r.clause.article}`).join("");
  return `${item.name}${item.id}${rules}`.includes(text);
}

/** ItemsView: the items of a pack at the left, the one chosen at the right. */
export function ItemsView({ pack, item: asked }: { pack: PackView; item?: string }) {
  const [text, setText] = useState("");
  const items = (pack.item_list ?? []).filter((item) => matches(item, text.trim()));
  const chosen = items.find((item) => item.id === asked) ?? items[0];
  return (
    <div className="zf-split">
      <Panel title="事项">
        <Input aria-label="查找事项、规则或条款" placeholder="查找事项、规则或条款" allowClear value={text} onChange={(e) => setText(e.target.value)} />
        <ul className="zf-picks">
          {items.map((item) => (
            <li key={item.id}>
              <Link
                to="/policy/$pack"
                params={{ pack: pack.name }}
                search={{ tab: "items", item: item.id }}
                aria-current={item.id === chosen?.id ? "true" : undefined}
              >
                {item.name}
                <small>{kinds[item.kind] ?? item.kind} · {(item.rules ?? []).length} 条规则</small>
              </Link>
            </li>
          ))}
        </ul>
      </Panel>
      {chosen ? (
        <ItemView item={chosen} pack={pack} highlight={text.trim()} />
      ) : (
        <EmptyState title="没有找到" next="换一个词试试，例如“财产”或“第十四条”。" />
      )}
    </div>
  );
}
