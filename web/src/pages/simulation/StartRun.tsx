import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { queryClient } from "@/app/query";
import { ServerForm, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { standardsQuery } from "../standards/calls";
import { PlacePicker, prefix, ValueLines, valuesOf, type ValueLine } from "../standards/ValueLines";
import type { Simulation, StartSimulation } from "./calls";

interface Values {
  title: string;
  place: string;
  day: string;
  lines: ValueLine[];
}

function body(id: string, v: Values): StartSimulation {
  return {
    id, title: v.title, place: v.place, day: v.day,
    changes: v.lines.map((l) => ({
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
        <ValueLines standards={standards} words={{ line: "变化", parameter: "参数", place: "改变的地区", value: "试用的数值", add: "再加一项变化" }} first={first} most={20} />
      </ServerForm>
    </Drawer>
  );
}
