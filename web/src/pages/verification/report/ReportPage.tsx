import { FilePdfOutlined, PrinterOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { Alert, Button, Drawer } from "antd";
import { useState } from "react";
import { useMay } from "@/app/session";
import { dateTime, PageHeader, Panel, QueryView, SampleMark, StatusTag } from "@/components";
import { reportQuery, type Objection, type Report } from "./calls";
import { Comparison } from "./Comparison";
import { Findings } from "./Findings";
import { conclusionTones } from "./names";
import { ObjectForm } from "./ObjectForm";
import { RecheckForm } from "./RecheckForm";
import { SourceTable } from "./SourceTable";
import "../../casework/casework.css";
import "./report.css";

/** ReportPage is one issued report: what was found against what was declared, what stays unknown and through whom, its versions and objections. */
export default function ReportPage() {
  const { id = "" } = useParams({ strict: false }) as { id?: string };
  const query = useQuery(reportQuery(id));
  return (
    <>
      {!query.data && <PageHeader title="核对报告" />}
      <QueryView query={query}>{(report) => <Body key={report.id} report={report} />}</QueryView>
    </>
  );
}

function Body({ report }: { report: Report }) {
  const [doing, setDoing] = useState<"object" | Objection | null>(null);
  const c = report.content;
  const close = () => setDoing(null);
  const open = (report.objections ?? []).find((o) => o.state === "open");
  return (
    <>
      <PageHeader
        title={<>{c.name}户核对报告 <StatusTag tone={conclusionTones[c.conclusion]}>{c.conclusion_name}</StatusTag></>}
        about={<>报告编号 <span className="zf-num">{report.number}</span> 第 {report.version} 版（{report.why_name}）· {report.by_name} {dateTime(report.issued_at)} 出具</>}
        actions={
          <>
            {report.case_id && <Link to="/cases/$id" params={{ id: report.case_id }}><Button>案件 {c.case_number}</Button></Link>}
            <Button icon={<PrinterOutlined aria-hidden />} href={`/api/verification/reports/${report.id}/print`} target="_blank" rel="noopener">打印页（新窗口）</Button>
            {report.pdf === "ready" && <Button icon={<FilePdfOutlined aria-hidden />} href={`/api/verification/reports/${report.id}/pdf`} download>下载 PDF</Button>}
            {report.may_object && !report.late && <Button type="primary" onClick={() => setDoing("object")}>登记异议</Button>}
          </>
        }
      />
      {!report.newest && <Alert className="cw-gap" type="warning" showIcon title={<>这一版已被新版代替。{newestLink(report)}</>} />}
      {report.pdf === "coming" && <p className="zf-help cw-gap" role="status">PDF 正在生成，完成后这里会出现下载按钮；也可以直接使用打印页。</p>}
      {report.pdf === "none" && <p className="zf-help cw-gap">本机没有安装用来生成 PDF 的浏览器，请使用打印页，打印时可另存为 PDF。</p>}
      {open && <Alert className="cw-gap" type="info" showIcon title={`有一件异议正在复查，应在 ${open.due} 前办结。`} />}
      <div className="cw-columns">
        <div>
          <Findings content={c} />
          <Comparison content={c} />
          <SourceTable content={c} />
        </div>
        <div>
          <About report={report} />
          <Versions report={report} />
          <Objections report={report} onRecheck={setDoing} />
        </div>
      </div>
      <Drawer open={doing !== null} onClose={close} size={760} title={doing === "object" ? "登记核对异议" : "复查核对异议"} destroyOnHidden mask={{ closable: false }}>
        {doing === "object" && <ObjectForm report={report} onDone={close} />}
        {doing !== null && doing !== "object" && <RecheckForm report={report} objection={doing} onDone={close} />}
      </Drawer>
    </>
  );
}

function newestLink(report: Report) {
  const newest = report.versions?.[0];
  return newest ? <Link to="/verification/reports/$id" params={{ id: newest.id }} className="vr-inline">查看第 {newest.version} 版</Link> : null;
}

/** About names the people with their authorisations, the way to object, and what the report may be used for. */
function About({ report }: { report: Report }) {
  const c = report.content;
  return (
    <Panel title="报告信息">
      <dl className="cw-dl">
        <dt>委托单位</dt><dd>{c.client}</dd>
        <dt>出具单位</dt><dd>{c.office}</dd>
        {c.item_name && <><dt>申请事项</dt><dd>{c.item_name}</dd></>}
        <dt>所在地</dt><dd>{c.place}</dd>
        <dt>申报日期</dt><dd>{c.basis}</dd>
        <dt>核对日期</dt><dd>{c.day}</dd>
        <dt>被核对人</dt>
        <dd>{(c.members ?? []).map((m) => <div key={m.person_id}>{m.name} {m.id_masked}<div className="zf-help">授权书 {m.authorisation || "没有有效的授权书"}</div></div>)}</dd>
        {c.supporters > 0 && <><dt>法定义务人</dt><dd>{c.supporters} 人，本人的账户和记录不列入本报告</dd></>}
        {c.review.office && (
          <><dt>复核途径</dt><dd>{c.review.until} 前（{c.review.days} 个工作日 {c.review.sample && <SampleMark status="sample" />}）向{c.review.office}{c.review.phone && `（电话 ${c.review.phone}）`}提出并提供证明材料（民发〔2021〕57号第十八条）</dd></>
        )}
        <dt>校验码</dt><dd className="vr-digest">{report.digest}</dd>
      </dl>
      <p className="zf-help">仅用于{{ social_assistance: "社会救助", extended_assistance: "专项社会救助", charity: "慈善帮扶" }[c.purpose] ?? c.purpose}，不得用于其他用途，不得向无关人员泄露。</p>
    </Panel>
  );
}

function Versions({ report }: { report: Report }) {
  const changes = report.content.changes ?? [];
  return (
    <Panel title="版本">
      <ul className="cw-rows">
        {(report.versions ?? []).map((v) => (
          <li key={v.id}>
            {v.id === report.id ? <strong>第 {v.version} 版（正在查看）</strong> : <Link to="/verification/reports/$id" params={{ id: v.id }}>第 {v.version} 版</Link>}
            <span className="zf-help">{v.why_name} · {v.conclusion_name} · {v.by_name} {dateTime(v.issued_at)}</span>
          </li>
        ))}
      </ul>
      {changes.length > 0 && (
        <>
          <h3>与上一版的不同</h3>
          <ul className="cw-rows">{changes.map((ch, i) => <li key={i}>{ch.person}{ch.label}：{ch.before} → <strong>{ch.after}</strong><span className="zf-help">{ch.why}</span></li>)}</ul>
        </>
      )}
    </Panel>
  );
}

function Objections({ report, onRecheck }: { report: Report; onRecheck: (o: Objection) => void }) {
  const may = useMay("verification.recheck");
  const list = report.objections ?? [];
  return (
    <Panel title="异议">
      {list.length === 0 && <p className="zf-help">没有异议。</p>}
      {list.map((o) => (
        <div key={o.id} className="vr-objection">
          <p><StatusTag tone={o.state === "open" ? "amber" : o.state === "rejected" ? "grey" : "green"}>{o.state_name}</StatusTag> {o.name}：{o.text}</p>
          <ul className="cw-rows">
            {(o.items ?? []).map((it) => (
              <li key={`${it.person_id ?? ""}${it.fact}`}>
                {it.person}{it.label}：来源 {it.source}，当事人称 {it.claim}{it.corrected && <>，<strong>更正为 {it.corrected}</strong></>}
                {it.why && <span className="zf-help">{it.why}</span>}
              </li>
            ))}
          </ul>
          <p className="zf-help">
            证明：{(o.proofs ?? []).map((p, i) => <span key={p.id}>{i > 0 && "、"}<a className="vr-inline" href={`/api/cases/${report.case_id ?? ""}/attachments/${p.id}`} target="_blank" rel="noreferrer">{p.name}</a></span>)}
            {" "}· {o.by_name} {dateTime(o.at)} 登记{o.rechecked_at ? ` · ${o.rechecked_by ?? ""} ${dateTime(o.rechecked_at)} 复查` : ` · ${o.due} 前办结`}
          </p>
          {o.findings && <p>复查情况：{o.findings}</p>}
          {o.state === "open" && may && <Button onClick={() => onRecheck(o)}>复查并办结</Button>}
        </div>
      ))}
    </Panel>
  );
}
