import { useNavigate } from "@tanstack/react-router";
import { Alert, Button, Drawer, Form, Input, InputNumber, Radio, Select } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import { useSession } from "@/app/session";
import { count, ErrorState, SampleMark, ServerForm, TableView, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { PlacePicker } from "../standards/ValueLines";
import { kinds, type Campaign, type Preview, type StartInput } from "./calls";

interface Values {
  title: string;
  place: string;
  method: "sample" | "rule";
  choice: { categories: string[]; age_from?: number | null; age_to?: number | null; months?: number | null; percent?: number | null; number?: number | null };
  due?: string;
}

function body(id: string, v: Values): StartInput {
  const { categories, ...numbers } = v.choice;
  const filled = Object.fromEntries(Object.entries(numbers).filter(([, n]) => typeof n === "number"));
  return { id, title: v.title, place: v.place, method: v.method, choice: { categories: categories ?? [], ...filled }, ...(v.due ? { due: v.due } : {}) };
}

/** StartCampaign: who is asked, seen in numbers before anything starts. */
export function StartCampaign({ onClose }: { onClose: () => void }) {
  const { current } = useSession();
  const navigate = useNavigate();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const method = Form.useWatch("method", form) ?? "sample";
  const [preview, setPreview] = useState<Preview>();
  const [error, setError] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const look = () => {
    setBusy(true);
    setError(undefined);
    api.post<Preview>("/api/liveness/preview", body(id, form.getFieldsValue(true) as Values))
      .then(setPreview, (failure: unknown) => { setPreview(undefined); setError(failure); })
      .finally(() => setBusy(false));
  };
  return (
    <Drawer open size={720} title="新的认证批次" onClose={onClose} destroyOnHidden>
      <ServerForm<Values>
        form={form}
        submitLabel="发起认证"
        initialValues={{ title: "", place: current.division, method: "sample", choice: { categories: ["dibao", "dibao_single", "tekun"], percent: 10 } }}
        extra={<><Button onClick={look} loading={busy}>看看有多少人</Button><Button onClick={onClose}>取消</Button></>}
        onValuesChange={() => setPreview(undefined)}
        onSubmit={async (values, key) => {
          const made = await api.post<Campaign>("/api/liveness", body(id, values), { idempotencyKey: key });
          await queryClient.invalidateQueries({ queryKey: ["liveness"] });
          void navigate({ to: "/liveness/$id", params: { id: made.id } });
        }}
      >
        <Form.Item name="title" label="名称" rules={[{ required: true, message: "请写一个名称，便于以后查找。" }]}><Input maxLength={100} placeholder="例如：2026 年第四季度活体认证" /></Form.Item>
        <Form.Item name="place" label="范围" rules={[{ required: true, message: "请选择范围。" }]}><PlacePicker /></Form.Item>
        <Form.Item name={["choice", "categories"]} label="救助类别" rules={[{ required: true, message: "请至少选一个类别。" }]}><Select mode="multiple" options={[...kinds]} showSearch={{ optionFilterProp: "label" }} /></Form.Item>
        <Form.Item name="method" label="怎样选人" rules={[{ required: true }]}>
          <Radio.Group options={[{ value: "sample", label: "抽样（按镇街分层，随机抽取）" }, { value: "rule", label: "按规则（符合条件的全部）" }]} />
        </Form.Item>
        {method === "sample" && (
          <>
            <Form.Item name={["choice", "percent"]} label="抽取比例（%）" extra="按人数抽取时清空这一项。"><InputNumber min={1} max={100} precision={0} /></Form.Item>
            <Form.Item name={["choice", "number"]} label="或抽取人数"><InputNumber min={1} max={1_000_000} precision={0} /></Form.Item>
          </>
        )}
        <Form.Item name={["choice", "age_from"]} label="年龄下限（岁）"><InputNumber min={0} max={150} precision={0} /></Form.Item>
        <Form.Item name={["choice", "age_to"]} label="年龄上限（岁）"><InputNumber min={0} max={150} precision={0} /></Form.Item>
        <Form.Item name={["choice", "months"]} label="多少个月没有认证过" extra="不填则不论上次什么时候认证。"><InputNumber min={0} max={120} precision={0} /></Form.Item>
        <Form.Item name="due" label="认证截止日" extra="不填则按政策包的时限。"><DayField label="认证截止日" optional /></Form.Item>
        {error !== undefined && <ErrorState error={error} onRetry={look} />}
        {preview && <PreviewView preview={preview} />}
      </ServerForm>
    </Drawer>
  );
}

function PreviewView({ preview: p }: { preview: Preview }) {
  const towns = p.towns ?? [];
  return (
    <section aria-label="预计人数" aria-live="polite" style={{ marginBlockEnd: 16 }}>
      <Alert
        type={p.people === 0 || !p.provider ? "warning" : "info"}
        showIcon
        title={p.people === 0 ? "没有符合条件的人员，请放宽条件。" : `符合条件 ${count(p.eligible)} 人，本批次 ${count(p.people)} 人`}
        description={
          <>
            {p.people > 0 && <p>邀请手机认证 {count(p.phone)} 人，{p.due} 前完成；没有活体认证授权 {count(p.unauthorised)} 人、没有登记手机 {count(p.no_phone)} 人，直接转为入户核查。</p>}
            {(p.samples ?? []).length > 0 && <p><SampleMark status="sample" /> {(p.samples ?? []).join("、")}没有查到公开规定。</p>}
            {!p.provider && <p>还没有接入认证服务：邀请发不出去，截止后全部转为入户核查。</p>}
          </>
        }
      />
      {towns.length > 0 && (
        <TableView
          label="各镇街人数"
          columns={[
            { key: "name", title: "镇街", primary: true, render: (t) => t.name },
            { key: "eligible", title: "符合条件", align: "right", render: (t) => count(t.eligible) },
            { key: "people", title: "本批次", align: "right", render: (t) => count(t.people) },
          ]}
          rows={towns.slice(0, 30)}
          rowKey={(t) => t.code}
        />
      )}
      {towns.length > 30 && <p className="zf-help">另有 {towns.length - 30} 个镇街未列出。</p>}
    </section>
  );
}
