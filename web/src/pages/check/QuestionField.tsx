import { answerKey, isNumber, readNumber, targets, unitOf, type Value } from "./answers";
import type { Question } from "./types";

/** What stands in a field: a choice, a text, or "I do not know". */
export interface Draft { value?: Value; text?: string; unknown?: boolean }

interface Props {
  question: Question;
  /** With several questions on a screen each carries its own words. */
  title: boolean;
  drafts: Record<string, Draft>;
  tried: boolean;
  onChange: (key: string, draft: Draft) => void;
}

/** QuestionField asks one fact of the household, or of each person named. */
export function QuestionField({ question: q, title, drafts, tried, onChange }: Props) {
  const people = q.people ?? [];
  if (q.type === "bool" && people.length > 1) return <TickList question={q} drafts={drafts} tried={tried} onChange={onChange} />;
  const all = (draft: Draft) => targets(q).forEach((index) => onChange(answerKey(q, index), draft));
  return (
    <div className={title || people.length > 1 ? "zb-card" : undefined}>
      {title && <p className="zb-label zc-asked">{q.text}</p>}
      {title && q.help && <p className="zb-small">{q.help}</p>}
      {people.length > 1 && isNumber(q) && (
        <button type="button" className="zb-button zb-second zc-none" onClick={() => all({ text: String(Math.max(0, q.min)) })}>都没有</button>
      )}
      {targets(q).map((index) => {
        const who = people.find((p) => p.index === index);
        return (
          <Field
            key={index ?? "h"} question={q} id={answerKey(q, index)} legend={people.length > 1 ? (who?.label ?? "") : ""} name={who ? `${q.text}${people.length > 1 ? `：${who.label}` : ""}` : q.text}
            draft={drafts[answerKey(q, index)]} tried={tried} onChange={(draft) => onChange(answerKey(q, index), draft)}
          />
        );
      })}
    </div>
  );
}

/** TickList asks yes or no about several people at once: tick whom it is true of. Who is not ticked is a no once somebody is. */
function TickList({ question: q, drafts, tried, onChange }: Omit<Props, "title">) {
  const keys = targets(q).map((index) => answerKey(q, index));
  const said = keys.map((key) => drafts[key]);
  const unknown = said.every((d) => d?.unknown);
  const none = said.every((d) => d?.value === false);
  const fault = tried && said.some((d) => !d || (!d.unknown && d.value === undefined));
  const all = (draft: Draft) => keys.forEach((key) => onChange(key, draft));
  const tick = (key: string) => keys.forEach((k) => onChange(k, { value: k === key ? drafts[k]?.value !== true : drafts[k]?.value === true }));
  const id = keys[0] ?? q.fact;
  const nobody = /谁|哪个/.test(q.text) ? "都没有" : "都不是";
  return (
    <fieldset className="zc-fieldset zb-card" aria-invalid={fault ? true : undefined} aria-describedby={fault ? `${id}-error` : undefined}>
      <legend className="zb-label zc-legend zc-asked">{q.text}</legend>
      {q.help && <p className="zb-small">{q.help}</p>}
      <div className="zc-row zc-ticks">
        {(q.people ?? []).map((who) => {
          const key = answerKey(q, who.index);
          return <Pick key={key} type="checkbox" checked={drafts[key]?.value === true} onPick={() => tick(key)} label={who.label} />;
        })}
        <Pick type="checkbox" checked={none} onPick={() => all({ value: false })} label={nobody} />
        <Pick type="checkbox" checked={unknown} onPick={() => all({ unknown: true })} label="不清楚" />
      </div>
      {fault && <p id={`${id}-error`} role="alert" className="zb-error">请点选相关的人；都不是就点“{nobody}”，说不准就点“不清楚”。</p>}
    </fieldset>
  );
}

interface FieldProps { question: Question; id: string; legend: string; name: string; draft: Draft | undefined; tried: boolean; onChange: (draft: Draft) => void }

function Field({ question: q, id, legend, name, draft, tried, onChange }: FieldProps) {
  const empty = !draft || (!draft.unknown && draft.value === undefined && !draft.text);
  const number = isNumber(q) && draft?.text ? readNumber(q, draft.text) : 0;
  const fault = !tried ? "" : empty ? "请选一个，或者点“不清楚”。" : typeof number === "string" && !draft?.unknown ? number : "";
  const choices: [Value, string][] = q.type === "bool" ? [[true, "是"], [false, "不是"]] : (q.options ?? []).map((o): [Value, string] => [o.code, o.label]);
  return (
    <fieldset className="zc-fieldset" aria-invalid={fault ? true : undefined} aria-describedby={fault ? `${id}-error` : undefined}>
      <legend className={legend ? "zb-label" : "zf-hidden"}>{legend || name}</legend>
      {isNumber(q) ? (
        <div className="zc-number">
          <input
            className="zb-input" inputMode={q.type === "int" ? "numeric" : "decimal"} autoComplete="off" maxLength={14} aria-label={name}
            value={draft?.unknown ? "" : (draft?.text ?? "")} onChange={(e) => onChange({ text: e.target.value })}
          />
          <span className="zc-unit">{unitOf(q)}</span>
          <span className="zc-row">
            <Pick type="checkbox" checked={draft?.text === "0"} onPick={() => onChange({ text: "0" })} label="没有" />
            <Pick type="checkbox" checked={draft?.unknown === true} onPick={() => onChange({ unknown: true })} label="不清楚" />
          </span>
        </div>
      ) : (
        <div className={choices.length > 3 ? "zc-options" : "zc-row"}>
          {choices.map(([value, label]) => (
            <Pick key={String(value)} name={id} checked={draft?.value === value} onPick={() => onChange({ value })} label={label} />
          ))}
          <Pick name={id} checked={draft?.unknown === true} onPick={() => onChange({ unknown: true })} label="不清楚" />
        </div>
      )}
      {fault && <p id={`${id}-error`} role="alert" className="zb-error">{fault}</p>}
    </fieldset>
  );
}

function Pick({ type = "radio", name, checked, onPick, label }: { type?: "radio" | "checkbox"; name?: string; checked: boolean; onPick: () => void; label: string }) {
  return <label className="zc-option"><input type={type} name={name} checked={checked} onChange={onPick} /><span>{label}</span></label>;
}
