import { Link } from "@tanstack/react-router";
import { placeSearch } from "./address";
import type { ClauseStanding } from "./types";

/** StandingList is what stands on a clause: conditions, papers, steps and figures, each with the help it belongs to. */
export function StandingList({ standings }: { standings: ClauseStanding[] }) {
  return (
    <ul className="zp-lines">
      {standings.map((s, i) => (
        <li key={i}>
          {s.item && (
            <><Link to="/policies/$item" params={{ item: s.item }} search={placeSearch(s.division ?? "") as never}>{s.item_name}</Link>：</>
          )}
          {s.what === "item" ? "整个事项" : `${s.what_name} ${s.name}`}
          <span className="zb-small">（{s.pack}）</span>
        </li>
      ))}
    </ul>
  );
}
