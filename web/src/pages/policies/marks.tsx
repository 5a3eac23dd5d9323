import { Link } from "@tanstack/react-router";
import { placeSearch } from "./address";
import type { ClauseLinkData, StandardValue } from "./types";

const marks: Record<string, [string, string]> = {
  floor: ["省定底线", "当地标准没有查到，这里是省里规定的最低标准。"],
  sample: ["示例值", "没有查到公开的规定，只作演示，以当地公布的为准。"],
};

/** StatusMark stands by every figure that is a floor or a sample. */
export function StatusMark({ status }: { status: string | undefined }) {
  const mark = marks[status ?? ""];
  if (!mark) return null;
  return <span className={`zf-mark zf-mark-${status}`} title={mark[1]}>{mark[0]}</span>;
}

/** MarkLegend explains the marks where a page carries some: a title is not seen on a phone or on paper. */
export function MarkLegend() {
  return (
    <ul className="zp-legend">
      {Object.entries(marks).map(([status, [, why]]) => <li key={status}><StatusMark status={status} /> {why}</li>)}
    </ul>
  );
}

/** ClauseRef cites as letters do and leads to the clause in the document's text. */
export function ClauseRef({ clause, division }: { clause: ClauseLinkData; division: string }) {
  if (clause.sample) return <StatusMark status="sample" />;
  return (
    <Link className="zp-clause" to="/policies/documents/$id" params={{ id: clause.document }} search={placeSearch(division) as never} hash={clause.anchor || undefined}>
      {clause.number}{clause.article}
    </Link>
  );
}

/** ValueText writes a standard as it stands at one place: town and country apart where they differ. */
export function ValueText({ value }: { value: StandardValue }) {
  return (
    <>
      {value.rural ? <>城镇 <b>{value.text}</b>，农村 <b>{value.rural}</b></> : <b>{value.text}</b>}
      {value.text !== "未知" && <StatusMark status={value.status} />}
      {value.carried && <span className="zb-small">（新标准没有查到，沿用）</span>}
    </>
  );
}
