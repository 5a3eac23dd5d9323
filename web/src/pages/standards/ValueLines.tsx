import { Button, Checkbox, Form, Input, Select } from "antd";
import { lazy, Suspense } from "react";
import { Panel } from "@/components";
import { computed } from "../policy/words";
import type { Standard } from "./calls";

const DivisionPicker = lazy(() => import("@/components/DivisionPicker").then((m) => ({ default: m.DivisionPicker })));

/** ValueLine is one new value of a standard for a place: one for all, or town and country apart. */
export interface ValueLine {
  parameter: string;
  place: string;
  split?: boolean;
  value?: string;
  urban?: string;
  rural?: string;
}

/** PlacePicker hands on what the form gives to a field; the picker itself comes in a chunk of its own. */
export function PlacePicker(props: { id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return <Suspense fallback={null}><DivisionPicker levels={[1, 2, 3]} {...props} /></Suspense>;
}

/** The prefix by which a pack names a place: 440100000000 → 4401. */
export const prefix = (code: string) => [2, 4, 6, 9].map((n) => code.slice(0, n)).find((p) => code === p.padEnd(12, "0")) ?? code;

/** What a line says of values, as the server takes it. */
export const valuesOf = (l: ValueLine) => (l.split ? { urban: l.urban ?? "", rural: l.rural ?? "" } : { value: l.value ?? "" });

interface Words {
  line: string; // 标准, 变化
  parameter: string;
  place: string;
  value: string;
  add: string;
}

/** ValueLines are the fields of a form's `lines`: which standard, where, and its new value beside the one in force. */
export function ValueLines({ standards, words, first, most }: { standards: readonly Standard[]; words: Words; first: ValueLine; most: number }) {
  const lines = Form.useWatch("lines") as ValueLine[] | undefined;
  return (
    <Form.List name="lines">
      {(fields, { add, remove }) => (
        <>
          {fields.map(({ key, name }) => (
            <Panel key={key} level={3} title={`${words.line} ${name + 1}`} extra={fields.length > 1 && <Button size="small" onClick={() => remove(name)}>删去</Button>}>
              <LineFields name={name} line={lines?.[name]} standards={standards} words={words} />
            </Panel>
          ))}
          <Button onClick={() => add(first)} disabled={fields.length >= most}>{words.add}</Button>
        </>
      )}
    </Form.List>
  );
}

function LineFields({ name, line, standards, words }: { name: number; line: ValueLine | undefined; standards: readonly Standard[]; words: Words }) {
  const s = standards.find((x) => x.id === line?.parameter);
  const unit = s?.type === "money" ? "元" : s?.type === "ratio" ? "小数，如 1.5" : "";
  const label = (text: string) => (unit ? `${text}（${unit}）` : text);
  const amount = (field: "value" | "urban" | "rural", text: string) => (
    <Form.Item name={[name, field]} label={label(text)} rules={[{ required: true, message: `请填写${text}。` }]}><Input inputMode="decimal" style={{ width: 200 }} /></Form.Item>
  );
  return (
    <>
      <Form.Item name={[name, "parameter"]} label={words.parameter} rules={[{ required: true, message: `请选择${words.parameter}。` }]}
        extra={s?.now && <>现行：{s.now.split ? `城 ${computed(s.now.urban, s.type, s.unit)}，乡 ${computed(s.now.rural, s.type, s.unit)}` : computed(s.now.urban, s.type, s.unit)}</>}>
        <Select showSearch={{ optionFilterProp: "label" }} options={standards.map((x) => ({ value: x.id, label: x.label }))} />
      </Form.Item>
      <Form.Item name={[name, "place"]} label={words.place} rules={[{ required: true, message: "请选择地区。" }]}><PlacePicker /></Form.Item>
      {s?.type !== "bool" && <Form.Item name={[name, "split"]} valuePropName="checked"><Checkbox>城乡不同</Checkbox></Form.Item>}
      {s?.type === "bool" ? (
        <Form.Item name={[name, "value"]} label={words.value} rules={[{ required: true, message: "请选择。" }]}><Select style={{ width: 200 }} options={[{ value: "true", label: "是" }, { value: "false", label: "否" }]} /></Form.Item>
      ) : line?.split ? <>{amount("urban", "城镇")}{amount("rural", "农村")}</> : amount("value", words.value)}
    </>
  );
}
