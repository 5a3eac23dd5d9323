import { Checkbox } from "antd";
import { useState } from "react";
import { Panel, StatusTag, Unknown } from "@/components";
import type { ReportContent, ReportLine } from "./calls";
import { byPerson, differs, resultNames, resultTone } from "./names";

/** Comparison lays declared and found side by side, person by person, what differs first. */
export function Comparison({ content, level = 2 }: { content: ReportContent; level?: 2 | 3 }) {
  const lines = content.lines ?? [];
  const [narrow, setNarrow] = useState(false);
  const differing = lines.filter(differs).length;
  const unknown = lines.filter((l) => l.result === "unknown").length;
  const shown = narrow ? lines.filter((l) => differs(l) || l.result === "unknown") : lines;
  return (
    <Panel
      level={level}
      title="申报与核对对照"
      extra={
        <span className="cw-inline">
          <span className="zf-help">不一致 {differing} 项，未知 {unknown} 项</span>
          <Checkbox checked={narrow} onChange={(e) => setNarrow(e.target.checked)}>只看不一致和未知</Checkbox>
        </span>
      }
    >
      {shown.length === 0 && <p className="zf-help">{narrow ? "没有不一致，也没有未知项。" : "没有可以对照的项目。"}</p>}
      {byPerson(shown).map(([who, list]) => (
        <div key={who} className="zf-scroll vr-person" tabIndex={0} role="region" aria-label={`${who}：申报与核对对照`}>
          <table className="zf-facts">
            <caption>{who}</caption>
            <thead><tr><th scope="col">项目</th><th scope="col" className="zf-right">申报</th><th scope="col" className="zf-right">核对</th><th scope="col">对照</th><th scope="col">来源（数据日期）</th></tr></thead>
            <tbody>{list.map((l) => <Row key={l.fact} line={l} />)}</tbody>
          </table>
        </div>
      ))}
    </Panel>
  );
}

function Row({ line }: { line: ReportLine }) {
  return (
    <tr className={differs(line) ? "vr-differs" : undefined}>
      <th scope="row">{line.label}</th>
      <td className="zf-right">{line.declared?.text ?? <span className="zf-help">未申报</span>}</td>
      <td className="zf-right">
        {line.found.known ? line.found.text : line.result === "untold" ? <span className="zf-help">{line.found.text}</span> : <Unknown />}
        {line.at_least && <div className="zf-help">已答复的至少 {line.at_least}</div>}
        {line.fixed && <div><strong>更正为 {line.fixed.text}</strong><div className="zf-help">{line.fixed.why}（{line.fixed.by_name}）</div></div>}
      </td>
      <td><StatusTag tone={resultTone(line)} mark={differs(line) ? <span aria-hidden>▲</span> : undefined}>{resultNames[line.result]}</StatusTag></td>
      <td>{sources(line)}</td>
    </tr>
  );
}

/** sources names who says it, each with the day of its oldest data; where nothing is known, who is wanting and why. */
function sources(line: ReportLine): string {
  if (!line.found.known) return [...new Set((line.missing ?? []).map((m) => `${m.source}：${m.reason}`))].join("、");
  const oldest = new Map<string, string>();
  for (const f of line.from ?? []) if (!oldest.has(f.source) || f.as_of < (oldest.get(f.source) ?? "")) oldest.set(f.source, f.as_of);
  return [...oldest].map(([source, day]) => `${source}（${day}）`).join("、");
}
