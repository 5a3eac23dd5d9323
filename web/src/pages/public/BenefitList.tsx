import { useInfiniteQuery } from "@tanstack/react-query";
import { ErrorState } from "@/components/ErrorState";
import { PageLoading } from "@/components/PageLoading";
import { OfficeLine } from "./OfficeLine";
import { benefitsPage } from "./queries";
import { chineseMonth, plainYuan } from "./words";

/** BenefitList is the standing public list: who in the village receives help this month. */
export function BenefitList({ division }: { division: string }) {
  const query = useInfiniteQuery({
    queryKey: ["public", "benefits", division],
    queryFn: ({ pageParam, signal }) => benefitsPage(division, pageParam || undefined, signal),
    initialPageParam: "",
    getNextPageParam: (last) => last.next || undefined,
  });
  if (query.isPending) return <PageLoading />;
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  const rows = query.data.pages.flatMap((page) => page.benefits);
  const first = query.data.pages[0];
  if (rows.length === 0 || !first) {
    return (
      <div className="zb-card" role="status">
        <h2>这里还没有长期公示的家庭</h2>
        <p>有家庭开始领取救助后，会列在这里。</p>
        <OfficeLine office={first?.office} />
      </div>
    );
  }
  return (
    <section className="zb-card" aria-labelledby="zb-long">
      <h2 id="zb-long">{chineseMonth(first.month)}领取救助的家庭</h2>
      <p>发现不该领的，或者该领没有领的，请告诉镇（街道）民政服务窗口。</p>
      <OfficeLine office={first.office} />
      <ul className="zb-rows">
        {rows.map((row, i) => (
          <li key={i}>
            <strong>{row.name}</strong>
            <span>{row.member_count} 人</span>
            <span className="zf-num">每月 {plainYuan(row.amount_fen)}</span>
          </li>
        ))}
      </ul>
      {query.hasNextPage && (
        <button type="button" className="zb-button zb-second" disabled={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {query.isFetchingNextPage ? "正在加载…" : "看更多"}
        </button>
      )}
    </section>
  );
}
