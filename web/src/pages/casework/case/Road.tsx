import { CheckCircleFilled, ClockCircleOutlined, MinusCircleOutlined, RightOutlined } from "@ant-design/icons";
import type { ReactNode } from "react";
import { date, dueText } from "@/components";
import { useLeft } from "../parts/StepDue";
import type { CaseStep } from "../types";

/** lanes groups steps that run side by side; the order of the road stays. */
export function lanes(steps: readonly CaseStep[]): CaseStep[][] {
  const out: CaseStep[][] = [];
  for (const step of steps) {
    const lane = out.find((l) => l.some((s) => (s.round || 1) === (step.round || 1) && (s.parallel?.includes(step.step) || step.parallel?.includes(s.step))));
    if (lane) lane.push(step);
    else out.push([step]);
  }
  return out;
}

const icons: Record<CaseStep["state"], ReactNode> = {
  done: <CheckCircleFilled aria-hidden />,
  open: <ClockCircleOutlined aria-hidden />,
  cancelled: <MinusCircleOutlined aria-hidden />,
  coming: <span className="cw-road-dot" aria-hidden="true" />,
};

const words: Record<CaseStep["state"], string> = { done: "已完成", open: "正在办理", cancelled: "未办", coming: "待办" };

/** Road shows the steps done, open and to come; parallel ones stand above each other; an open one says who holds it and until when. */
export function Road({ steps, clock }: { steps: readonly CaseStep[]; clock: ReactNode }) {
  return (
    <section className="zf-panel cw-road-panel" aria-label="办理进度">
      <ol className="cw-road">
        {lanes(steps).map((lane, i) => (
          <li key={lane.map((s) => s.id ?? s.step).join("+")}>
            {i > 0 && <RightOutlined className="cw-road-arrow" aria-hidden />}
            <div className="cw-lane">{lane.map((step) => <Station key={step.id ?? step.step} step={step} />)}</div>
          </li>
        ))}
      </ol>
      {clock}
    </section>
  );
}

function Station({ step }: { step: CaseStep }) {
  const time = useLeft()(step.step, step.left_days, step.due);
  return (
    <div className={`cw-station cw-${step.state} cw-due-${step.colour}`} aria-current={step.state === "open" ? "step" : undefined}>
      <span className="cw-station-name">
        {icons[step.state]} {step.name}{step.round > 1 && `（第 ${step.round} 次）`}
        <span className="zf-hidden">，{words[step.state]}</span>
      </span>
      {step.state === "open" && (
        <>
          <span>{step.holder ?? `${step.office_name} · ${step.role_name}，未领取`}</span>
          {time.left !== undefined && <span className="cw-left">{dueText(time.left, time.natural)}</span>}
        </>
      )}
      {step.state === "done" && <span className="zf-help">{step.done_by} {step.closed_at && date(step.closed_at).slice(5)}</span>}
      {step.state === "coming" && <span className="zf-help">{step.role_name}</span>}
    </div>
  );
}
