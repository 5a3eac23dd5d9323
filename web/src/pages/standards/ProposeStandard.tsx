import { Button, Checkbox, Drawer, Form, Input, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { Panel, ServerForm, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { computed } from "../policy/words";
import { dayAfter, standardsChanged, type ProposeStandards, type Standard, type StandardChange, type Touched } from "./calls";
import { TouchedView } from "./TouchedView";

const DivisionPicker = lazy(() => import("@/components/DivisionPicker").then((m) => ({ default: m.DivisionPicker })));

interface Line {
  parameter: string;
  place: string;
  split?: boolean;
  value?: string;
  urban?: string;
  rural?: string;
}

interface Values {
  document: string;
  title: string;
  article?: string;
  note?: string;
  active_from: string;
  lines: Line[];
}

/** PlacePicker hands on what the form gives to a field; the picker itself comes in a chunk of its own. */
function PlacePicker(props: { id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return <Suspense fallback={null}><DivisionPicker levels={[1, 2, 3]} {...props} /></Suspense>;
}

/** The prefix by which a pack names a place: 440100000000 → 4401. */
const prefix = (code: string) => [2, 4, 6, 9].map((n) => code.slice(0, n)).find((p) => code === p.padEnd(12, "0")) ?? code;

function body(id: string, v: Values): ProposeStandards {
  return {
    id, document: v.document, title: v.title, article: v.article ?? "", note: v.note ?? "", active_from: v.active_from,
    lines: v.lines.map((l) => ({ parameter: l.parameter, places: [prefix(l.place)], ...(l.split ? { urban: l.urban ?? "", rural: l.rural ?? "" } : { value: l.value ?? "" }) })),
  };
}

/** ProposeStandard: the document, its day and its standards; whom they touch is shown before it is sent. */
export function ProposeStandard({ standards, division, chosen, onClose }: { standards: readonly Standard[]; division: string; chosen?: Standard; onClose: () => void }) {
  const { now, current } = useSession();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const lines = Form.useWatch("lines", form) as Line[] | undefined;
  const [touched, setTouched] = useState<Touched | null>(null);
  const tomorrow = dayAfter(now.slice(0, 10));
  const mine = standards.filter((s) => s.set_here);
  const place = division.startsWith(current.division.replace(/0+$/, "")) ? division : current.division;

  return (
    <Drawer open size={760} title="提出标准调整" onClose={onClose} destroyOnHidden>
      <ServerForm<Values>
        form={form}
        submitLabel={touched ? "提出，等另一人批准" : "先看影响谁"}
        initialValues={{ active_from: tomorrow, lines: [{ parameter: chosen?.id ?? (mine.some((s) => s.id === "dibao_standard") ? "dibao_standard" : mine[0]?.id ?? ""), place, split: chosen?.now?.split ?? false }] }}
        extra={<Button onClick={onClose}>取消</Button>}
        onValuesChange={() => setTouched(null)}
        onSubmit={async (values, key) => {
          if (!touched) {
            setTouched(await api.post<Touched>("/api/standard-changes/preview", body(id, values)));
            return;
          }
          await api.post<StandardChange>("/api/standard-changes", body(id, values), { idempotencyKey: key });
          await standardsChanged();
          onClose();
        }}
      >
        <Form.Item name="document" label="文号" rules={[{ required: true, min: 2, message: "请填写文号，标准只能依据文件调整。" }]}><Input placeholder="穗民规〔2026〕3号" maxLength={80} /></Form.Item>
        <Form.Item name="title" label="文件标题" rules={[{ required: true, min: 2, message: "请填写文件标题。" }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="article" label="条款"><Input placeholder="第一条" maxLength={60} /></Form.Item>
        <Form.Item name="active_from" label="执行日期" rules={[{ required: true, message: "请选择执行日期。" }]}><DayField label="执行日期" /></Form.Item>
        <Form.List name="lines">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => {
                const line = lines?.[name];
                const s = standards.find((x) => x.id === line?.parameter);
                const unit = s?.type === "money" ? "元" : s?.type === "ratio" ? "小数，如 1.5" : "";
                return (
                  <Panel key={key} level={3} title={`标准 ${name + 1}`} extra={fields.length > 1 && <Button size="small" onClick={() => remove(name)}>删去</Button>}>
                    <Form.Item name={[name, "parameter"]} label="标准" rules={[{ required: true, message: "请选择标准。" }]} extra={s?.now && <>现行：{s.now.split ? `城 ${computed(s.now.urban, s.type, s.unit)}，乡 ${computed(s.now.rural, s.type, s.unit)}` : computed(s.now.urban, s.type, s.unit)}</>}>
                      <Select showSearch={{ optionFilterProp: "label" }} options={mine.map((x) => ({ value: x.id, label: x.label }))} />
                    </Form.Item>
                    <Form.Item name={[name, "place"]} label="地区" rules={[{ required: true, message: "请选择地区。" }]}>
                      <PlacePicker />
                    </Form.Item>
                    <Form.Item name={[name, "split"]} valuePropName="checked"><Checkbox>城乡不同</Checkbox></Form.Item>
                    {line?.split ? (
                      <>
                        <Form.Item name={[name, "urban"]} label={`城镇（${unit}）`} rules={[{ required: true, message: "请填写城镇标准。" }]}><Input inputMode="decimal" style={{ width: 200 }} /></Form.Item>
                        <Form.Item name={[name, "rural"]} label={`农村（${unit}）`} rules={[{ required: true, message: "请填写农村标准。" }]}><Input inputMode="decimal" style={{ width: 200 }} /></Form.Item>
                      </>
                    ) : s?.type === "bool" ? (
                      <Form.Item name={[name, "value"]} label="数值" rules={[{ required: true, message: "请选择。" }]}><Select style={{ width: 200 }} options={[{ value: "true", label: "是" }, { value: "false", label: "否" }]} /></Form.Item>
                    ) : (
                      <Form.Item name={[name, "value"]} label={unit ? `数值（${unit}）` : "数值"} rules={[{ required: true, message: "请填写数值。" }]}><Input inputMode="decimal" style={{ width: 200 }} /></Form.Item>
                    )}
                  </Panel>
                );
              })}
              <Button onClick={() => add({ place, split: false })} disabled={fields.length >= 40}>再加一项标准</Button>
            </>
          )}
        </Form.List>
        <Form.Item name="note" label="说明"><Input.TextArea rows={2} maxLength={500} showCount /></Form.Item>
        {touched && <Panel title="影响谁"><TouchedView touched={touched} /></Panel>}
      </ServerForm>
    </Drawer>
  );
}
