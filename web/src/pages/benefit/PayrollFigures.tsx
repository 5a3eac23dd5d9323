import { DateText } from "@/components/DateText";
import { count, yuan } from "@/components/format";
import { Panel } from "@/components/Panel";
import "./benefit.css";
import type { PayrollDetail } from "./types";

/** PayrollFigures are the totals of a list, who made and who approved it, and the digest that holds it fast. */
export function PayrollFigures({ payroll }: { payroll: PayrollDetail }) {
  return (
    <Panel>
      <dl className="zp-figures">
        <div><dt>合计</dt><dd><strong className="zf-num">{yuan(payroll.total_fen)}</strong> 元<br /><span className="zf-help">{payroll.total_chinese}</span></dd></div>
        <div><dt>户数</dt><dd><strong>{count(payroll.households)}</strong> 户</dd></div>
        <div><dt>人数</dt><dd><strong>{count(payroll.people)}</strong> 人</dd></div>
        <div><dt>需核对</dt><dd><strong>{count(payroll.problems)}</strong> 户</dd></div>
        <div><dt>生成</dt><dd>{payroll.made_by_name}<br /><DateText value={payroll.made_at} time /></dd></div>
        <div>
          <dt>审定</dt>
          <dd>{payroll.approved_at ? <>{payroll.approved_by_name}<br /><DateText value={payroll.approved_at} time /></> : "尚未审定，须由生成人以外的人审定"}</dd>
        </div>
      </dl>
      {payroll.digest && <p className="zf-help">明细校验值（SM3）<code className="zp-digest">{payroll.digest}</code></p>}
    </Panel>
  );
}
