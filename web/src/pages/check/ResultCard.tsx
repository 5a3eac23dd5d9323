import { Link } from "@tanstack/react-router";
import { SampleMark } from "@/components/SampleMark";
import { hasPage } from "@/routes";
import type { Finding } from "./types";
import { amountText } from "./words";

/** ResultCard is one item: how much, why with its clause, what to bring, where to go. */
export function ResultCard({ result: r, window }: { result: Finding; window: string }) {
  const certain = r.standing === "eligible";
  return (
    <article className={`zb-card zc-result zc-${r.standing}`}>
      <h3>{r.name}{r.for && <span className="zc-for">{r.for}</span>}</h3>
      {certain && r.amount_fen !== undefined && r.amount_fen !== null && r.unit && (
        <p className="zc-amount">{amountText(r.amount_fen, r.unit)} {r.sample && <SampleMark status="sample" />}</p>
      )}
      <p>{r.summary}</p>
      {r.notes.map((note) => <p key={note} className="zc-note">{note}</p>)}
      {r.standing === "open" && r.unknown.length > 0 && (
        <>
          <h4>还要知道这些才能确定</h4>
          <ul>{r.unknown.slice(0, 8).map((u) => <li key={u}>{u}</li>)}{r.unknown.length > 8 && <li>等 {r.unknown.length} 项</li>}</ul>
          <p className="zb-small">这些可以由{window}帮您核实。</p>
        </>
      )}
      {r.reasons.length > 0 && (
        <details open={r.standing === "refused"}>
          <summary>{certain ? "为什么可以申请" : "为什么"}</summary>
          <ul>{r.reasons.map((reason) => <li key={reason.text}>{reason.text}<span className="zb-small">（{reason.clause}）</span></li>)}</ul>
        </details>
      )}
      {(certain || r.standing === "open") && (
        <>
          <h4>怎么办</h4>
          <p>{r.how}</p>
          {r.who && <p className="zb-small">谁可以提出：{r.who}</p>}
          {r.materials.length > 0 && (
            <>
              <h4>带什么</h4>
              <ul>{r.materials.map((m) => <li key={m.name}>{m.name}{!m.required && <span className="zb-small">（{m.when || "有的带上"}）</span>}</li>)}</ul>
            </>
          )}
        </>
      )}
      <p className="zb-small">依据：{r.clause}{hasPage("/policies/$item") && <> · <Link to={`/policies/${r.item}` as "/"}>看政策原文</Link></>}</p>
    </article>
  );
}
