import { DownloadOutlined, PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Button } from "antd";
import { useState } from "react";
import { useMay } from "@/app/session";
import { Chart } from "@/components/Chart";
import { yuan } from "@/components/format";
import { PageHeader } from "@/components/PageHeader";
import { QueryView } from "@/components/QueryView";
import { ApprovePayroll } from "./ApprovePayroll";
import { payrollQuery, useCountyNames } from "./calls";
import { MakePayroll } from "./MakePayroll";
import { monthText } from "./months";
import { PayrollFigures } from "./PayrollFigures";
import { PayrollLines } from "./PayrollLines";
import { PayrollState } from "./PayrollsPage";
import { TownTable } from "./TownTable";
import type { PayrollDetail } from "./types";

/** PayrollDetailPage is one payment list: its totals, its towns, its lines, and what may be done with it. */
export default function PayrollDetailPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(payrollQuery(id));
  return <QueryView query={query}>{(payroll) => <Detail key={payroll.id} payroll={payroll} />}</QueryView>;
}

function Detail({ payroll }: { payroll: PayrollDetail }) {
  const mayMake = useMay("payroll.make");
  const mayApprove = useMay("payroll.approve");
  const mayExport = useMay("payroll.export");
  const [doing, setDoing] = useState<"make" | "approve" | null>(null);
  const names = useCountyNames([payroll.division]);
  const county = payroll.division_name ?? names(payroll.division);
  const draft = payroll.state === "draft";
  const close = () => setDoing(null);
  return (
    <>
      <PageHeader
        title={<>{county}{monthText(payroll.month)}{payroll.item_name}发放册 <PayrollState state={payroll.state} /></>}
        about={<>册号 <span className="zf-num">{payroll.number}</span></>}
        actions={
          <>
            <Link to="/payrolls"><Button>全部发放册</Button></Link>
            {mayExport && <Button icon={<DownloadOutlined aria-hidden />} href={`/api/payrolls/${payroll.id}/excel`} download>下载 Excel</Button>}
            {mayExport && (
              <Button icon={<PrinterOutlined aria-hidden />} href={`/api/payrolls/${payroll.id}/print`} target="_blank" rel="noopener">打印（新窗口）</Button>
            )}
            {draft && mayMake && <Button onClick={() => setDoing("make")}>重新生成</Button>}
            {draft && mayApprove && <Button type="primary" onClick={() => setDoing("approve")}>审定</Button>}
          </>
        }
      />
      <PayrollFigures payroll={payroll} />
      {payroll.towns.length > 0 && (
        <div className="zf-grid" style={{ marginBottom: 16 }}>
          <div className="zf-span-6">
            <Chart
              question="哪些镇（街道）发放最多？"
              unit="元"
              format={(value) => yuan(Math.round(value * 100))}
              points={[...payroll.towns].sort((a, b) => b.amount_fen - a.amount_fen).map((t) => ({
                label: t.name, value: t.amount_fen / 100, to: `/payrolls/${payroll.id}`, search: { town: t.division },
              }))}
            />
          </div>
          <TownTable className="zf-span-6" payroll={payroll} />
        </div>
      )}
      <PayrollLines payroll={payroll} />
      <MakePayroll open={doing === "make"} onClose={close} initial={{ item: payroll.item, month: payroll.month }} />
      <ApprovePayroll open={doing === "approve"} onClose={close} payroll={payroll} county={county} />
    </>
  );
}
