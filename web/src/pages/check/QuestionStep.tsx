import { useRef, useState, type FormEvent } from "react";
import { answerKey, isNumber, readNumber, targets, typed, valueOf, type Check, type Value } from "./answers";
import { Heading } from "./Heading";
import { QuestionField, type Draft } from "./QuestionField";
import type { CheckScreen, Question } from "./types";

interface Props {
  check: Check;
  screen: CheckScreen;
  left: number;
  onBack: () => void;
  onNext: (values: Record<string, Value>) => void;
  onResults: () => void;
}

/** Beyond so many pages "at most" says nothing: the opening questions leave few of them. */
const far = 10;

/** QuestionStep is one screen. Every question takes "不清楚" for an answer; nothing is taken for granted. */
export function QuestionStep({ check, screen, left, onBack, onNext, onResults }: Props) {
  const [drafts, setDrafts] = useState<Record<string, Draft>>(() => initial(check, screen));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const first = screen.questions[0];
  const several = screen.questions.length > 1;
  const set = (key: string, draft: Draft) => setDrafts((all) => ({ ...all, [key]: draft }));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    const values: Record<string, Value> = {};
    let wrong = false;
    for (const q of screen.questions) {
      for (const index of targets(q)) {
        const value = answered(q, drafts[answerKey(q, index)]);
        if (value === undefined) wrong = true;
        else values[answerKey(q, index)] = value;
      }
    }
    if (wrong) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid] input, input[aria-invalid], select[aria-invalid]")?.focus());
      return;
    }
    onNext(values);
  };
  const done = check.at;
  return (
    <form ref={form} className="zc-form" onSubmit={submit} noValidate>
      <div className="zc-progress">
        <progress value={done} max={done + left} aria-label="进度" />
        <span>已答 {done} 页{left <= far ? `，最多还有 ${left} 页` : ""}</span>
      </div>
      <Heading>{several ? askTogether(screen) : first?.text}</Heading>
      {!several && first?.help && <p className="zb-lead zb-small">{first.help}</p>}
      {screen.questions.map((q) => (
        <QuestionField key={q.fact} question={q} title={several} drafts={drafts} tried={tried} onChange={set} />
      ))}
      <div className="zc-foot">
        <button type="submit" className="zb-button">下一步</button>
        <div className="zc-links">
          <button type="button" className="zb-quiet" onClick={onBack}>上一步</button>
          <button type="button" className="zb-quiet" onClick={onResults}>不答了，先看结果</button>
        </div>
      </div>
    </form>
  );
}

function askTogether(screen: CheckScreen): string {
  return `关于${screen.topic}，请逐项回答`;
}

function initial(check: Check, screen: CheckScreen): Record<string, Draft> {
  const out: Record<string, Draft> = {};
  for (const q of screen.questions) {
    for (const index of targets(q)) {
      const value = valueOf(check, q, index);
      if (value === undefined) continue;
      out[answerKey(q, index)] = value === null ? { unknown: true } : isNumber(q) ? { text: typed(q, value) } : { value };
    }
  }
  return out;
}

/** answered is the value of a draft; undefined where nothing, or nothing usable, was said. */
function answered(q: Question, draft: Draft | undefined): Value | undefined {
  if (!draft) return undefined;
  if (draft.unknown) return null;
  if (!isNumber(q)) return draft.value;
  const n = readNumber(q, draft.text ?? "");
  return typeof n === "number" ? n : undefined;
}
