import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { QueryView } from "@/components/QueryView";
import "@/pages/public/board.css";
import "./policies.css";
import { placeSearch, usePolicyAddress } from "./address";
import { ClauseRef, MarkLegend, StatusMark } from "./marks";
import { PlaceChoice } from "./PlaceChoice";
import { PolicyNav } from "./PolicyNav";
import { policyQuery } from "./queries";
import { RoadView } from "./RoadView";
import { StandardCard } from "./StandardCard";
import type { PolicyCondition, PolicyPage } from "./types";

/** PolicyItemPage is everything about one kind of help, in plain words, each line with the clause it stands on. */
export default function PolicyItemPage() {
  const { item } = useParams({ strict: false }) as { item: string };
  const { address, change } = usePolicyAddress();
  const query = useQuery(policyQuery(item, address.division));
  return (
    <>
      <PolicyNav here="" division={address.division} />
      <QueryView query={query}>{(page) => <Item page={page} division={address.division} onPlace={(code) => change({ division: code })} />}</QueryView>
    </>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return <section className="zb-card"><h2>{title}</h2>{children}</section>;
}

function Item({ page, division, onPlace }: { page: PolicyPage; division: string; onPlace: (code: string) => void }) {
  const clause = (c: PolicyPage["clause"]) => <ClauseRef clause={c} division={division} />;
  const related = (list: PolicyPage["derives"]) => (
    <ul className="zp-lines">
      {(list ?? []).map((r) => (
        <li key={r.name}>
          {r.item ? <Link to="/policies/$item" params={{ item: r.item }} search={placeSearch(division) as never}>{r.name}</Link> : r.name} {clause(r.clause)}
        </li>
      ))}
    </ul>
  );
  const standards = page.standards ?? [];
  return (
    <>
      <h1 className="zb-title">{page.name}{page.sample && <StatusMark status="sample" />}</h1>
      <p className="zb-lead">{page.summary}</p>
      <dl className="zb-facts zb-card">
        <div><dt>谁可以申请</dt><dd>{page.who}</dd></div>
        <div><dt>到哪里</dt><dd>{page.where}<span className="zp-plain">{page.where_text} {clause(page.where_clause)}</span></dd></div>
        <div><dt>怎么办</dt><dd>{page.intake_name}</dd></div>
        <div><dt>谁负责</dt><dd>{page.department}</dd></div>
        <div><dt>依据</dt><dd>{clause(page.clause)}</dd></div>
      </dl>
      <PlaceChoice division={division} onChange={onPlace} />
      <Section title="要符合什么条件">
        <Conditions list={page.conditions} clause={clause} division={division} />
        {(page.not_counted ?? []).length > 0 && (
          <details className="zp-more">
            <summary>哪些家人不计入</summary>
            <Conditions list={page.not_counted} clause={clause} division={division} />
          </details>
        )}
        {(page.figures ?? []).length > 0 && (
          <details className="zp-more">
            <summary>这些数怎么算</summary>
            <dl className="zp-figures">{(page.figures ?? []).map((f) => <div key={f.name}><dt>{f.name}</dt><dd>{f.words}</dd></div>)}</dl>
          </details>
        )}
      </Section>
      {page.amount && (
        <Section title="给多少">
          <p><b>{page.amount.label}</b>（{page.amount.unit}）＝ {page.amount.words} {clause(page.amount.clause)}</p>
          <p className="zb-small">{page.amount.rounding}{page.amount.sample && <StatusMark status="sample" />}</p>
        </Section>
      )}
      {standards.length > 0 && (
        <Section title={page.stand.place ? `${page.stand.place}的标准` : `${page.stand.pack_title}的标准`}>
          {standards.map((s) => <StandardCard key={s.id} standard={s} division={division} />)}
          <MarkLegend />
        </Section>
      )}
      <Section title="要带什么">
        <ul className="zp-lines">
          {(page.materials ?? []).map((m) => (
            <li key={m.name}>{m.name}<span className="zb-small">{m.required ? "（必须）" : `（${m.when || "有的话"}）`}</span> {clause(m.clause)}</li>
          ))}
        </ul>
        {(page.forms ?? []).length > 0 && <><h3>要填的表</h3>{related(page.forms)}</>}
      </Section>
      {page.procedure && <Section title="怎么办理，要多久"><RoadView road={page.procedure} division={division} /></Section>}
      {(page.rechecks ?? []).length > 0 && (
        <Section title="领到以后">
          <ul className="zp-lines">
            {(page.rechecks ?? []).map((r) => <li key={r.what + r.who}>{r.who}：每 {r.months} 个月{r.what}一次 {clause(r.clause)}</li>)}
          </ul>
        </Section>
      )}
      {(page.derives ?? []).length > 0 && <Section title="还可以得到（不用另外申请）">{related(page.derives)}</Section>}
      {(page.excludes ?? []).length > 0 && <Section title="不能同时享受">{related(page.excludes)}</Section>}
      <p className="zb-small">
        按 {page.stand.pack_title}政策包 {page.stand.version} 版，{page.stand.day}。
        <button type="button" className="zb-quiet zp-screen" onClick={() => window.print()}>打印这一页</button>
      </p>
    </>
  );
}

interface ConditionsProps {
  list: PolicyCondition[] | null;
  clause: (c: PolicyPage["clause"]) => ReactNode;
  division: string;
}

function Conditions({ list, clause, division }: ConditionsProps) {
  return (
    <ol className="zp-conditions">
      {(list ?? []).map((c) => (
        <li key={c.id}>
          <b>{c.name}</b> {clause(c.clause)}
          <span className="zp-plain zb-small">
            {c.words}
            {c.asks && <> <Link to="/policies/$item" params={{ item: c.asks.id }} search={placeSearch(division) as never}>看“{c.asks.name}”</Link></>}
          </span>
        </li>
      ))}
    </ol>
  );
}
