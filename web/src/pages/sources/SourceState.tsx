import { StatusTag, type Tone } from "@/components";
import { dateTime } from "@/components/format";
import type { SourceHealth } from "./calls";

/** stateOf puts the state of a source into words: what keeps it from being asked comes first. */
export function stateOf(s: SourceHealth): [string, Tone] {
  if (s.unusable) return [s.unusable, "grey"];
  if (s.paused) return ["已暂停", "amber"];
  if (s.breaker === "open") return [s.broken ? `故障停问至 ${dateTime(s.broken).slice(5)}` : "故障停问", "red"];
  if (s.breaker === "half_open") return ["故障后试问", "amber"];
  if (!s.open) return ["不在服务时间", "grey"];
  return ["正常", "green"];
}

/** SourceState shows it with colour, icon and words. */
export function SourceState({ source }: { source: SourceHealth }) {
  const [text, tone] = stateOf(source);
  return <StatusTag tone={tone}>{text}</StatusTag>;
}
