import { useQuery } from "@tanstack/react-query";
import { Link, useLocation, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { QueryView } from "@/components/QueryView";
import "@/pages/public/board.css";
import "./policies.css";
import { usePolicyAddress } from "./address";
import { PolicyNav } from "./PolicyNav";
import { documentQuery } from "./queries";
import { readingText } from "./readings";
import { StandingList } from "./StandingList";
import type { ClauseView, DocumentPage } from "./types";

/** DocumentTextPage is a document by clause, and on each clause the policies that stand on it. */
export default function DocumentTextPage() {
  const { id } = useParams({ strict: false }) as { id: string };
  const { address } = usePolicyAddress();
  const query = useQuery(documentQuery(id));
  return (
    <>
      <PolicyNav here="" division={address.division} />
      <QueryView query={query}>{(page) => <Text page={page} />}</QueryView>
    </>
  );
}

function Text({ page }: { page: DocumentPage }) {
  const target = useLocation({ select: (l) => l.hash });
  useEffect(() => {
    document.getElementById(target)?.scrollIntoView({ block: "start" });
  }, [target]);
  const clauses = page.clauses ?? [];
  return (
    <>
      <h1 className="zb-title">{page.title}</h1>
      <p className="zb-lead">{page.number}<span className="zb-small"> · {readingText(page.reading)}{page.in_force && ` · ${page.in_force} 起施行`}</span></p>
      {!page.has_text && (
        <div className="zb-card">
          <h2>原文未收录</h2>
          <p>{page.note || "这里没有这份文件的原文。下面列出引用它的条款和依据这些条款的政策；全文请到发布机关网站查阅。"}</p>
        </div>
      )}
      {page.has_text && page.note && <p className="zb-small">{page.note}</p>}
      {clauses.length > 0 && (
        <details className="zb-card zp-screen">
          <summary>目录</summary>
          <ul className="zp-lines">
            {clauses.filter((c) => c.level < 3).map((c) => (
              <li key={c.anchor} className={`zp-level-${c.level}`}><Link to="." hash={c.anchor} search={true as never}>{c.number}{c.heading}</Link></li>
            ))}
          </ul>
        </details>
      )}
      {page.has_text && (
        <article className="zb-card zp-text" aria-label="原文">
          {(page.head ?? []).map((p, i) => <p key={i} className="zp-head">{p}</p>)}
          {clauses.map((c) => <ClauseText key={c.anchor} clause={c} here={c.anchor === target} />)}
          <Tail lines={page.tail ?? []} />
        </article>
      )}
      {(page.articles ?? []).map((a) => (
        <section key={a.article} className="zb-card">
          <h2>{a.article || page.number}</h2>
          <StandingList standings={a.cited ?? []} />
        </section>
      ))}
    </>
  );
}

const headings = { 1: "h2", 2: "h3", 3: "h4", 4: "h5" } as const;

function ClauseText({ clause, here }: { clause: ClauseView; here: boolean }) {
  const Heading = headings[clause.level as keyof typeof headings] ?? "h5";
  const cited = clause.cited ?? [];
  return (
    <section id={clause.anchor} className={here ? "zp-level zp-here" : "zp-level"} aria-label={clause.cite}>
      <Heading>{clause.number}{clause.heading}</Heading>
      {(clause.paragraphs ?? []).map((p, i) => <p key={i}>{p}</p>)}
      {cited.length > 0 && (
        <details className="zp-more zp-cited zp-screen" open={here}>
          <summary>{cited.length} 处政策依据这一条</summary>
          <StandingList standings={cited} />
        </details>
      )}
    </section>
  );
}

/** Tail is what stands after the last clause; lines with tabs are rows of an annex's table. */
function Tail({ lines }: { lines: string[] }) {
  const rows = lines.filter((l) => l.includes("\t")).map((l) => l.split("\t"));
  const [head, ...body] = rows;
  return (
    <>
      {lines.filter((l) => !l.includes("\t")).map((l, i) => <p key={i} className="zp-head">{l}</p>)}
      {head && (
        <div className="zp-scroll" tabIndex={0} role="region" aria-label="附件表格">
          <table className="zp-table">
            <thead><tr>{head.map((c) => <th key={c} scope="col">{c}</th>)}</tr></thead>
            <tbody>{body.map((r) => <tr key={r[0]}>{r.map((c, i) => <td key={i}>{c}</td>)}</tr>)}</tbody>
          </table>
        </div>
      )}
    </>
  );
}
