import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { Alert } from "antd";
import { useState } from "react";
import { PageHeader, Panel, QueryView, StatusTag } from "@/components";
import { ActDrawer } from "../acts/ActDrawer";
import { caseQuery } from "../data";
import { statusTones } from "../names";
import type { Act, CasePageData } from "../types";
import { ActBar } from "./ActBar";
import { AdvicePanel } from "./AdvicePanel";
import { AttachmentPanel } from "./AttachmentPanel";
import { CaseClock } from "./CaseClock";
import { DecisionPanel } from "./DecisionPanel";
import { FactsPanel } from "./FactsPanel";
import { NoticePanel } from "./NoticePanel";
import { PaperPanel } from "./PaperPanel";
import { RecordsPanel } from "./RecordsPanel";
import { ResultPanel } from "./ResultPanel";
import { Road } from "./Road";
import { Roster } from "./Roster";
import { TimelinePanel } from "./TimelinePanel";
import { VerificationPanel } from "./VerificationPanel";
import "../casework.css";

/** CasePage is one case whole: where it stands, who holds it, what is known from whom, what the policy says, every paper and touch. */
export default function CasePage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(caseQuery(id));
  return (
    <>
      {!query.data && <PageHeader title="案件" />}
      <QueryView query={query}>{(data) => <Body key={id} data={data} />}</QueryView>
    </>
  );
}

/** An act in hand, and for some what it is about: the objection that is answered. */
export interface InHand { act: Act; subject?: string }

function Body({ data }: { data: CasePageData }) {
  const [inHand, setInHand] = useState<InHand | null>(null);
  const c = data.case;
  return (
    <div className="cw-case">
      <PageHeader
        title={<>{c.applicant_name}户 {c.member_count} 人 · {c.item_name} <StatusTag tone={statusTones[c.status]}>{c.status_name}</StatusTag></>}
        about={<>受理号 <span className="zf-num cw-number">{c.number}</span> · {c.division_name} · {c.urban ? "城镇" : "农村"}标准{c.proxy && ` · 代办：${c.proxy}`}</>}
        actions={<ActBar acts={data.acts} onAct={(act) => setInHand({ act })} />}
      />
      {c.forwarded && <Alert className="cw-gap" type="info" showIcon title={`异地受理：由${c.handed_in_name}收件，转${c.division_name}所在镇街办理。`} />}
      {c.relative_declared && c.county_visit !== "done" && <Alert className="cw-gap" type="warning" showIcon title="本户有近亲属备案，县级须入户核实。" />}
      {c.pack_changed && <Alert className="cw-gap" type="info" showIcon title="申请之后政策文本已有更新，结论按现行文本计算。" />}
      {data.members.length === 0 ? (
        <Panel title="办理进度"><CaseClock data={c} /><p className="zf-help">本窗口代为收件，案件由户籍地办理；这里只显示进度，家庭情况由办理地查看。</p></Panel>
      ) : (
        <Whole data={data} onHandle={(act, subject) => setInHand({ act, subject })} onAct={(act) => setInHand({ act })} />
      )}
      <ActDrawer data={data} inHand={inHand} onClose={() => setInHand(null)} />
    </div>
  );
}

/** Whole is the case for those who handle it. */
function Whole({ data, onHandle, onAct }: { data: CasePageData; onHandle: (act: Act, objection: string) => void; onAct: (act: Act) => void }) {
  const c = data.case;
  return (
    <>
      <Road steps={data.steps} clock={<CaseClock data={c} />} />
      <div className="cw-columns">
        <div>
          <Roster data={data} />
          <VerificationPanel caseId={c.id} onAdd={onAct} />
          <FactsPanel facts={data.facts} />
          <RecordsPanel steps={data.steps} countyVisit={c.county_visit} />
        </div>
        <div>
          {data.decision && <DecisionPanel decision={data.decision} caseId={c.id} />}
          <ResultPanel result={data.result} problem={data.result_problem} members={data.members} />
          <AdvicePanel id={c.id} version={c.version} />
          <NoticePanel data={data} onHandle={onHandle} />
          <AttachmentPanel data={data} />
          <PaperPanel data={data} />
          <TimelinePanel events={data.events} />
        </div>
      </div>
    </>
  );
}
