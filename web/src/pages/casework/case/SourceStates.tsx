import { StatusTag, type Tone } from "@/components";
import type { Schemas } from "@/api/types";

type Source = Schemas["SourceState"];

/** stateOf puts how far a source is into a word. */
export function stateOf(s: Source): [Tone, string] {
  if (s.waiting > 0) return ["blue", `等待 ${s.waiting}`];
  if (s.silent > 0) return ["amber", s.answered > 0 ? `未答复 ${s.silent}` : "未答复"];
  if (s.refused > 0) return ["grey", "没有授权"];
  if (s.answered > 0) return ["green", `已答复 ${s.answered}`];
  return ["grey", "已取消"];
}

/** SourceStates lists the sources with what came from each, those in trouble first. */
export function SourceStates({ sources }: { sources: readonly Source[] }) {
  const rank = (s: Source) => (s.silent > 0 ? 0 : s.waiting > 0 ? 1 : 2);
  return (
    <ul className="vr-states" aria-label="各来源的答复情况">
      {[...sources].sort((a, b) => rank(a) - rank(b)).map((s) => {
        const [tone, text] = stateOf(s);
        return <li key={s.source}><span>{s.name || s.source}{s.reason && s.silent > 0 && <span className="zf-help"> {s.reason}</span>}</span><StatusTag tone={tone}>{text}</StatusTag></li>;
      })}
    </ul>
  );
}
