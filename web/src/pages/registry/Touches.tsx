import { Link } from "@tanstack/react-router";
import { Timeline } from "@/components/Timeline";
import type { Tone } from "@/components/StatusTag";
import type { Touch } from "./types";

const tones: Record<string, Tone> = { case: "blue", entitlement: "green", payment: "green", audit: "grey", category: "amber" };

/** Touches is everything that touched a person or household, newest first; each line leads to its page. */
export function Touches({ touches, empty }: { touches: readonly Touch[]; empty: string }) {
  if (touches.length === 0) return <p className="zf-help">{empty}</p>;
  return (
    <Timeline
      entries={touches.map((t, i) => ({
        key: String(i),
        at: t.at,
        who: "",
        what: t.link ? <Link to={t.link}>{t.title}</Link> : t.title,
        detail: t.text || undefined,
        tone: tones[t.kind] ?? "grey",
      }))}
    />
  );
}
