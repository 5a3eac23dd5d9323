import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useMay, useSession } from "@/app/session";
import { DataTable, type Column } from "@/components/DataTable";
import { DateText } from "@/components/DateText";
import { count } from "@/components/format";
import { MoneyText } from "@/components/MoneyText";
import { PageHeader } from "@/components/PageHeader";
import { StatusTag } from "@/components/StatusTag";
import { fetchPayrolls, newestPayrollsQuery, paidItems, useCountyNames } from "./calls";
import { MakePayroll } from "./MakePayroll";
import { monthsBack, monthText } from "./months";
import { PayrollChart } from "./PayrollChart";
import type { PayrollSummary } from "./types";

function columns(county: (p: PayrollSummary) => string): Column<PayrollSummary>[] {
  return [
    { key: "month", title: "月份", primary: true, render: (p) => monthText(p.month) },
    { key: "county", title: "县（市、区）", render: county },
    { key: "item", title: "待遇", render: (p) => p.item_name },
    { key: "households", title: "户数", align: "right", render: (p) => count(p.households) },
    { key: "people", title: "人数", align: "right", render: (p) => count(p.people) },
    { key: "total", title: "合计（元）", align: "right", render: (p) => <MoneyText fen={p.total_fen} /> },
    {
      key: "problems", title: "需核对",
      render: (p) => (p.problems > 0 ? <StatusTag tone={p.state === "draft" ? "amber" : "grey"}>{count(p.problems)} 户</StatusTag> : "无"),
    },
    { key: "state", title: "状态", render: (p) => <PayrollState state={p.state} /> },
    { key: "made", title: "生成", render: (p) => <>{p.made_by_name} <DateText value={p.made_at} /></> },
    { key: "approved", title: "审定", render: (p) => (p.approved_at ? <>{p.approved_by_name} <DateText value={p.approved_at} /></> : "—") },
    { key: "number", title: "册号", render: (p) => <span className="zf-num">{p.number}</span> },
  ];
}

/** PayrollState says in words where a list stands. */
export function PayrollState({ state }: { state: PayrollSummary["state"] }) {
  return state === "approved" ? <StatusTag tone="green">已审定</StatusTag> : <StatusTag tone="blue">待审定</StatusTag>;
}

/** PayrollsPage lists the monthly payment lists of the range, the newest month first, with their totals. */
export default function PayrollsPage() {
  const { now } = useSession();
  const mayMake = useMay("payroll.make");
  const [making, setMaking] = useState(false);
  const newest = useQuery(newestPayrollsQuery);
  const names = useCountyNames((newest.data?.payrolls ?? []).map((p) => p.division));
  const county = (p: PayrollSummary) => p.division_name ?? names(p.division);
  return (
    <>
      <PageHeader
        title="月发放册"
        about="每县、每种待遇、每月一册。生成后须由另一人审定；审定后不能再改。"
        actions={mayMake && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setMaking(true)}>生成发放册</Button>}
      />
      {newest.data && newest.data.payrolls.length > 1 && <PayrollChart payrolls={newest.data.payrolls} county={county} />}
      <DataTable<PayrollSummary>
        name="payrolls"
        label="月发放册"
        fetchPage={fetchPayrolls}
        columns={columns(county)}
        rowKey={(p) => p.id}
        rowTo={(p) => ({ to: "/payrolls/$id", params: { id: p.id } })}
        filters={[
          { kind: "select", name: "month", label: "月份", options: monthsBack(now, 24, 1) },
          { kind: "select", name: "item", label: "待遇", options: paidItems, width: 220 },
          { kind: "select", name: "state", label: "状态", options: [{ value: "draft", label: "待审定" }, { value: "approved", label: "已审定" }] },
        ]}
        empty={{
          title: "还没有发放册",
          next: mayMake ? "有家庭经确认后，从次月起列入发放册。可以先生成一册看看。" : "县级资金发放人员生成后，会列在这里。",
          action: mayMake && <Button type="primary" onClick={() => setMaking(true)}>生成发放册</Button>,
        }}
      />
      <MakePayroll open={making} onClose={() => setMaking(false)} />
    </>
  );
}
