import { Descriptions, Drawer } from "antd";
import type { AuditRow } from "@/api/types";
import { DateText, Panel } from "@/components";
import { differences } from "./diff";
import { objectKind } from "./objectKinds";

/** AuditDrawer shows one event whole: what the fields were before and after. */
export default function AuditDrawer({ event, onClose }: { event: AuditRow; onClose: () => void }) {
  const changes = differences(event.before, event.after);
  return (
    <Drawer open onClose={onClose} size={640} title={event.action_label || event.action}>
      <Descriptions
        column={1}
        size="small"
        bordered
        items={[
          { key: "at", label: "时间", children: <DateText value={event.at} time /> },
          { key: "actor", label: "人员", children: `${event.actor_name}（${event.role_label}）` },
          { key: "action", label: "操作", children: <code>{event.action}</code> },
          { key: "object", label: "对象", children: <>{objectKind(event.object_kind)} <code>{event.object_id}</code></> },
          { key: "division", label: "地区", children: event.division_name || "—" },
          { key: "purpose", label: "用途", children: event.purpose || "—" },
          { key: "sealed", label: "封存", children: event.sealed ? "已封存" : "待封存" },
          { key: "id", label: "编号", children: <code>{event.id}</code> },
        ]}
      />
      <Panel title="改动内容" className="zf-flat">
        {changes.length === 0 ? (
          <p className="zf-help">这次操作没有改动内容。</p>
        ) : (
          <table className="zf-facts">
            <thead><tr><th scope="col">字段</th><th scope="col">之前</th><th scope="col">之后</th></tr></thead>
            <tbody>
              {changes.map((c) => <tr key={c.field}><th scope="row"><code>{c.field}</code></th><td>{c.before}</td><td>{c.after}</td></tr>)}
            </tbody>
          </table>
        )}
      </Panel>
    </Drawer>
  );
}
