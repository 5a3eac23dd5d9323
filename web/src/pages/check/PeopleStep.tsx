import { useRef, useState, type FormEvent } from "react";
import type { Member } from "./answers";
import { Heading } from "./Heading";
import type { CheckStart } from "./types";

const most = 12;

interface Props { start: CheckStart; members: Member[]; onBack: () => void; onDone: (members: Member[]) => void }

/** PeopleStep asks who lives together: relation and age, no names. */
export function PeopleStep({ start, members, onBack, onDone }: Props) {
  const [people, setPeople] = useState(members);
  const [ages, setAges] = useState(() => members.map((m) => (m.age === null ? "" : String(m.age))));
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const faults = people.map((m, i) => ({
    relation: i > 0 && !m.relation ? "请选这位家人是您的什么人。" : "",
    age: /^\d{1,3}$/.test(ages[i] ?? "") && Number(ages[i]) <= 120 ? "" : "请写年龄，0 到 120 的整数；不满一岁写 0。",
  }));
  const set = (i: number, change: Partial<Member>) => setPeople((all) => all.map((m, k) => (k === i ? { ...m, ...change } : m)));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (faults.some((f) => f.relation || f.age)) {
      requestAnimationFrame(() => form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus());
      return;
    }
    onDone(people.map((m, i) => ({ ...m, age: Number(ages[i]) })));
  };
  const add = () => {
    setPeople((all) => [...all, { relation: "", age: null, facts: {} }]);
    setAges((all) => [...all, ""]);
    requestAnimationFrame(() => form.current?.querySelector<HTMLElement>(`#zc-relation-${people.length}`)?.focus());
  };
  const remove = (i: number) => {
    setPeople((all) => all.filter((_, k) => k !== i));
    setAges((all) => all.filter((_, k) => k !== i));
  };
  return (
    <form ref={form} className="zc-form" onSubmit={submit} noValidate>
      <Heading>家里有哪些人？</Heading>
      <p className="zb-lead">先写您自己，再加上和您一起生活的家人。不用写姓名。</p>
      {people.map((m, i) => (
        <fieldset key={i} className="zb-card zc-person">
          <legend className="zc-legend">{i === 0 ? "您本人" : `第 ${i} 位家人`}</legend>
          {i > 0 && (
            <div className="zb-field">
              <label className="zb-label" htmlFor={`zc-relation-${i}`}>是您的什么人？</label>
              <select
                id={`zc-relation-${i}`} className="zb-input" value={m.relation} onChange={(e) => set(i, { relation: e.target.value })}
                aria-invalid={tried && faults[i]?.relation ? true : undefined} aria-describedby={tried && faults[i]?.relation ? `zc-relation-${i}-error` : undefined}
              >
                <option value="">请选择</option>
                {start.relations.map((r) => <option key={r.code} value={r.code}>{r.label}</option>)}
              </select>
              {tried && faults[i]?.relation && <p id={`zc-relation-${i}-error`} role="alert" className="zb-error">{faults[i]?.relation}</p>}
            </div>
          )}
          <div className="zb-field">
            <label className="zb-label" htmlFor={`zc-age-${i}`}>多大年纪？（周岁）</label>
            <input
              id={`zc-age-${i}`} className="zb-input zc-short" inputMode="numeric" autoComplete="off" maxLength={3} value={ages[i] ?? ""}
              onChange={(e) => setAges((all) => all.map((a, k) => (k === i ? e.target.value.trim() : a)))}
              aria-invalid={tried && faults[i]?.age ? true : undefined} aria-describedby={tried && faults[i]?.age ? `zc-age-${i}-error` : undefined}
            />
            {tried && faults[i]?.age && <p id={`zc-age-${i}-error`} role="alert" className="zb-error">{faults[i]?.age}</p>}
          </div>
          <div className="zc-row" role="radiogroup" aria-label="性别（可以不选）">
            {([["1", "男"], ["2", "女"]] as const).map(([code, label]) => (
              <label key={code} className="zc-option"><input type="radio" name={`zc-sex-${i}`} checked={m.sex === code} onChange={() => set(i, { sex: code })} /><span>{label}</span></label>
            ))}
          </div>
          {i > 0 && <button type="button" className="zb-quiet" onClick={() => remove(i)}>去掉这一位</button>}
        </fieldset>
      ))}
      {people.length < most && <button type="button" className="zb-button zb-second" onClick={add}>再加一位家人</button>}
      <div className="zc-foot">
        <button type="submit" className="zb-button">{people.length === 1 ? "家里只有我一个人，下一步" : `一共 ${people.length} 人，下一步`}</button>
        <button type="button" className="zb-quiet" onClick={onBack}>上一步</button>
      </div>
    </form>
  );
}
