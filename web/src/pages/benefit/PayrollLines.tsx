import { useCallback } from "react";
import { DataTable, type Column } from "@/components/DataTable";
import type { FilterValues } from "@/components/filters";
import { MoneyText } from "@/components/MoneyText";
import { StatusTag, type Tone } from "@/components/StatusTag";
import { fetchLines } from "./calls";
import type { PayrollDetail, PayrollLine } from "./types";

/** What keeps the money from arriving is red, what only wants a look is amber, a first payment is news. */
function toneOf(problem: string): Tone {
  if (problem.includes("死亡") || problem.includes("银行账号")) return "red";
  return problem.includes("首次") ? "blue" : "amber";
}

const columns: Column<PayrollLine>[] = [
  { key: "seq", title: "序号", align: "right", width: 64, render: (l) => l.seq },
  { key: "name", title: "领取人", primary: true, render: (l) => l.payee_name },
  { key: "id", title: "身份证号", render: (l) => <span className="zf-num">{l.id_masked}</span> },
  { key: "bank", title: "开户银行", render: (l) => l.bank_name || "—" },
  { key: "account", title: "银行账号", render: (l) => <span className="zf-num">{l.account_masked || "—"}</span> },
  { key: "members", title: "人数", align: "right", render: (l) => l.member_count },
  { key: "amount", title: "金额（元）", align: "right", render: (l) => <MoneyText fen={l.amount_fen} /> },
  { key: "problem", title: "提示", render: (l) => (l.problem ? <StatusTag tone={toneOf(l.problem)}>{l.problem}</StatusTag> : "—") },
  { key: "place", title: "镇村", render: (l) => l.division_name },
];

/** PayrollLines pages through the households of a list in their printed order. */
export function PayrollLines({ payroll }: { payroll: PayrollDetail }) {
  const fetchPage = useCallback((query: FilterValues, signal: AbortSignal) => fetchLines(payroll.id, query, signal), [payroll.id]);
  return (
    <section aria-label="发放明细">
      <h2 style={{ marginBottom: 8 }}>发放明细</h2>
      <DataTable<PayrollLine>
        name={`payroll-lines.${payroll.id}`}
        label="发放明细"
        fetchPage={fetchPage}
        columns={columns}
        rowKey={(l) => l.seq}
        rowTo={(l) => ({ to: "/households/$id", params: { id: l.household_id } })}
        filters={[
          { kind: "select", name: "town", label: "镇（街道）", options: payroll.towns.map((t) => ({ value: t.division, label: t.name })), width: 200 },
          { kind: "check", name: "problems", label: "只看需核对的" },
        ]}
        empty={{ title: "本月没有要发放的家庭", next: "确认后的待遇从次月起列入。" }}
      />
    </section>
  );
}
