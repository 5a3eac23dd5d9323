import { SampleMark } from "@/components";
import { Panel } from "@/components/Panel";
import type { Column } from "@/components/TableView";
import type { SimulationResult } from "./calls";
import { LongTable } from "./LongTable";

type Sample = NonNullable<SimulationResult["samples"]>[number];

const columns: readonly Column<Sample>[] = [
  { key: "label", title: "数值", primary: true, wrap: true, render: (s) => <>{s.label} <SampleMark status={s.status} /></> },
  { key: "places", title: "涉及县（市、区）", align: "right", render: (s) => s.places },
  { key: "items", title: "用到它的事项", wrap: true, render: (s) => many(s.items ?? []) },
];

const many = (names: readonly string[]) => (names.length > 6 ? `${names.slice(0, 6).join("、")}等 ${names.length} 项` : names.join("、"));

/** SamplesView names the values without a document on which the figures stand. */
export function SamplesView({ samples }: { samples: SimulationResult["samples"] | undefined }) {
  if (!samples || samples.length === 0) return null;
  return (
    <Panel title="哪些数值没有正式依据？">
      <p className="zf-help">标“示例值”的没有查到公开规定，标“省定底线”的是当地没有公布时用的省级最低标准。用到它们的事项，金额和户数只能作参考。</p>
      <LongTable<Sample> label="没有正式依据的数值" columns={columns} rows={samples} rowKey={(s) => `${s.parameter}${s.label}${s.status}`} />
    </Panel>
  );
}
