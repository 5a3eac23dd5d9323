import { date, DueTag } from "@/components";
import type { CaseHeader } from "../types";

/** CaseClock is the clock of the law over the whole procedure: working days from acceptance. */
export function CaseClock({ data }: { data: CaseHeader }) {
  if (!data.accepted_at) return <p className="cw-clock">{data.submitted_at && `${date(data.submitted_at)} 提交，`}受理后开始计算总时限。</p>;
  const share = data.total_days > 0 ? Math.min(100, Math.round((data.used_days / data.total_days) * 100)) : 0;
  return (
    <div className="cw-clock">
      <span>总时限 <strong>{data.total_days}</strong> 个工作日{data.extended && "（已延长）"}，已用 <strong>{data.used_days}</strong></span>
      <span className={`cw-bar cw-bar-${data.colour}`} role="img" aria-label={`已用时限的 ${share}%`}><i style={{ width: `${share}%` }} /></span>
      {data.status === "open" ? <DueTag daysLeft={data.left_days} /> : <DueTag daysLeft={null} done />}
      {data.due && <span className="zf-help">最晚 {date(data.due)} 办结</span>}
    </div>
  );
}
