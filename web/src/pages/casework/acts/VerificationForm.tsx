import { Checkbox, Form, Input, Select } from "antd";
import { useRef, useState } from "react";
import { useSession } from "@/app/session";
import { date, FormSection } from "@/components";
import { bySection, useCatalogue } from "../data";
import { FactControl } from "../parts/FactControl";
import { factFault } from "../parts/factValue";
import type { CasePageData, FactField } from "../types";
import { ActForm, type ActProps } from "./ActForm";
import { askable, household } from "./memberFacts";
import { answersOf, placeOfAnswer, sourceNames, usualSource, type SourceRows } from "./verification";
import { DayItem, WordsItem } from "./fields";

interface Values { report_number?: string; queried_on?: string; conclusion?: string; rows?: SourceRows }

/** VerificationForm types in the report of the means verification: what each source said of whom, or that it did not answer. */
export default function VerificationForm(props: ActProps) {
  const { data } = props;
  const { now } = useSession();
  const fields = askable(useCatalogue(data.case.item, data.case.division));
  const sent = useRef<ReturnType<typeof answersOf>>([]);
  const members = data.members.filter((m) => m.role !== "supporter");
  return (
    <ActForm<Values>
      {...props}
      submitLabel="录入核对结果"
      initial={{ queried_on: date(now) }}
      place={(name) => placeOfAnswer(name, sent.current)}
      body={(v) => {
        sent.current = answersOf(fields, v.rows, v.queried_on ?? "");
        return { report_number: v.report_number?.trim() ?? "", conclusion: v.conclusion?.trim() ?? "", answers: sent.current };
      }}
    >
      <FormSection title="核对报告">
        <Form.Item name="report_number" label="报告编号" rules={[{ required: true, whitespace: true, message: "请填写核对报告编号。" }]}><Input maxLength={60} autoComplete="off" /></Form.Item>
        <DayItem name="queried_on" label="查询日期" />
      </FormSection>
      <p className="zf-help cw-lead">查到多少填多少，查无的填 0 或“否”；来源没有答复的勾“未答复”，该项保持未知，不会当作 0。没有查询的各项空着。</p>
      <Who id={household} name="全家" data={data} fields={fields.filter((f) => f.of === "household")} open />
      {members.map((m, i) => <Who key={m.person_id} id={m.person_id} name={`${m.name}（${m.age} 岁）`} data={data} fields={fields.filter((f) => f.of === "member")} open={i === 0} />)}
      <FormSection title="结论">
        <WordsItem name="conclusion" label="核对结论" />
        <Form.Item
          name="some"
          noStyle
          dependencies={["rows"]}
          rules={[({ getFieldValue }) => ({
            validator: async () => {
              if (answersOf(fields, getFieldValue("rows") as SourceRows | undefined, "").length === 0) throw new Error("请至少录入一项核对结果，或勾选来源未答复。");
            },
          })]}
        >
          <input type="hidden" />
        </Form.Item>
      </FormSection>
    </ActForm>
  );
}

function Who({ id, name, data, fields, open: first }: { id: string; name: string; data: CasePageData; fields: readonly FactField[]; open?: boolean }) {
  const [open, setOpen] = useState(first ?? false);
  const [more, setMore] = useState(false);
  const declared = (key: string) => data.facts.find((f) => (f.person_id ?? household) === id && f.key === key)?.declared?.text;
  const shown = fields.filter((f) => more || f.asked || declared(f.key));
  return (
    <div className="cw-member" role="group" aria-label={`${name}的核对结果`}>
      <div className="cw-member-head">
        <h2>{name}</h2>
        <button type="button" className="zf-link" aria-expanded={open} onClick={() => setOpen(!open)}>{open ? "收起" : "展开"}</button>
      </div>
      <div hidden={!open} className="zf-scroll" tabIndex={0} role="region" aria-label={`${name}：核对表`}>
        <table className="zf-facts cw-grid">
          <thead><tr><th scope="col">项目</th><th scope="col">申报</th><th scope="col">核对结果</th><th scope="col">来源</th><th scope="col">未答复</th></tr></thead>
          <tbody>{bySection(shown).flatMap(([, rows]) => rows.map((f) => <Row key={f.key} who={id} name={name} field={f} declared={declared(f.key)} />))}</tbody>
        </table>
      </div>
      {open && shown.length < fields.length && <button type="button" className="zf-link" onClick={() => setMore(true)}>还有 {fields.length - shown.length} 项较少见的</button>}
    </div>
  );
}

function Row({ who, name, field, declared }: { who: string; name: string; field: FactField; declared?: string }) {
  const form = Form.useFormInstance();
  const path = ["rows", who, field.key];
  const silent = Form.useWatch([...path, "silent"], { form, preserve: true }) as boolean | undefined;
  const said = `${name}${field.label}`;
  return (
    <tr>
      <th scope="row">{field.label}</th>
      <td>{declared ?? <span className="zf-help">未填</span>}</td>
      <td>
        <Form.Item
          name={[...path, "value"]}
          className="cw-tight"
          rules={[{ validator: async (_, v?: string) => { const fault = silent ? "" : factFault(field, v); if (fault) throw new Error(fault); } }]}
        >
          <FactControl field={field} empty="" disabled={silent} aria-label={`${said}：核对结果`} />
        </Form.Item>
      </td>
      <td>
        <Form.Item name={[...path, "source"]} className="cw-tight" initialValue={usualSource(field.key)}>
          <Select aria-label={`${said}：来源`} showSearch options={sourceNames.map((s) => ({ value: s, label: s }))} style={{ minWidth: 110 }} />
        </Form.Item>
      </td>
      <td className="zf-center">
        <Form.Item name={[...path, "silent"]} valuePropName="checked" className="cw-tight"><Checkbox aria-label={`${said}：来源未答复`} /></Form.Item>
      </td>
    </tr>
  );
}
