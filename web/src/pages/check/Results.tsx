import { Heading } from "./Heading";
import { ResultCard } from "./ResultCard";
import type { CheckReply, Finding } from "./types";

interface Props { reply: CheckReply; more: boolean; onAsk: () => void; onBack: () => void; onClear: () => void }

/** Results are what may be applied for first, then what is still open, then the rest; to print, and to be wiped. */
export function Results({ reply, more, onAsk, onBack, onClear }: Props) {
  const of = (standing: Finding["standing"]) => reply.results.filter((r) => r.standing === standing);
  const [eligible, open, held, refused] = [of("eligible"), of("open"), of("held"), of("refused")];
  return (
    <div className="zc-results">
      <Heading>{eligible.length > 0 ? `按您说的，有 ${eligible.length} 项可以申请` : "按您说的，还没有能确定可以申请的"}</Heading>
      <p className="zb-lead" role="note">
        这是按您的回答、依 {reply.date} 的政策（{reply.pack}）估算的，最后以调查核实为准。<strong>不管结果怎样，您都可以到{reply.window}提出申请或者咨询。</strong>
      </p>
      {reply.sample && <p className="zb-small">标有“示例值”的金额和标准没有查到公开规定，只供参考。</p>}
      {more && <p><button type="button" className="zb-button zc-screen-only" onClick={onAsk}>接着回答，结果会更准</button></p>}
      <Group title="可以申请" items={eligible} window={reply.window} />
      <Group title="还不能确定" items={open} window={reply.window} />
      <Group title="您已经在享受" items={held} window={reply.window} />
      {refused.length > 0 && (
        <details className="zc-refused">
          <summary>按您说的不符合条件的 {refused.length} 项</summary>
          <Group items={refused} window={reply.window} />
        </details>
      )}
      <div className="zc-foot zc-screen-only">
        <button type="button" className="zb-button" onClick={() => window.print()}>打印或存下来</button>
        <button type="button" className="zb-button zb-second" onClick={onBack}>回去改一改</button>
        <button type="button" className="zb-button zb-second" onClick={onClear}>看完了，清除我的回答</button>
      </div>
    </div>
  );
}

function Group({ title, items, window }: { title?: string; items: Finding[]; window: string }) {
  if (items.length === 0) return null;
  return (
    <section aria-label={title}>
      {title && <h2 className="zc-group">{title}（{items.length}）</h2>}
      {items.map((r) => <ResultCard key={`${r.item}.${r.standing}.${r.for ?? ""}`} result={r} window={window} />)}
    </section>
  );
}
