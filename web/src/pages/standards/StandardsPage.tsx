import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Button, Input, Switch } from "antd";
import { lazy, Suspense, useState } from "react";
import { useMay, useSession } from "@/app/session";
import { Chart, DateText, EmptyState, PageHeader, Panel, QueryView, SampleMark, TableView, yuan, type Column } from "@/components";
import { ClauseText } from "../policy/ClauseText";
import { computed } from "../policy/words";
import { ChangeList } from "./ChangeList";
import { changesQuery, standardsQuery, type Standard, type StandardPoint } from "./calls";
import { ProposeStandard } from "./ProposeStandard";
import "../versions/versions.css";

const DivisionPicker = lazy(() => import("@/components/DivisionPicker").then((m) => ({ default: m.DivisionPicker })));

/** Value writes a point as people read it: one value, or town and country apart. */
export function Value({ standard, point }: { standard: Standard; point: StandardPoint }) {
  const word = (v: number | null) => computed(standard.type === "bool" && v !== null ? v === 1 : v, standard.type, standard.unit);
  return point.split ? <>城 {word(point.urban)}，乡 {word(point.rural)}</> : <>{word(point.urban)}</>;
}

/** StandardsPage: the standards of a place, how they came and what waits; proposing and approving changes. */
export default function StandardsPage() {
  const session = useSession();
  const mayPropose = useMay("standard.propose");
  const mayPrice = useMay("cpi.enter");
  const [division, setDivision] = useState<string>(session.current.division);
  const [text, setText] = useState("");
  const [moneyOnly, setMoneyOnly] = useState(true);
  const [chosen, setChosen] = useState("dibao_standard");
  const [proposing, setProposing] = useState<Standard | true | null>(null);
  const board = useQuery(standardsQuery(division));
  const changes = useQuery(changesQuery("standard"));

  const columns: Column<Standard>[] = [
    { key: "label", title: "标准", primary: true, wrap: true, render: (s) => s.label },
    { key: "now", title: "现行", align: "right", render: (s) => (s.now ? <><Value standard={s} point={s.now} /> {s.now.urban !== null && <SampleMark status={s.now.status} />}</> : "没有规定") },
    { key: "since", title: "执行日", render: (s) => s.now && <><DateText value={s.now.from} />{s.now.carried && <span className="zf-help">（沿用）</span>}</> },
    { key: "next", title: "待执行", render: (s) => s.next && <><DateText value={s.next.from} /> 起 <Value standard={s} point={s.next} /></> },
    { key: "source", title: "来源", wrap: true, render: (s) => s.now && (s.now.urban === null ? s.now.note : <ClauseText clause={s.now.source} />) },
    {
      key: "acts", title: "操作",
      render: (s) => s.set_here && <button type="button" className="zf-link" onClick={() => setProposing(s)} aria-label={`调整${s.label}`}>调整</button>,
    },
  ];

  return (
    <>
      <PageHeader
        title="救助标准"
        about="各地现行标准、来源和沿革。调整须依据文件，由两人分别提出和批准，到执行日自动生效。"
        actions={
          <>
            {mayPrice && <Link to="/standards/cpi"><Button>物价联动</Button></Link>}
            {mayPropose && <Button type="primary" onClick={() => setProposing(true)}>提出调整</Button>}
          </>
        }
      />
      <QueryView query={changes}>{(list) => <ChangeList changes={list} />}</QueryView>
      <div className="zf-panel zf-list">
        <div className="zf-filters" role="group" aria-label="筛选">
          <Suspense fallback={null}>
            <DivisionPicker aria-label="地区" style={{ width: 280 }} value={division} onChange={(code) => setDivision(code ?? session.current.division)} levels={[1, 2, 3]} />
          </Suspense>
          <Input aria-label="标准名称" placeholder="标准名称" allowClear style={{ width: 200 }} value={text} onChange={(e) => setText(e.target.value)} />
          <label className="vs-switch"><Switch size="small" checked={moneyOnly} onChange={setMoneyOnly} aria-label="只看金额" /> 只看金额</label>
        </div>
        <QueryView query={board}>
          {(all) => {
            const rows = all.filter((s) => (!moneyOnly || s.type === "money") && `${s.label}${s.id}`.includes(text.trim()));
            if (rows.length === 0) return <EmptyState title="没有符合条件的标准" next="换一个名称，或关掉“只看金额”。" />;
            return <TableView label="救助标准" columns={columns} rows={rows} rowKey={(s) => s.id} onOpen={(s) => setChosen(s.id)} />;
          }}
        </QueryView>
      </div>
      {board.data && <History standard={board.data.find((s) => s.id === chosen) ?? board.data[0]} />}
      {proposing && board.data && (
        <ProposeStandard standards={board.data} division={division} chosen={proposing === true ? undefined : proposing} onClose={() => setProposing(null)} />
      )}
    </>
  );
}

/** History is the course of one standard: a line for town (and country where they differ), and every step with its document. */
function History({ standard }: { standard: Standard | undefined }) {
  if (!standard) return null;
  const points = standard.history ?? [];
  const split = points.some((p) => p.split);
  const scale = standard.type === "money" ? 1 : standard.type === "ratio" ? 10_000 : 1;
  const course = (area: "urban" | "rural") => points.filter((p) => p[area] !== null).map((p) => ({ label: p.from, value: (p[area] ?? 0) / scale }));
  const format = (v: number) => (standard.type === "money" ? yuan(v) : String(v));
  const unit = standard.type === "money" ? "元" : "";
  return (
    <>
      <Chart question={`${standard.label}${split ? "（城镇）" : ""}历年是多少？`} points={course("urban")} unit={unit} format={format} />
      {split && <Chart question={`${standard.label}（农村）历年是多少？`} points={course("rural")} unit={unit} format={format} />}
      <Panel title={`${standard.label}的沿革`}>
        <TableView
          label={`${standard.label}的沿革`}
          rows={[...points].reverse()}
          rowKey={(p) => p.from}
          columns={[
            { key: "from", title: "执行日", render: (p) => <DateText value={p.from} /> },
            { key: "value", title: "标准", align: "right", render: (p) => <><Value standard={standard} point={p} /> {p.urban !== null && <SampleMark status={p.status} />}</> },
            { key: "source", title: "来源", wrap: true, render: (p) => <ClauseText clause={p.source} /> },
            { key: "note", title: "说明", wrap: true, render: (p) => p.note },
          ]}
        />
      </Panel>
    </>
  );
}
