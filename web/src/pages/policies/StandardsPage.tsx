import { useQuery } from "@tanstack/react-query";
import { QueryView } from "@/components/QueryView";
import "@/pages/public/board.css";
import "./policies.css";
import { usePolicyAddress } from "./address";
import { MarkLegend } from "./marks";
import { PlaceChoice } from "./PlaceChoice";
import { PolicyNav } from "./PolicyNav";
import { standardsQuery } from "./queries";
import { StandardCard } from "./StandardCard";

const groups = [{ id: "amount", name: "金额和收入线" }, { id: "limit", name: "数量和倍数" }, { id: "deadline", name: "办理时限" }];

/** StandardsPage shows what the standards are at a place, where each comes from and how it was before. */
export default function StandardsPage() {
  const { address, change } = usePolicyAddress();
  const query = useQuery(standardsQuery(address.division));
  return (
    <>
      <h1 className="zb-title">各地标准</h1>
      <p className="zb-lead">低保标准等数值随地区和年份变化。选一个地方，看现在是多少、以前是多少、依据是什么。</p>
      <PolicyNav here="/policies/standards" division={address.division} />
      <PlaceChoice division={address.division} onChange={(code) => change({ division: code })} />
      <QueryView query={query}>
        {(data) => (
          <>
            {groups.map((group) => {
              const list = (data.standards ?? []).filter((s) => s.group === group.id);
              if (list.length === 0) return null;
              return (
                <section key={group.id} className="zb-card">
                  <h2>{data.stand.place || data.stand.pack_title}：{group.name}</h2>
                  {list.map((s) => <StandardCard key={s.id} standard={s} division={address.division} items />)}
                </section>
              );
            })}
            <MarkLegend />
          </>
        )}
      </QueryView>
    </>
  );
}
