import { Button, Form, Input, Modal } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useMay, useSession } from "@/app/session";
import { DateText, EmptyState, Panel, ServerForm, StatusTag, TableView, type Column } from "@/components";
import { ApproveChange } from "./ApproveChange";
import { standardsChanged, standings, type StandardChange } from "./calls";

/** lineText writes what a change sets, in one line a standard. */
export function lineText(c: StandardChange) {
  return (c.lines ?? []).map((l) => {
    const unit = l.unit.startsWith("fen") ? " 元" : "";
    const figure = (v: string) => (l.unit === "ratio" && c.kind === "cpi" ? `${Math.round(Number(v) * 10_000) / 100}%` : v + unit);
    const value = l.value ? figure(l.value) : `城 ${figure(l.urban ?? "")}，乡 ${figure(l.rural ?? "")}`;
    return `${l.label}：${(l.place_names ?? []).join("、")} ${value}`;
  });
}

/** ChangeList shows changes by document: those to decide first, with the decisions that the reader may take. */
export function ChangeList({ changes, title = "调整", empty = "还没有调整" }: { changes: readonly StandardChange[]; title?: string; empty?: string }) {
  const { staff, now, current } = useSession();
  const mayApprove = useMay("standard.approve");
  const mayPropose = useMay("standard.propose");
  const [approving, setApproving] = useState<StandardChange | null>(null);
  const [ending, setEnding] = useState<StandardChange | null>(null);
  const inRange = (c: StandardChange) => c.division.startsWith(current.division.replace(/0+$/, ""));

  const columns: Column<StandardChange>[] = [
    { key: "document", title: "文件", wrap: true, primary: true, render: (c) => <>{c.document} {c.title}</> },
    { key: "what", title: "内容", wrap: true, render: (c) => lineText(c).map((t) => <div key={t}>{t}</div>) },
    { key: "from", title: c1(changes), render: (c) => (c.kind === "cpi" ? c.active_from.slice(0, 7) : <DateText value={c.active_from} />) },
    { key: "state", title: "状态", render: (c) => <StatusTag tone={standings[c.standing][1]}>{standings[c.standing][0]}</StatusTag> },
    { key: "who", title: "经手", wrap: true, render: (c) => <>{c.proposed_by_name}提出{c.approved_by_name && `，${c.approved_by_name}批准`}{c.closed_by_name && `，${c.closed_by_name}办结：${c.closed_reason}`}</> },
    {
      key: "acts",
      title: "操作",
      render: (c) => {
        const own = c.proposed_by === staff.id;
        return (
          <span className="vs-acts">
            {c.state === "proposed" && mayApprove && inRange(c) && !own && <Button size="small" type="primary" onClick={() => setApproving(c)} aria-label={`查看影响并批准 ${c.document}`}>查看影响并批准</Button>}
            {mayPropose && inRange(c) && (c.state === "proposed" || (c.state === "approved" && c.active_from > now.slice(0, 10))) && (
              <Button size="small" onClick={() => setEnding(c)} aria-label={`${own || c.state === "approved" ? "撤回" : "退回"} ${c.document}`}>{own || c.state === "approved" ? "撤回" : "退回"}</Button>
            )}
          </span>
        );
      },
    },
  ];
  return (
    <Panel title={title}>
      {changes.length === 0 ? <EmptyState title={empty} next={mayPropose ? "有新文件时，点右上角提出。" : undefined} /> : <TableView label={title} columns={columns} rows={changes} rowKey={(c) => c.id} />}
      {approving && <ApproveChange change={approving} onClose={() => setApproving(null)} />}
      <Modal open={ending !== null} onCancel={() => setEnding(null)} footer={null} title="退回或撤回" destroyOnHidden>
        {ending && (
          <ServerForm<{ reason: string }>
            submitLabel="确定"
            extra={<Button onClick={() => setEnding(null)}>返回</Button>}
            onSubmit={async ({ reason }, key) => {
              await api.post(`/api/standard-changes/${ending.id}/end`, { reason }, { idempotencyKey: key });
              await standardsChanged();
              setEnding(null);
            }}
          >
            <p>{ending.document} {ending.title}</p>
            <Form.Item name="reason" label="理由" rules={[{ required: true, message: "请写明理由，提出人会看到。" }]}>
              <Input.TextArea rows={3} maxLength={500} showCount />
            </Form.Item>
          </ServerForm>
        )}
      </Modal>
    </Panel>
  );
}

const c1 = (changes: readonly StandardChange[]) => (changes[0]?.kind === "cpi" ? "月份" : "执行日");
