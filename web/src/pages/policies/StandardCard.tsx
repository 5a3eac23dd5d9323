import { Link } from "@tanstack/react-router";
import { placeSearch } from "./address";
import { ClauseRef, ValueText } from "./marks";
import type { Standard } from "./types";

/** StandardCard is one standard: what it is here and now, how it was, and place by place where no single figure holds. */
export function StandardCard({ standard, division, items = false }: { standard: Standard; division: string; items?: boolean }) {
  const history = standard.history ?? [];
  const places = standard.places ?? [];
  return (
    <div className="zp-standard">
      <p>
        {standard.label}：{standard.now ? <><ValueText value={standard.now} /> {standard.now.text !== "未知" && <ClauseRef clause={standard.now.source} division={division} />}</> : "各地不同"}
      </p>
      {standard.now?.note && <p className="zb-small">{standard.now.note}</p>}
      {items && (standard.items ?? []).length > 0 && (
        <p className="zb-small">
          用于：
          {(standard.items ?? []).map((it) => (
            <Link key={it.id} className="zp-clause" to="/policies/$item" params={{ item: it.id }} search={placeSearch(division) as never}>{it.name}</Link>
          ))}
        </p>
      )}
      {places.length > 0 && (
        <details className="zp-more">
          <summary>看 {places.length} 个地方的{standard.label}</summary>
          <table className="zp-table">
            <thead><tr><th scope="col">地方</th><th scope="col">标准</th><th scope="col">依据</th></tr></thead>
            <tbody>
              {places.map((p) => (
                <tr key={p.division}><th scope="row">{p.place}</th><td><ValueText value={p.value} /></td><td><ClauseRef clause={p.value.source} division={division} /></td></tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
      {history.length > 1 && (
        <details className="zp-more">
          <summary>以前的{standard.label}</summary>
          <table className="zp-table">
            <thead><tr><th scope="col">从哪天起</th><th scope="col">标准</th><th scope="col">依据</th></tr></thead>
            <tbody>
              {history.map((v) => (
                <tr key={v.from}><th scope="row">{v.from}</th><td><ValueText value={v} /></td><td><ClauseRef clause={v.source} division={division} /></td></tr>
              ))}
            </tbody>
          </table>
        </details>
      )}
    </div>
  );
}
