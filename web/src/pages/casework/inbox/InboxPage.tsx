import { useQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useMemo } from "react";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { useMay, useSession } from "@/app/session";
import { DataTable, DateText, PageHeader, StatusTag, type Column } from "@/components";
import { colourNames, stepNames } from "../names";
import { BulkTaskButtons, TaskButtons } from "../parts/TaskButtons";
import { StepDue } from "../parts/StepDue";
import type { TaskCounts, TaskRow } from "../types";
import "../casework.css";

const boxes = [
  { id: "mine", name: "我的", about: "您领取的待办" },
  { id: "unclaimed", name: "待领取", about: "本岗位还没有人领取的" },
  { id: "office", name: "本岗位", about: "本岗位全部待办" },
  { id: "escalated", name: "下级逾期", about: "下级逾期、已升级到本级的" },
] as const;
type Box = (typeof boxes)[number]["id"];

/** InboxPage is 待办: what waits for the person, for the office, and what climbed up late. */
export default function InboxPage() {
  const { box: asked } = useSearch({ strict: false }) as { box?: string };
  const { staff, current } = useSession();
  const overdue = useMay("task.overdue");
  const claims = useMay("task.claim");
  const navigate = useNavigate();
  const counts = useQuery({ queryKey: ["tasks", "boxes"], queryFn: ({ signal }) => api.get<TaskCounts>("/api/tasks/count", undefined, signal), refetchInterval: 60_000 });
  const shown = boxes.filter((b) => (b.id === "escalated" ? overdue : claims));
  const box: Box = shown.find((b) => b.id === asked)?.id ?? (claims ? (counts.data && counts.data.mine > 0 ? "mine" : "office") : "escalated");
  const number = (id: Box) => counts.data?.[id];
  const columns = useMemo(() => columnsOf(box, claims), [box, claims]);
  if (!counts.data && !counts.isError && !asked) return <PageHeader title="待办" about="正在加载…" />;
  return (
    <>
      <PageHeader
        title="待办"
        about={<>{current.role_label} · {boxes.find((b) => b.id === box)?.about}{counts.data && counts.data.late > 0 && <> · <span className="cw-late">逾期 {counts.data.late} 件</span></>}{counts.data && counts.data.soon > 0 && ` · 临期 ${counts.data.soon} 件`}</>}
      />
      <div className="cw-tabs" role="group" aria-label="待办范围">
        {shown.map((b) => (
          <button
            key={b.id}
            type="button"
            aria-pressed={b.id === box}
            className={b.id === box ? "cw-tab cw-on" : "cw-tab"}
            onClick={() => void navigate({ to: "/inbox", search: { box: b.id } })}
          >
            {b.name} {number(b.id) !== undefined && <span className="zf-num">{number(b.id)}</span>}
          </button>
        ))}
      </div>
      <DataTable<TaskRow>
        key={`${staff.id}.${box}`}
        name="inbox"
        label={`待办：${boxes.find((b) => b.id === box)?.name ?? ""}`}
        fetchPage={({ box: _, ...query }, signal) => api.get<Page<TaskRow>>("/api/tasks", { ...query, box, limit: 50 }, signal)}
        rowKey={(t) => t.id}
        rowTo={(t) => ({ to: t.link })}
        filters={[
          { kind: "select", name: "colour", label: "时限", options: colourNames },
          { kind: "select", name: "step", label: "步骤", options: Object.entries(stepNames).map(([value, label]) => ({ value, label })) },
        ]}
        columns={columns}
        bulk={claims && box !== "escalated" ? (rows, clear) => <BulkTaskButtons tasks={rows} clear={clear} /> : undefined}
        empty={empties[box]}
      />
    </>
  );
}

const empties: Record<Box, { title: string; next: string }> = {
  mine: { title: "您没有领取的待办", next: "到“待领取”里领取本岗位的待办。" },
  unclaimed: { title: "没有待领取的", next: "新的待办到了会出现在这里。" },
  office: { title: "本岗位没有待办", next: "新的待办到了会出现在这里。" },
  escalated: { title: "下级没有逾期的", next: "下级超过时限没有办的，会自动升级到这里。" },
};

function columnsOf(box: Box, claims: boolean): Column<TaskRow>[] {
  const columns: Column<TaskRow>[] = [
    { key: "left", title: "时限", width: 150, render: (t) => <StepDue step={t.step} left={t.left_days} due={t.due} /> },
    { key: "title", title: "要办的事", width: 140, render: (t) => <>{t.title}{t.escalated_here && <> <StatusTag tone="red">已升级</StatusTag></>}</> },
    { key: "subject", title: "对象", primary: true, render: (t) => t.subject },
    { key: "place", title: "所在地", render: (t) => t.division_name },
    { key: "opened", title: "到件", render: (t) => <DateText value={t.opened_at} /> },
    { key: "due", title: "截止", render: (t) => <DateText value={t.due} /> },
  ];
  if (box === "office") columns.push({ key: "who", title: "经手", render: (t) => (t.mine ? "我" : t.assignee ? "同事" : "未领取") });
  if (claims && box !== "escalated") columns.push({ key: "acts", title: "操作", render: (t) => <TaskButtons task={t} /> });
  return columns;
}
