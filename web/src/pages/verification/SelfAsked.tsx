import { dateTime } from "@/components/format";
import { itemStates, purposes } from "./calls";
import type { Opened } from "./SelfPage";

/** SelfAsked tells a person who asked about them, in plain words, and prints. */
export function SelfAsked({ page }: { page: Opened }) {
  const list = page.asked ?? [];
  return (
    <>
      <h1 className="zb-title">谁查过{page.name}</h1>
      <p className="zb-lead">{list.length === 0 ? "还没有人查询过。" : `一共 ${list.length} 条，最近的在前面。`}</p>
      {list.length > 0 && <button type="button" className="zb-button zb-second zv-noprint" onClick={() => globalThis.print()}>打印或存成 PDF</button>}
      {list.map((q) => (
        <div className="zb-card" key={`${q.order}.${q.class}.${q.at}`}>
          <h2>{q.source_name}：{q.class_name}</h2>
          <dl className="zb-facts">
            <div><dt>什么时候</dt><dd>{dateTime(q.at)}</dd></div>
            <div><dt>谁查的</dt><dd>{q.office} {q.by_name}{q.client && `，受${q.client}委托`}</dd></div>
            <div><dt>为什么</dt><dd>{purposes[q.purpose]}：{q.title}（{q.order}）</dd></div>
            <div><dt>凭什么</dt><dd>{q.authorisation ? `您的授权书 ${q.authorisation}` : "没有授权，没有查"}</dd></div>
            <div><dt>结果</dt><dd>{itemStates[q.state][0]}{q.reused && "，用的是不久前的答复，没有再问"}</dd></div>
          </dl>
        </div>
      ))}
    </>
  );
}
