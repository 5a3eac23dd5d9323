import { useState } from "react";
import { SampleMark } from "@/components";
import type { RuleResult } from "../types";
import { keyOf, sourceText, type AdviceDetail, type AdviceItem, type Figure, type Part } from "./advice";

interface Props { detail: AdviceDetail; rules: AdviceItem["rules"] }

const deepest = 8;

/** FigureTree opens the amount and each condition down to the facts and parameters that they are made of. */
export function FigureTree({ detail, rules }: Props) {
  const tops = detail.figures.filter((f) => f.id === "amount" || f.id.startsWith("r."));
  return <ul className="cw-figures">{tops.map((f) => <Node key={keyOf(f)} figure={f} detail={detail} depth={0} passed={passedOf(f, rules as RuleResult[])} />)}</ul>;
}

function passedOf(figure: Figure, rules: readonly RuleResult[]): string {
  const rule = rules.find((r) => `r.${r.id}` === figure.id);
  if (!rule) return "";
  return rule.passed === true ? "符合" : rule.passed === false ? "不符合" : "未知";
}

function Node({ figure, detail, depth, passed = "" }: { figure: Figure; detail: AdviceDetail; depth: number; passed?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <li>
      <details open={open} onToggle={(e) => { e.stopPropagation(); setOpen(e.currentTarget.open); }}>
        <summary>{figure.name && `${figure.name}的`}{figure.label}{figure.text && <> = <strong>{figure.text}</strong></>}{passed && <> · {passed}</>}</summary>
        {open && (
          <>
            <div className="zf-help">{figure.words}</div>
            <div className="zf-num">{figure.numbers}</div>
            {depth < deepest && figure.parts.length > 0 && <ul className="cw-figures">{figure.parts.map((p) => <Leaf key={`${p.kind}.${keyOf(p)}`} part={p} detail={detail} depth={depth + 1} />)}</ul>}
          </>
        )}
      </details>
    </li>
  );
}

function Leaf({ part, detail, depth }: { part: Part; detail: AdviceDetail; depth: number }) {
  if (part.kind === "figure") {
    const figure = detail.figures.find((f) => f.id === part.id && (f.member ?? "") === (part.member ?? ""));
    if (figure) return <Node figure={figure} detail={detail} depth={depth} />;
  }
  const label = <>{part.name && `${part.name}的`}{part.label} = <strong>{part.text}</strong></>;
  if (part.kind === "parameter") {
    const p = detail.parameters.find((x) => x.id === part.id);
    return <li>{label} <SampleMark status={p?.status} /><div className="zf-help">标准：{p ? `${p.source.document || p.source.id}${p.source.article}` : "未取值"}{p?.carried && "（沿用上期公布的数值）"}{p?.note && `；${p.note}`}</div></li>;
  }
  const source = detail.sources.find((s) => s.fact === part.id && (s.member ?? "") === (part.member ?? ""));
  return <li>{label}<div className="zf-help">来源：{sourceText(source)}{source?.note && `；${source.note}`}</div></li>;
}
