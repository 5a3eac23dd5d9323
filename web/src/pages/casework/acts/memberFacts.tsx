import { Button, Form } from "antd";
import { useState } from "react";
import { derivedFacts, bySection } from "../data";
import { FactItems } from "../parts/FactItems";
import { factsFrom, factText, said, type FactTexts } from "../parts/factValue";
import type { CasePageData, FactField, Facts } from "../types";

/** Facts in a form, by person; "household" stands for what belongs to all. */
export type FactsByWho = Record<string, FactTexts | undefined>;

export const household = "household";

export const askable = (fields: readonly FactField[]) => fields.filter((f) => !derivedFacts.includes(f.key));

/** entriesOf turns the form into what is sent: one entry for each person of whom something was said. */
export function entriesOf(fields: readonly FactField[], by: FactsByWho | undefined): { person_id?: string; facts: Facts }[] {
  return Object.entries(by ?? {}).flatMap(([who, texts]) => {
    const facts = factsFrom(askable(fields).filter((f) => (f.of === "household") === (who === household)), texts);
    if (Object.keys(facts).length === 0) return [];
    return [who === household ? { facts } : { person_id: who, facts }];
  });
}

/** placeOf leads a server's field name back to the form: "facts[1].facts.income_wage" → "facts.<who>.income_wage". */
export function placeOf(name: string, entries: readonly { person_id?: string }[]): string {
  const match = /^facts\[(\d+)\]\.facts\.(.+)$/.exec(name);
  const entry = match ? entries[Number(match[1])] : undefined;
  return match && entry ? `facts.${entry.person_id ?? household}.${match[2]}` : name;
}

interface Props {
  data: CasePageData;
  fields: readonly FactField[];
  /** "声明一致" copies what was declared; absent in forms where it makes no sense. */
  copyDeclared?: boolean;
}

/** MemberFactFields asks for facts of the household and of each member, folded until they are wanted. */
export function MemberFactFields({ data, fields, copyDeclared }: Props) {
  const groups = [{ id: household, name: "全家（财产等）" }, ...data.members.filter((m) => m.role !== "supporter").map((m) => ({ id: m.person_id, name: `${m.name}（${m.age} 岁）` }))];
  return <>{groups.map((g) => <Who key={g.id} {...g} data={data} fields={askable(fields).filter((f) => (f.of === "household") === (g.id === household))} copyDeclared={copyDeclared} />)}</>;
}

function Who({ id, name, data, fields, copyDeclared }: { id: string; name: string } & Props) {
  const form = Form.useFormInstance();
  const [open, setOpen] = useState(false);
  const texts = Form.useWatch(["facts", id], { form, preserve: true }) as FactTexts | undefined;
  const declared = data.facts.filter((f) => (f.person_id ?? household) === id && f.declared && f.declared.value !== null);
  const copy = () => {
    const next: FactTexts = { ...texts };
    for (const f of declared) if (f.declared && next[f.key] === undefined) next[f.key] = factText(f.type, f.declared.value);
    form.setFieldValue(["facts", id], next);
    setOpen(true);
  };
  const shown = fields.map((f) => {
    const before = declared.find((d) => d.key === f.key)?.declared?.text;
    return { ...f, asked: f.asked || Boolean(before), help: before ? `申报：${before}` : f.help };
  });
  return (
    <div className="cw-member" role="group" aria-label={name}>
      <div className="cw-member-head">
        <h3>{name}</h3>
        <span className="zf-help">已填 {said(fields, texts)} 项</span>
        {copyDeclared && declared.length > 0 && <Button size="small" onClick={copy}>与申报一致（{declared.length} 项）</Button>}
        <Button size="small" type="link" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? "收起" : "展开填写"}</Button>
      </div>
      <div hidden={!open}>
        {bySection(shown).map(([section, rows]) => (
          <div key={section} className="cw-sub"><h4>{section}</h4><FactItems fields={rows} path={["facts", id]} empty="没有核实可不填" /></div>
        ))}
      </div>
    </div>
  );
}
