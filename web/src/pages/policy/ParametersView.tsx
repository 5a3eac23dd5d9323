import { useQuery } from "@tanstack/react-query";
import { Input, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import type { PolicyParameter } from "@/api/policy";
import { useSession } from "@/app/session";
import { date, EmptyState, QueryView, SampleMark, TableView, type Column } from "@/components";
import { ClauseText } from "./ClauseText";
import { ParameterValues } from "./ParameterValues";
import { computed } from "./words";

const DivisionPicker = lazy(() => import("@/components/DivisionPicker").then((m) => ({ default: m.DivisionPicker })));
const DayPicker = lazy(() => import("@/components/DayPicker"));

const statuses = [
  { value: "official", label: "公布值" },
  { value: "floor", label: "省定底线" },
  { value: "sample", label: "示例值" },
];

const columns: Column<PolicyParameter>[] = [
  { key: "label", title: "参数", render: (p) => <span>{p.label} <code className="zf-help">{p.id}</code></span> },
  {
    key: "now",
    title: "适用值",
    align: "right",
    render: (p) => (p.now ? <>{computed(p.now.value, p.type, p.unit)}{p.now.value !== null && <SampleMark status={p.now.status} />}</> : "所选地区没有规定"),
  },
  {
    key: "source",
    title: "来源",
    wrap: true,
    render: (p) => p.now && <><ClauseText clause={p.now.source} />{p.now.carried && <span className="zf-help">（沿用最近公布值）</span>}</>,
  },
  { key: "values", title: "全部取值", render: (p) => <ParameterValues parameter={p} /> },
];

/** ParametersView: the value of each parameter at one place on one day, with its source, and all values behind it. */
export function ParametersView({ pack }: { pack: string }) {
  const session = useSession();
  const [division, setDivision] = useState<string | undefined>(session.current.division);
  const [day, setDay] = useState(date(session.now));
  const [text, setText] = useState("");
  const [status, setStatus] = useState<string | undefined>();
  const query = useQuery({
    queryKey: ["policy", pack, "parameters", division ?? "", day],
    queryFn: ({ signal }) => api.get<PolicyParameter[]>(`/api/policy/${encodeURIComponent(pack)}/parameters`, { division, date: day }, signal),
    staleTime: 5 * 60_000,
  });
  return (
    <div className="zf-panel zf-list">
      <div className="zf-filters" role="group" aria-label="筛选">
        <Input aria-label="参数名称" placeholder="参数名称" allowClear style={{ width: 180 }} value={text} onChange={(e) => setText(e.target.value)} />
        <Suspense fallback={null}>
          <DivisionPicker aria-label="适用地区" placeholder="适用地区" style={{ width: 260 }} value={division} onChange={setDivision} />
          <DayPicker label="适用日期" value={day} onChange={setDay} />
        </Suspense>
        <Select aria-label="状态" placeholder="状态" allowClear style={{ width: 130 }} value={status} options={statuses} onChange={setStatus} />
      </div>
      <QueryView query={query}>
        {(all) => {
          const rows = all.filter(
            (p) =>
              `${p.label}${p.id}`.includes(text.trim()) &&
              (!status || (p.now ? p.now.status === status : (p.values ?? []).some((v) => v.status === status))),
          );
          if (rows.length === 0) return <EmptyState title="没有符合条件的参数" />;
          return <TableView label="参数" columns={columns} rows={rows} rowKey={(p) => p.id} />;
        }}
      </QueryView>
    </div>
  );
}
