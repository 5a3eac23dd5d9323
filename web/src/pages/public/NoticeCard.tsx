import { Link } from "@tanstack/react-router";
import type { PublicNotice } from "./types";
import { leftText, plainYuan } from "./words";

/** NoticeFacts is what the law lets the public see of an application: name, members, amount, time left. */
export function NoticeFacts({ notice }: { notice: PublicNotice }) {
  return (
    <dl className="zb-facts">
      <div><dt>家庭人数</dt><dd>{notice.member_count} 人</dd></div>
      <div><dt>拟发金额</dt><dd>每月 {plainYuan(notice.amount_fen)}</dd></div>
      <div><dt>公示时间</dt><dd>{leftText(notice.days_left, notice.last_day)}</dd></div>
    </dl>
  );
}

/** NoticeCard is one notice with the way to object. */
export function NoticeCard({ notice, division }: { notice: PublicNotice; division: string }) {
  return (
    <article className="zb-card" aria-labelledby={`n-${notice.id}`}>
      <h2 id={`n-${notice.id}`}>{notice.name}</h2>
      <NoticeFacts notice={notice} />
      <Link
        className="zb-button"
        to="/board/objection/$id"
        params={{ id: notice.id }}
        search={{ division: Number(division) }}
      >
        我有不同意见<span className="zf-hidden">（{notice.name}）</span>
      </Link>
    </article>
  );
}
