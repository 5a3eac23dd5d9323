import { useEffect, useRef } from "react";
import type { Opened, SelfReceipt } from "./SelfPage";

/** SelfDone says that it is done, with the number to keep. */
export function SelfDone({ page, receipt }: { page: Opened; receipt: SelfReceipt }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const signed = page.task === "authorise";
  return (
    <div className="zb-card zb-thanks" role="status">
      <h1 ref={heading} tabIndex={-1} className="zb-title">{signed ? "授权书签好了" : "授权已经撤回"}</h1>
      <p>授权书编号 <strong className="zf-num">{receipt.number}</strong>，{receipt.on}。请记下或截屏。</p>
      <p>{signed ? "民政部门可以按授权书写明的用途和数据项查询。想撤回，请到窗口，或请工作人员再发一个链接。" : "从现在起不再凭这份授权查询。"}</p>
      <p>这个链接已经用过，不能再打开。可以关闭页面了。</p>
    </div>
  );
}
