import { useQuery } from "@tanstack/react-query";
import { Chart } from "@/components/Chart";
import { ErrorState } from "@/components/ErrorState";
import { count, dateTime, inChina } from "@/components/format";
import { Panel } from "@/components/Panel";
import { ended, progressQuery, type Order } from "./calls";

const stretch = (seconds: number) => (seconds >= 3600 ? `${seconds / 3600} 小时` : seconds >= 60 ? `${seconds / 60} 分钟` : `${seconds} 秒`);

/** ProgressPanel tells how fast a large order goes, when it may end, and draws its course. */
export function ProgressPanel({ order }: { order: Order }) {
  const progress = useQuery(progressQuery(order));
  if (progress.isError) return <Panel title="快慢"><ErrorState error={progress.error} onRetry={() => void progress.refetch()} /></Panel>;
  const p = progress.data;
  if (!p) return null;
  const going = !ended(order);
  const byClock = p.step_seconds < 60 ? "HH:mm:ss" : p.step_seconds < 86_400 ? "MM-DD HH:mm" : "MM-DD";
  return (
    <>
      {going && (
        <p role="status">
          {p.per_minute > 0 ? `最近十分钟每分钟办结 ${count(Math.round(p.per_minute))} 项` : "最近十分钟没有新的答复"}
          {p.expected_end && `，照这个速度预计 ${dateTime(p.expected_end)} 结束`}
          {p.by_people > 0 && `；另有 ${count(p.by_people)} 项要等部门窗口的工作人员答复，不在预计之内`}。
        </p>
      )}
      {(p.steps ?? []).length > 1 && (
        <Chart
          question={`每 ${stretch(p.step_seconds)} 办结了多少？`}
          kind="line"
          unit="项"
          points={(p.steps ?? []).map((s) => ({ label: inChina(s.from).format(byClock), value: s.answered + s.other }))}
        />
      )}
    </>
  );
}
