import { Panel } from "@/components";
import type { ReportContent } from "./calls";

/** SourceTable tells when each source was asked and what came. */
export function SourceTable({ content }: { content: ReportContent }) {
  return (
    <Panel title="查询情况">
      <div className="zf-scroll" tabIndex={0} role="region" aria-label="查询情况">
        <table className="zf-facts">
          <thead><tr><th scope="col">来源</th><th scope="col">数据项</th><th scope="col">查询日期</th><th scope="col">数据截至</th><th scope="col" className="zf-right vr-day">有答复</th><th scope="col" className="zf-right vr-day">无答复</th></tr></thead>
          <tbody>
            {(content.sources ?? []).map((s) => (
              <tr key={s.source}>
                <th scope="row">{s.source}</th>
                <td>{(s.classes ?? []).join("、")}</td>
                <td className="vr-day">{s.asked_from ?? "未发出"}{s.asked_last && s.asked_last !== s.asked_from && ` 至 ${s.asked_last}`}{s.reused > 0 && <div className="zf-help">沿用仍有效的答复 {s.reused} 项</div>}</td>
                <td className="vr-day">{s.oldest ?? ""}</td>
                <td className="zf-right">{s.answered}</td>
                <td className="zf-right">{s.silent}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Panel>
  );
}
