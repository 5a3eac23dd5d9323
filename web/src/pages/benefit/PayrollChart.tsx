import { Chart } from "@/components/Chart";
import { yuan } from "@/components/format";
import { monthText } from "./months";
import type { PayrollSummary } from "./types";

const inYuan = (value: number) => yuan(Math.round(value * 100));

interface Bar {
  label: string;
  fen: number;
  lists: PayrollSummary[];
}

function barsBy(payrolls: readonly PayrollSummary[], label: (p: PayrollSummary) => string): Bar[] {
  const bars = new Map<string, Bar>();
  for (const p of payrolls) {
    const bar = bars.get(label(p)) ?? { label: label(p), fen: 0, lists: [] };
    bar.fen += p.total_fen;
    bar.lists.push(p);
    bars.set(bar.label, bar);
  }
  return [...bars.values()];
}

interface Props {
  /** The newest first. */
  payrolls: readonly PayrollSummary[];
  county: (p: PayrollSummary) => string;
}

/** PayrollChart compares the counties in the newest month; a county alone sees its months instead. */
export function PayrollChart({ payrolls, county }: Props) {
  const month = payrolls[0]?.month ?? "";
  const several = new Set(payrolls.map((p) => p.division)).size > 1;
  const bars = several
    ? barsBy(payrolls.filter((p) => p.month === month), county).sort((a, b) => b.fen - a.fen)
    : barsBy(payrolls, (p) => monthText(p.month)).slice(0, 12).reverse();
  return (
    <Chart
      question={several ? `${monthText(month)}哪些县发放最多？` : "每个月发放多少？"}
      unit="元"
      format={inYuan}
      points={bars.map((bar) => {
        const only = bar.lists.length === 1 ? bar.lists[0] : undefined;
        const first = bar.lists[0];
        return only
          ? { label: bar.label, value: bar.fen / 100, to: `/payrolls/${only.id}` }
          : { label: bar.label, value: bar.fen / 100, to: "/payrolls", search: { month: first?.month ?? month } };
      })}
    />
  );
}
