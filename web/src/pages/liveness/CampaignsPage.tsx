import { PlusOutlined } from "@ant-design/icons";
import { Button, Progress } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import type { Page } from "@/api/types";
import { useMay } from "@/app/session";
import { DataTable, DateText, PageHeader, StatusTag, type Column } from "@/components";
import { campaignStates, proved, type Campaign } from "./calls";
import { StartCampaign } from "./StartCampaign";

const columns: readonly Column<Campaign>[] = [
  { key: "title", title: "批次", primary: true, wrap: true, render: (c) => c.title },
  { key: "number", title: "编号", render: (c) => c.number },
  { key: "place", title: "范围", render: (c) => c.place_name },
  { key: "state", title: "状态", render: (c) => <StatusTag tone={campaignStates[c.state][1]}>{campaignStates[c.state][0]}</StatusTag> },
  {
    key: "progress", title: "已证明", width: 200,
    render: (c) => <span style={{ display: "flex", gap: 8, alignItems: "center" }}><Progress style={{ width: 90 }} showInfo={false} percent={c.counts.people ? (proved(c.counts) / c.counts.people) * 100 : 0} aria-label={`${c.title}已证明的比例`} /><span className="zf-num">{proved(c.counts)} / {c.counts.people}</span></span>,
  },
  { key: "visiting", title: "待入户", align: "right", render: (c) => c.counts.visiting },
  { key: "undecided", title: "待镇街处理", align: "right", render: (c) => c.counts.undecided },
  { key: "due", title: "认证截止", render: (c) => <DateText value={c.due} /> },
  { key: "by", title: "发起", render: (c) => c.by_name },
];

/** CampaignsPage lists the campaigns for proofs of life that reach into the own range. */
export default function CampaignsPage() {
  const manage = useMay("liveness.manage");
  const [starting, setStarting] = useState(false);
  return (
    <>
      <PageHeader
        title="活体认证"
        about="定期请在享人员用手机做人脸认证；没有通过、没有认证、不能用手机的，转为重点入户核查。待遇不会因认证结果自动停发。"
        actions={manage && <Button type="primary" icon={<PlusOutlined aria-hidden />} onClick={() => setStarting(true)}>新的批次</Button>}
      />
      <DataTable<Campaign>
        name="liveness"
        label="活体认证批次"
        fetchPage={(query, signal) => api.get<Page<Campaign>>("/api/liveness", query, signal)}
        rowKey={(c) => c.id}
        rowTo={(c) => ({ to: "/liveness/$id", params: { id: c.id } })}
        filters={[{ kind: "select", name: "state", label: "状态", options: Object.entries(campaignStates).map(([value, [label]]) => ({ value, label })) }]}
        columns={columns}
        empty={{ title: "还没有认证批次", next: manage ? "点“新的批次”，选人员范围，先看有多少人，再发起。" : "县级核对人员发起后会出现在这里。" }}
      />
      {starting && <StartCampaign onClose={() => setStarting(false)} />}
    </>
  );
}
