import { Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { Panel, ServerForm, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { dayAfter, standardsChanged, type ProposeStandards, type Standard, type StandardChange, type Touched } from "./calls";
import { TouchedView } from "./TouchedView";
import { prefix, ValueLines, valuesOf, type ValueLine } from "./ValueLines";

interface Values {
  document: string;
  title: string;
  article?: string;
  note?: string;
  active_from: string;
  lines: ValueLine[];
}

function body(id: string, v: Values): ProposeStandards {
  return {
    id, document: v.document, title: v.title, article: v.article ?? "", note: v.note ?? "", active_from: v.active_from,
    lines: v.lines.map((l) => ({ parameter: l.parameter, places: [prefix(l.place)], ...valuesOf(l) })),
  };
}

/** ProposeStandard: the document, its day and its standards; whom they touch is shown before it is sent. */
export function ProposeStandard({ standards, division, chosen, onClose }: { standards: readonly Standard[]; division: string; chosen?: Standard; onClose: () => void }) {
  const { now, current } = useSession();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
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
        <ValueLines standards={mine} words={{ line: "标准", parameter: "标准", place: "地区", value: "数值", add: "再加一项标准" }} first={{ parameter: "", place, split: false }} most={40} />
        <Form.Item name="note" label="说明"><Input.TextArea rows={2} maxLength={500} showCount /></Form.Item>
        {touched && <Panel title="影响谁"><TouchedView touched={touched} /></Panel>}
      </ServerForm>
    </Drawer>
  );
}
