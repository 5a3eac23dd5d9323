import type { ReactNode } from "react";
import { DateText } from "./DateText";
import type { Tone } from "./StatusTag";

export interface TimelineEntry {
  key: string;
  at: string;
  who: string;
  what: ReactNode;
  detail?: ReactNode;
  tone?: Tone;
}

/** Timeline tells who did what and when, in the order given (newest first is the custom of the pages). */
export function Timeline({ entries }: { entries: readonly TimelineEntry[] }) {
  return (
    <ol className="zf-timeline">
      {entries.map((entry) => (
        <li key={entry.key} className={`zf-tone-${entry.tone ?? "grey"}`}>
          <div><DateText value={entry.at} time /> <span className="zf-who">{entry.who}</span></div>
          <div>{entry.what}</div>
          {entry.detail && <div className="zf-help">{entry.detail}</div>}
        </li>
      ))}
    </ol>
  );
}
