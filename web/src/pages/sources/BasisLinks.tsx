import type { BasisEntry } from "./calls";

/** BasisLinks cites the clauses and leads to them in the public policy library. */
export function BasisLinks({ basis }: { basis: readonly BasisEntry[] }) {
  if (basis.length === 0) return <span aria-label="无">—</span>;
  return (
    <>
      {basis.map((b, i) => (
        <span key={b.document + b.anchor}>
          {i > 0 && "；"}
          <a href={`/policies/documents/${b.document}#${b.anchor}`} title={b.note}>{b.number}{b.clause}</a>
        </span>
      ))}
    </>
  );
}
