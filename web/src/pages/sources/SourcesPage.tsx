import "./sources.css";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Segmented } from "antd";
import { useState } from "react";
import { Chart, count, DateText, PageHeader, QueryView, Stat, TableView, type Column } from "@/components";
import { answered, answers, healthQuery, kinds, share, waitingText, waitingUnit, type SourceHealth } from "./calls";
import { SourceDrawer } from "./SourceDrawer";
import { SourceState, stateOf } from "./SourceState";

const columns: Column<SourceHealth>[] = [
  { key: "name", title: "来源", primary: true, render: (s) => s.name },
  { key: "state", title: "现在", render: (s) => <SourceState source={s} /> },
  { key: "kind", title: "方式", render: (s) => kinds[s.kind] },
  { key: "waiting", title: "未发出", align: "right", render: (s) => waitingText(s.waiting) },
  { key: "asked", title: "待答复", align: "right", render: (s) => <>{count(s.asked)}{s.late > 0 && <span className="zf-help">（逾期 {count(s.late)}）</span>}</> },
  { key: "messages", title: "批次", align: "right", render: (s) => count(s.total.messages) },
  { key: "median", title: "一半答复", align: "right", render: (s) => answered(s.total.median_ms, s.total.median_top) },
  { key: "p95", title: "95% 答复", align: "right", render: (s) => answered(s.total.p95_ms, s.total.p95_top) },
  { key: "failed", title: "失败", align: "right", render: (s) => share(s.total.failed, s.total.messages) },
  { key: "empty", title: "查无记录", align: "right", render: (s) => share(s.total.empty, answers(s.total)) },
  { key: "unknown", title: "查不了", align: "right", render: (s) => share(s.total.unknown, answers(s.total)) },
  { key: "good", title: "最近成功", render: (s) => (s.good_at ? <DateText value={s.good_at} time /> : "—") },
  { key: "fault", title: "最近故障", wrap: true, render: (s) => (s.last_at ? <>{s.last_fault} <DateText value={s.last_at} time /></> : "—") },
];

const percent = (v: number) => `${v.toFixed(1)}`;

/** points are the sources that have any, the worst first. */
function points(list: readonly SourceHealth[], part: (s: SourceHealth) => number, of: (s: SourceHealth) => number) {
  return list
    .filter((s) => of(s) > 0 && part(s) > 0)
    .map((s) => ({ label: s.name, value: (part(s) / of(s)) * 100 }))
    .sort((a, b) => b.value - a.value)
    .slice(0, 10);
}

/** SourcesPage: how every source does now and did; a row opens its days and faults. */
export default function SourcesPage() {
  const [days, setDays] = useState(14);
  const health = useQuery(healthQuery(days));
  const [open, setOpen] = useState<string | null>(null);
  return (
    <>
      <PageHeader
        title="信息来源运行"
        about="各部门现在能不能问、多久答复、失败和查无记录各占多少。只计数，不涉及任何个人。"
        actions={
          <>
            <Segmented<number> aria-label="统计多少天" value={days} onChange={setDays} options={[7, 14, 30, 90].map((value) => ({ value, label: `${value} 天` }))} />
            <Link to="/verification/catalogue"><Button>信息共享目录</Button></Link>
          </>
        }
      />
      <QueryView query={health}>
        {(list) => {
          const chosen = list.find((s) => s.source === open);
          const bad = list.filter((s) => ["red", "amber"].includes(stateOf(s)[1])).length;
          return (
            <>
              <div className="zf-stats">
                <Stat label="故障或暂停的来源" value={bad} unit="个" tone="red" />
                <Stat label="未发出的问题" value={list.reduce((n, s) => n + s.waiting, 0)} unit={waitingUnit(list)} />
                <Stat label="已发出待答复" value={list.reduce((n, s) => n + s.asked, 0)} unit="个" />
                <Stat label="逾期未答复" value={list.reduce((n, s) => n + s.late, 0)} unit="个" tone="amber" />
              </div>
              <div className="zf-panel zf-list">
                <TableView<SourceHealth> label="信息来源" columns={columns} rows={list} rowKey={(s) => s.source} onOpen={(s) => setOpen(s.source)} />
              </div>
              <div className="sr-charts">
                <Chart question="哪些来源失败的批次最多？" unit="%" format={percent} points={points(list, (s) => s.total.failed, (s) => s.total.messages)} />
                <Chart question="哪些来源查无记录最多？" unit="%" format={percent} points={points(list, (s) => s.total.empty, (s) => answers(s.total))} />
                <Chart question="哪些来源答“查不了”最多？" unit="%" format={percent} points={points(list, (s) => s.total.unknown, (s) => answers(s.total))} />
              </div>
              {chosen && <SourceDrawer source={chosen} days={days} onClose={() => setOpen(null)} />}
            </>
          );
        }}
      </QueryView>
    </>
  );
}
