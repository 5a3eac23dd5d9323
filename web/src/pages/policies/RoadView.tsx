import { ClauseRef, StatusMark } from "./marks";
import type { PolicyRoad } from "./types";

/** RoadView lists the steps of an application with who does each and how long it may take. */
export function RoadView({ road, division }: { road: PolicyRoad; division: string }) {
  return (
    <>
      {(road.totals ?? []).map((t) => (
        <p key={t.name}><b>{t.name}：{t.text}</b><StatusMark status={t.status} /> <ClauseRef clause={t.clause} division={division} /></p>
      ))}
      <ol className="zp-conditions">
        {(road.steps ?? []).map((s) => (
          <li key={s.name}>
            <b>{s.name}</b>（{s.who}） <ClauseRef clause={s.clause} division={division} />
            {s.days && <span className="zp-plain zb-small">{s.days.text}<StatusMark status={s.days.status} /></span>}
          </li>
        ))}
      </ol>
    </>
  );
}
