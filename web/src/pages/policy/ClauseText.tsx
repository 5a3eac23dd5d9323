import type { Clause } from "@/api/policy";

/** ClauseText cites as letters do: document number and article. */
export function ClauseText({ clause }: { clause: Clause | null | undefined }) {
  if (!clause || (!clause.document && !clause.id)) return <span aria-label="无">—</span>;
  return <span className="zf-clause">{clause.document || clause.id}{clause.article}</span>;
}
