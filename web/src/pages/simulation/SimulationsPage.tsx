import { PlusOutlined } from "@ant-design/icons";
import { useQuery } from "@tanstack/react-query";
import { Button } from "antd";
import { useState } from "react";
import { useMay } from "@/app/session";
import { DateText } from "@/components/DateText";
import { EmptyState } from "@/components/EmptyState";
import { count } from "@/components/format";
import { PageHeader } from "@/components/PageHeader";
import { QueryView } from "@/components/QueryView";
import { StatusTag } from "@/components/StatusTag";
import { TableView, type Column } from "@/components/TableView";
import { runsQuery, states, type Simulation } from "./calls";
import { StartRun } from "./StartRun";

const columns: readonly Column<Simulation>[] = [
  { key: "title", title: "测算", primary: true, wrap: true, render: (r) => r.title },
  { key: "place", title: "范围", render: (r) => r.place_name },
  { key: "day", title: "按哪天的政策", render: (r) => r.day },
  { key: "state", title: "状态", render: (r) => <StatusTag tone={states[r.state][1]}>{states[r.state][0]}</StatusTag> },
  { key: "households", title: "户数", align: "right", render: (r) => (r.households > 0 ? count(r.households) : "—") },
  { key: "by", title: "发起", render: (r) => <>{r.by_name} <DateText value={r.created_at} /></> },
];

/** SimulationsPage lists what was tried out in the own range and starts a new one. */
export default function SimulationsPage() {
  const runs = useQuery(runsQuery);
  const mayRun = useMay("simulation.run");
  const [starting, setStarting] = useState(false);
  return (
    <>
      <PageHeader
        title="政策测算"
        about="改变一个标准，会有谁进入、谁退出、每年多少钱。只汇总，不保存任何一户，也不影响任何一户的待遇。"
        actions={mayRun && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setStarting(true)}>新的测算</Button>}
      />
      <QueryView query={runs}>
        {(list) => list.length === 0
          ? <EmptyState title="还没有测算过" next="点“新的测算”，选一个标准，填上想试的数值。" />
          : <TableView<Simulation> label="测算" columns={columns} rows={list} rowKey={(r) => r.id} rowTo={(r) => ({ to: "/simulation/$id", params: { id: r.id } })} />}
      </QueryView>
      {starting && <StartRun onClose={() => setStarting(false)} />}
    </>
  );
}
