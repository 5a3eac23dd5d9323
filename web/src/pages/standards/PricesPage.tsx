import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Form, Input, Modal, Select } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useMay, useSession } from "@/app/session";
import { count, EmptyState, MoneyText, PageHeader, Panel, QueryView, SampleMark, ServerForm, Stat, StatusTag, TableView, uuid, type Column } from "@/components";
import { ClauseText } from "../policy/ClauseText";
import { computed } from "../policy/words";
import { ChangeList } from "./ChangeList";
import { changesQuery, linkageQuery, percent, standardsChanged, type Linkage, type StandardChange } from "./calls";
import "../versions/versions.css";

/** months back from the present one, newest first: 2026-11 … */
function months(now: string, n: number): string[] {
  const [year = 0, month = 1] = now.slice(0, 7).split("-").map(Number);
  return Array.from({ length: n }, (_, i) => new Date(Date.UTC(year, month - 1 - i, 1)).toISOString().slice(0, 7));
}

type Area = NonNullable<Linkage["areas"]>[number];

const areas: Column<Area>[] = [
  { key: "name", title: "县（市、区）", render: (a) => a.division_name },
  { key: "urban", title: "城镇（人）", align: "right", render: (a) => count(a.urban_people) },
  { key: "urban_fen", title: "每人（元）", align: "right", render: (a) => <MoneyText fen={a.urban_fen} /> },
  { key: "rural", title: "农村（人）", align: "right", render: (a) => count(a.rural_people) },
  { key: "rural_fen", title: "每人（元）", align: "right", render: (a) => <MoneyText fen={a.rural_fen} /> },
  { key: "total", title: "当月合计（元）", align: "right", render: (a) => <MoneyText fen={a.total_fen} /> },
];

/** PricesPage: a month's price rises, whether they trigger the linkage, for whom, how much a head and in all; and the history. */
export default function PricesPage() {
  const { now, current } = useSession();
  const [month, setMonth] = useState(months(now, 2)[1]!);
  const [entering, setEntering] = useState(false);
  const mayEnter = useMay("cpi.enter");
  const linkage = useQuery(linkageQuery("", month));
  const history = useQuery(changesQuery("cpi"));
  return (
    <>
      <PageHeader
        title="物价联动"
        about={`${current.division_name}：当月涨幅达到启动条件时，给保障对象发放价格临时补贴。条件、人群和金额都按政策包计算。`}
        actions={mayEnter && <Button type="primary" onClick={() => setEntering(true)}>录入涨幅</Button>}
      />
      <Panel
        title="当月结论"
        extra={<Select aria-label="月份" style={{ width: 140 }} value={month} onChange={setMonth} options={months(now, 24).map((m) => ({ value: m, label: m }))} />}
      >
        <QueryView query={linkage}>{(l) => <Conclusion linkage={l} />}</QueryView>
      </Panel>
      <QueryView query={history}>{(list) => <ChangeList changes={list} title="已录入的涨幅" empty="还没有录入涨幅" />}</QueryView>
      {entering && <EnterPrices month={month} onClose={() => setEntering(false)} />}
    </>
  );
}

function Conclusion({ linkage: l }: { linkage: Linkage }) {
  const price = (id: string) => (l.parameters ?? []).find((p) => p.id === id);
  return (
    <>
      {!l.entered && <Alert className="vs-gap" type="info" showIcon title={`${l.month.slice(0, 7)} 的涨幅还没有录入或还没有批准，下面按没有上涨计算。`} />}
      <p>
        {l.triggered ? <StatusTag tone="amber">启动联动</StatusTag> : <StatusTag tone="grey">不启动</StatusTag>}{" "}
        {l.rule && (l.triggered ? l.rule.text : l.rule.reason)} {l.rule && <ClauseText clause={l.rule.clause} />}
      </p>
      <div className="st-figures">
        <Stat label="登记册中的保障对象" value={l.people} unit="人" />
        {["cpi_rise", "food_cpi_rise", "cpi_trigger", "food_cpi_trigger"].map((id) => {
          const p = price(id);
          return p && <div key={id} className="zf-stat"><span className="zf-stat-label">{p.label}</span><span className="zf-stat-value">{typeof p.value === "number" ? percent(p.value) : "未知"} <SampleMark status={p.status} /></span></div>;
        })}
        <div className="zf-stat"><span className="zf-stat-label">当月预计合计</span><span className="zf-stat-value"><MoneyText fen={l.total_fen} /><small> 元</small></span></div>
      </div>
      <h3>发给谁</h3>
      <TableView
        label="保障对象"
        rows={l.groups ?? []}
        rowKey={(g) => g.fact}
        columns={[
          { key: "name", title: "人群", render: (g) => g.name },
          { key: "people", title: "登记册现有（人）", align: "right", render: (g) => (g.people === null ? "由主管部门掌握，不在本册" : count(g.people)) },
        ]}
      />
      <h3>各县（市、区）</h3>
      {(l.areas ?? []).length === 0 ? <EmptyState title="登记册里没有保障对象" /> : <TableView label="各县（市、区）的补贴" columns={areas} rows={l.areas ?? []} rowKey={(a) => a.division} />}
      <p className="zf-help">
        一人属于几类的只算一次。标准：{(l.parameters ?? []).filter((p) => p.id === "dibao_standard").map((p) => <span key={p.area ?? ""}>{p.label} {computed(p.value, "money", p.unit)} <SampleMark status={p.status} /></span>)}
      </p>
    </>
  );
}

interface Values {
  month: string;
  rise: string;
  food: string;
  document: string;
  title: string;
  note?: string;
}

function EnterPrices({ month, onClose }: { month: string; onClose: () => void }) {
  const { now } = useSession();
  const [id] = useState(uuid);
  const figure = { pattern: /^-?\d{1,2}(\.\d{1,2})?$/, message: "请填百分数，最多两位小数；下降写 -0.2。" };
  return (
    <Modal open onCancel={onClose} footer={null} title="录入当月涨幅" destroyOnHidden>
      <ServerForm<Values>
        submitLabel="提交，等另一人批准"
        initialValues={{ month }}
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (values, key) => {
          await api.post<StandardChange>("/api/price-rises", { ...values, id, note: values.note ?? "" }, { idempotencyKey: key });
          await standardsChanged();
          onClose();
        }}
      >
        <Form.Item name="month" label="月份" rules={[{ required: true, message: "请选择月份。" }]}><Select style={{ width: 160 }} options={months(now, 24).map((m) => ({ value: m, label: m }))} /></Form.Item>
        <Form.Item name="rise" label="居民消费价格当月同比涨幅（%）" rules={[{ required: true, message: "请填写涨幅。" }, figure]}><Input inputMode="decimal" style={{ width: 160 }} /></Form.Item>
        <Form.Item name="food" label="食品价格当月同比涨幅（%）" rules={[{ required: true, message: "请填写涨幅。" }, figure]}><Input inputMode="decimal" style={{ width: 160 }} /></Form.Item>
        <Form.Item name="document" label="数据来源" rules={[{ required: true, min: 2, message: "请填写来源。" }]}><Input placeholder="统计局通报文号或期号" maxLength={80} /></Form.Item>
        <Form.Item name="title" label="公布标题" rules={[{ required: true, min: 2, message: "请填写标题。" }]}><Input maxLength={200} /></Form.Item>
        <Form.Item name="note" label="说明"><Input.TextArea rows={2} maxLength={400} showCount /></Form.Item>
      </ServerForm>
    </Modal>
  );
}
