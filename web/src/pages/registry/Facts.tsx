import type { ReactNode } from "react";

/** One line of a file; nothing known shows 未填, never a blank. */
export interface Fact {
  label: string;
  value: ReactNode;
  wide?: boolean;
}

/** Facts is the list of what a file holds. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  return (
    <dl className="zr-facts">
      {facts.map(({ label, value, wide }) => (
        <div key={label} className={wide ? "zr-wide" : undefined}>
          <dt>{label}</dt>
          <dd>{value === "" || value === null || value === undefined ? <span className="zf-help">未填</span> : value}</dd>
        </div>
      ))}
    </dl>
  );
}
