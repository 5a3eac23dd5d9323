import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { Button, Drawer, Form, Input, Radio, Select } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useMay, useSession } from "@/app/session";
import { queryClient } from "@/app/query";
import { ServerForm, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { standardsQuery } from "../standards/calls";
import { PlacePicker, prefix, ValueLines, valuesOf, type ValueLine } from "../standards/ValueLines";
import { draftsQuery } from "../versions/calls";
import type { Simulation, StartSimulation } from "./calls";

interface Values {
  title: string;
  place: string;
  day: string;
  by: "values" | "draft";
  draft?: string;
  lines?: ValueLine[];
}

function body(id: string, v: Values): StartSimulation {
  return {
    id, title: v.title, place: v.place, day: v.day,
    ...(v.by === "draft" && v.draft ? { draft: v.draft } : {}),
    changes: v.by === "draft" ? [] : (v.lines ?? []).map((l) => ({
      parameter: l.parameter, divisions: [prefix(l.place)], from: v.day, status: "sample",
      ...valuesOf(l),
    })),
  };
}

/** StartRun: which values are tried out, where and on which day. */
export function StartRun({ onClose }: { onClose: () => void }) {
  const { now, current } = useSession();
  const navigate = useNavigate();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const mayDraft = useMay("policy.draft");
  const by = Form.useWatch("by", form) ?? "values";
  const standards = useQuery(standardsQuery(current.division)).data ?? [];
  const first = { parameter: "dibao_standard", place: current.division };
  return (
    <Drawer open size={720} title="新的测算" onClose={onClose} destroyOnHidden>
      <ServerForm<Values>
        form={form}
        submitLabel="开始测算"
        initialValues={{ title: "", place: current.division, day: now.slice(0, 10), by: "values", lines: [first] }}
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
        {mayDraft && (
          <Form.Item name="by" label="改变什么" rules={[{ required: true }]}>
            <Radio.Group options={[{ value: "values", label: "几个参数的数值" }, { value: "draft", label: "整个政策包（用一份草稿）" }]} />
          </Form.Item>
        )}
        {by === "draft" ? <DraftField /> : <ValueLines standards={standards} words={{ line: "变化", parameter: "参数", place: "改变的地区", value: "试用的数值", add: "再加一项变化" }} first={first} most={20} />}
      </ServerForm>
    </Drawer>
  );
}

/** DraftField chooses the draft that is compared with the policy in force. */
function DraftField() {
  const drafts = useQuery(draftsQuery);
  const list = drafts.data ?? [];
  return (
    <Form.Item
      name="draft"
      label="草稿"
      rules={[{ required: true, message: "请选择草稿。" }]}
      extra={drafts.isSuccess && list.length === 0 ? <>还没有草稿。请先到 <Link to="/policy/versions">政策版本</Link> 起草。</> : "草稿须能通过检查；测算用它现在的文字，加上已批准的标准调整。"}
    >
      <Select loading={drafts.isPending} status={drafts.isError ? "error" : undefined} showSearch={{ optionFilterProp: "label" }} options={list.map((d) => ({ value: d.id, label: `${d.title}（${d.pack}，${d.by_name}，第 ${d.version} 稿）` }))} />
    </Form.Item>
  );
}
