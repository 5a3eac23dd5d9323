import { useQuery } from "@tanstack/react-query";
import { Button, Drawer } from "antd";
import { useMemo, useState } from "react";
import { useMay } from "@/app/session";
import { colours } from "@/app/theme";
import { count, DateText, EmptyState, Panel, QueryView, TableView } from "@/components";
import { answered, faultsQuery, waitingText, type HealthDay, type SourceFault, type SourceHealth } from "./calls";
import { DayChart } from "@/components/DayChart";
import { OfficeList } from "./OfficeList";
import { PauseForm } from "./PauseForm";
import { SourceState } from "./SourceState";

const seconds = (ms: number | null | undefined) => (ms === null || ms === undefined ? null : ms / 1000);
const trim = (v: number) => (Number.isInteger(v) ? count(v) : v.toFixed(1));

/** SourceDrawer is one source: how it stands, how it answered by day, what went wrong, and its pause. */
export function SourceDrawer({ source, days, onClose }: { source: SourceHealth; days: number; onClose: () => void }) {
  const mayPause = useMay("verification.source");
  const mayAssign = useMay("verification.desks");
  const [pausing, setPausing] = useState(false);
  const faults = useQuery(faultsQuery(source.source, days));
  const list = useMemo(() => source.days ?? [], [source.days]);
  const labels = useMemo(() => list.map((d) => d.day.slice(5)), [list]);
  const counts = useMemo(() => {
    const of = (f: (d: HealthDay) => number) => list.map(f);
    return [
      { name: "有记录", colour: colours.blue, values: of((d) => d.found) },
      { name: "查无记录", colour: "#8FB3E8", values: of((d) => d.empty) },
      { name: "查不了", colour: "#B7791F", values: of((d) => d.unknown) },
      { name: "没有答复", colour: colours.red, values: of((d) => Math.max(0, d.asked - d.found - d.empty - d.unknown)) },
    ];
  }, [list]);
  const times = useMemo(() => [
    { name: "一半在此之内", colour: colours.blue, line: true, values: list.map((d) => seconds(d.median_ms)) },
    { name: "95% 在此之内", colour: colours.amber, line: true, dashed: true, values: list.map((d) => seconds(d.p95_ms)) },
  ], [list]);
  const failed = useMemo(() => [
    { name: "成功", colour: colours.blue, values: list.map((d) => d.messages - d.failed) },
    { name: "失败", colour: colours.red, values: list.map((d) => d.failed) },
  ], [list]);
  return (
    <Drawer
      open
      size={900}
      title={source.name}
      onClose={onClose}
      destroyOnHidden
      extra={mayPause && <Button danger={!source.paused} onClick={() => setPausing(true)}>{source.paused ? "恢复查询" : "暂停查询"}</Button>}
    >
      <p><SourceState source={source} /></p>
      <table className="zf-facts">
        <tbody>
          <tr><th scope="row">提供单位</th><td>{source.department}</td></tr>
          <tr><th scope="row">服务时间</th><td>{source.hours}，现在{source.open ? "在服务时间内" : "不在服务时间内"}</td></tr>
          <tr><th scope="row">等待</th><td>{waitingText(source.waiting)} 个问题未发出，{count(source.asked)} 个已发出未答复{source.late > 0 && `，其中 ${count(source.late)} 个逾期`}</td></tr>
          <tr><th scope="row">最近一次成功</th><td>{source.good_at ? <DateText value={source.good_at} time /> : "还没有"}</td></tr>
          <tr><th scope="row">最近一次故障</th><td>{source.last_at ? <><DateText value={source.last_at} time /> {source.last_fault}</> : "没有"}</td></tr>
          {source.paused_at && <tr><th scope="row">{source.paused ? "暂停" : "上次恢复"}</th><td>{source.paused_by} <DateText value={source.paused_at} time />：{source.paused_reason}</td></tr>}
        </tbody>
      </table>
      <DayChart question="答复里有多少查到了？" days={labels} series={counts} unit="条" format={count} />
      <DayChart question="多久答复？" days={labels} series={times} unit="秒" format={trim} />
      <DayChart question="每天失败多少批？" days={labels} series={failed} unit="批" format={count} />
      <p className="zf-help">
        {days} 天合计：一半 {answered(source.total.median_ms, source.total.median_top)}，95% {answered(source.total.p95_ms, source.total.p95_top)}。答复时间按区间统计，图上是区间的上限。
      </p>
      <Panel level={3} title="出过哪些故障？">
        <QueryView query={faults}>
          {(rows) => rows.length === 0
            ? <EmptyState title={`${days} 天内没有故障`} />
            : (
              <TableView<SourceFault>
                label="故障"
                rows={rows}
                rowKey={(f) => f.kind}
                columns={[
                  { key: "kind", title: "种类", primary: true, render: (f) => f.kind },
                  { key: "count", title: "批数", align: "right", render: (f) => count(f.count) },
                  { key: "last", title: "最近一次", render: (f) => <DateText value={f.last_at} time /> },
                  { key: "text", title: "说明", wrap: true, render: (f) => f.last },
                  { key: "message", title: "消息编号", render: (f) => <code>{f.message}</code> },
                ]}
              />
            )}
        </QueryView>
      </Panel>
      {source.kind === "desk" && mayAssign && <OfficeList source={source.source} />}
      {pausing && <PauseForm source={source} onClose={() => setPausing(false)} />}
    </Drawer>
  );
}
