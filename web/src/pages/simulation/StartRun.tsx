import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Checkbox, Drawer, Form, Input, Select } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { queryClient } from "@/app/query";
import { Panel, ServerForm, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { computed } from "../policy/words";
import { standardsQuery } from "../standards/calls";
import type { Simulation, StartSimulation } from "./calls";

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
  title: string;
  place: string;
  day: string;
  lines: Line[];
}

function PlacePicker(props: { id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return <Suspense fallback={null}><DivisionPicker levels={[1, 2, 3]} {...props} /></Suspense>;
}

/** The prefix by which a pack names a place: 440100000000 → 4401. */
const prefix = (code: string) => [2, 4, 6, 9].map((n) => code.slice(0, n)).find((p) => code === p.padEnd(12, "0")) ?? code;

function body(id: string, v: Values): StartSimulation {
  return {
    id, title: v.title, place: v.place, day: v.day,
    changes: v.lines.map((l) => ({
      parameter: l.parameter, divisions: [prefix(l.place)], from: v.day, status: "sample",
      ...(l.split ? { urban: l.urban ?? "", rural: l.rural ?? "" } : { value: l.value ?? "" }),
    })),
  };
}

/** StartRun: which values are tried out, where and on which day. */
export function StartRun({ onClose }: { onClose: () => void }) {
  const { now, current } = useSession();
  const navigate = useNavigate();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const lines = Form.useWatch("lines", form) as Line[] | undefined;
  const standards = useQuery(standardsQuery(current.division)).data ?? [];
  const first = { parameter: "dibao_standard", place: current.division };
  return (
    <Drawer open size={720} title="新的测算" onClose={onClose} destroyOnHidden>
      <ServerForm<Values>
        form={form}
        submitLabel="开始测算"
        initialValues={{ title: "", place: current.division, day: now.slice(0, 10), lines: [first] }}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (values, key) => {
          const run = await api.post<Simulation>("/api/simulations", body(id, values), { idempotencyKey: key });
          await queryClient.invalidateQueries({ queryKey: ["simulations"] });
          void navigate({ to: "/simulation/$id", params: { id: run.id } });
        }}
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, message: "请写一个名称，便于以后查找。" }]}><Input maxLength={80} placeholder="例如：低保标准提高到 1350 元" /></Form.Item>
        <Form.Item name="place" label="测算范围" rules={[{ required: true, message: "请选择范围。" }]}><PlacePicker /></Form.Item>
        <Form.Item name="day" label="按哪一天的政策" rules={[{ required: true, message: "请选择日期。" }]}><DayField label="按哪一天的政策" /></Form.Item>
        <Form.List name="lines">
          {(fields, { add, remove }) => (
            <>
              {fields.map(({ key, name }) => {
                const line = lines?.[name];
                const s = standards.find((x) => x.id === line?.parameter);
                const unit = s?.type === "money" ? "元" : s?.type === "ratio" ? "小数，如 1.5" : "";
                return (
                  <Panel key={key} level={3} title={`变化 ${name + 1}`} extra={fields.length > 1 && <Button size="small" onClick={() => remove(name)}>删去</Button>}>
                    <Form.Item name={[name, "parameter"]} label="参数" rules={[{ required: true, message: "请选择参数。" }]}
                      extra={s?.now && <>现行：{s.now.split ? `城 ${computed(s.now.urban, s.type, s.unit)}，乡 ${computed(s.now.rural, s.type, s.unit)}` : computed(s.now.urban, s.type, s.unit)}</>}>
                      <Select showSearch={{ optionFilterProp: "label" }} options={standards.map((x) => ({ value: x.id, label: x.label }))} />
                    </Form.Item>
                    <Form.Item name={[name, "place"]} label="改变的地区" rules={[{ required: true, message: "请选择地区。" }]}><PlacePicker /></Form.Item>
                    <Form.Item name={[name, "split"]} valuePropName="checked"><Checkbox>城乡不同</Checkbox></Form.Item>
                    {line?.split ? (
                      <>
                        <Form.Item name={[name, "urban"]} label={`城镇（${unit}）`} rules={[{ required: true, message: "请填写城镇数值。" }]}><Input inputMode="decimal" style={{ width: 200 }} /></Form.Item>
                        <Form.Item name={[name, "rural"]} label={`农村（${unit}）`} rules={[{ required: true, message: "请填写农村数值。" }]}><Input inputMode="decimal" style={{ width: 200 }} /></Form.Item>
                      </>
                    ) : (
                      <Form.Item name={[name, "value"]} label={unit ? `试用的数值（${unit}）` : "试用的数值"} rules={[{ required: true, message: "请填写数值。" }]}><Input inputMode="decimal" style={{ width: 200 }} /></Form.Item>
                    )}
                  </Panel>
                );
              })}
              <Button onClick={() => add(first)} disabled={fields.length >= 20}>再加一项变化</Button>
            </>
          )}
        </Form.List>
      </ServerForm>
    </Drawer>
  );
}
