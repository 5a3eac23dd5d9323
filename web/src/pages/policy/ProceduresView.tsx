import type { Deadline, Procedure, ProcedureStep } from "@/api/policy";
import { roleLabel } from "@/app/roles";
import { Panel, SampleMark } from "@/components";
import { ClauseText } from "./ClauseText";
import { layers } from "./layers";
import { levels, sinces } from "./words";

/** ProceduresView draws each procedure as its steps from above to below; what runs side by side stands side by side. */
export function ProceduresView({ procedures }: { procedures: Procedure[] }) {
  return <>{procedures.map((p) => <ProcedureView key={p.id} procedure={p} />)}</>;
}

function ProcedureView({ procedure }: { procedure: Procedure }) {
  const names = new Map<string, string>([
    ...(procedure.steps ?? []).map((s) => [s.id, s.name] as const),
    ...(procedure.ends ?? []).map((e) => [e.code, e.label] as const),
  ]);
  return (
    <Panel title={procedure.name} extra={<ClauseText clause={procedure.clause} />}>
      <p>{(procedure.totals ?? []).map((t) => <span key={t.id} className="zf-total">{t.name} <DeadlineText deadline={t.deadline} /></span>)}</p>
      <ol className="zf-flow">
        {layers(procedure.steps ?? [], procedure.start).map((row) => (
          <li key={row.map((s) => s.id).join()}>
            {row.map((step) => <StepCard key={step.id} step={step} names={names} />)}
          </li>
        ))}
        <li className="zf-flow-ends">{(procedure.ends ?? []).map((e) => <span key={e.code} className="zf-tag zf-grey">{e.label}</span>)}</li>
      </ol>
    </Panel>
  );
}

function DeadlineText({ deadline }: { deadline: Deadline }) {
  return (
    <>
      {deadline.days} 个{deadline.calendar === "working" ? "工作日" : "自然日"}
      <span className="zf-help">（自{sinces[deadline.since] ?? deadline.since}起，<ClauseText clause={deadline.clause} />）</span>
      <SampleMark status={deadline.status} />
    </>
  );
}

function StepCard({ step, names }: { step: ProcedureStep; names: Map<string, string> }) {
  return (
    <div className="zf-step">
      <div className="zf-rule-head">
        <strong>{step.name}</strong>
        <span className="zf-help">{levels[step.actor.level] ?? step.actor.level} · {roleLabel(step.actor.role)}</span>
      </div>
      {step.starts_within && <p>启动：<DeadlineText deadline={step.starts_within} /></p>}
      {step.deadline && <p>办结：<DeadlineText deadline={step.deadline} /></p>}
      {(step.after ?? []).length > 1 && <p className="zf-help">待 {(step.after ?? []).map((id) => names.get(id) ?? id).join("、")} 都完成</p>}
      <ul className="zf-exits">
        {(step.exits ?? []).map((exit) => (
          <li key={exit.action}>{exit.name} {exit.returns ? "↩" : "→"} {(exit.to ?? []).map((id) => names.get(id) ?? id).join("、")}</li>
        ))}
      </ul>
    </div>
  );
}
