import { Panel, Timeline, type Tone } from "@/components";
import type { CaseEvent } from "../types";

const tones: Record<string, Tone> = { confirmed: "green", refused: "red", objection: "amber", returned: "amber", escalated: "red", terminated: "red" };

/** TimelinePanel: who did what and when, newest first. */
export function TimelinePanel({ events }: { events: readonly CaseEvent[] }) {
  return (
    <Panel title="时间线">
      <Timeline
        entries={events.map((e) => ({ key: e.id, at: e.at, who: `${e.actor_name}${e.role_name ? `（${e.role_name}）` : ""}`, what: e.text, tone: tones[e.kind] ?? "blue" }))}
      />
    </Panel>
  );
}
