import { Link } from "@tanstack/react-router";
import { count, yuan } from "@/components/format";
import { Panel } from "@/components/Panel";
import type { PayrollDetail } from "./types";

/** TownTable is the list summed by town; a town opens its lines. */
export function TownTable({ payroll, className }: { payroll: PayrollDetail; className?: string }) {
  return (
    <Panel title="各镇（街道）合计" className={className}>
      <div className="zf-scroll" tabIndex={0} role="region" aria-label="各镇（街道）合计表">
        <table className="zf-facts" style={{ width: "100%" }}>
          <thead>
            <tr>
              <th scope="col">镇（街道）</th>
              <th scope="col" className="zf-right">户数</th>
              <th scope="col" className="zf-right">人数</th>
              <th scope="col" className="zf-right">金额（元）</th>
              <th scope="col" className="zf-right">需核对</th>
            </tr>
          </thead>
          <tbody>
            {payroll.towns.map((t) => (
              <tr key={t.division}>
                <th scope="row"><Link to="/payrolls/$id" params={{ id: payroll.id }} search={{ town: t.division }}>{t.name}</Link></th>
                <td className="zf-right">{count(t.households)}</td>
                <td className="zf-right">{count(t.people)}</td>
                <td className="zf-right">{yuan(t.amount_fen)}</td>
                <td className="zf-right">{count(t.problems)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">合计</th>
              <td className="zf-right">{count(payroll.households)}</td>
              <td className="zf-right">{count(payroll.people)}</td>
              <td className="zf-right">{yuan(payroll.total_fen)}</td>
              <td className="zf-right">{count(payroll.problems)}</td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Panel>
  );
}
