import { useQuery, useQueryClient } from "@tanstack/react-query";
import { App, Checkbox, Form, Input, Select } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { FormSection, ServerForm, uuid } from "@/components";
import { caseQuery } from "../../casework/data";
import { Uploader } from "../../casework/parts/Uploader";
import type { Report } from "./calls";

interface Values { name?: string; text?: string; items?: string[]; claims?: Record<string, string>; proofs?: string[] }

const keyOf = (l: { person_id?: string; fact: string }) => `${l.person_id ?? ""}|${l.fact}`;

/** ObjectForm takes down what the applicant disputes, with proof (57号 art 18). */
export function ObjectForm({ report, onDone }: { report: Report; onDone: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const lines = report.content.lines ?? [];
  const caseId = report.case_id ?? "";
  const { data } = useQuery({ ...caseQuery(caseId), enabled: caseId !== "" });
  const picked = Form.useWatch("items", form) ?? [];
  const label = (key: string) => {
    const l = lines.find((one) => keyOf(one) === key);
    return l ? `${l.person ?? "全家"} · ${l.label}（核对：${l.fixed?.text ?? l.found.text}）` : key;
  };
  const send = async (v: Values, idempotencyKey: string) => {
    const items = (v.items ?? []).map((key) => {
      const [person, fact] = key.split("|");
      return { ...(person ? { person_id: person } : {}), fact, claim: v.claims?.[key]?.trim() ?? "" };
    });
    await api.post(`/api/verification/reports/${report.id}/objections`, { id, name: v.name?.trim() ?? "", text: v.text?.trim() ?? "", items, proofs: v.proofs ?? [] }, { idempotencyKey });
    void message.success("异议已登记，已交镇街负责人复查。");
    await queries.invalidateQueries({ queryKey: ["verification-report"] });
    onDone();
  };
  return (
    <ServerForm<Values> form={form} onSubmit={send} submitLabel="登记异议" guard={false} initialValues={{ name: report.content.name }}>
      <FormSection title="异议" help="当事人对核对结果有异议的，应提供相关证明材料，由镇街审核并组织复查（民发〔2021〕57号第十八条）。">
        <Form.Item name="name" label="提出异议的人" rules={[{ required: true, whitespace: true, message: "请填写提出异议的人。" }]}><Input maxLength={50} autoComplete="off" /></Form.Item>
        <Form.Item name="items" label="有异议的项目" rules={[{ required: true, message: "请至少选择一项有异议的核对结果。" }]}>
          <Select mode="multiple" showSearch={{ optionFilterProp: "label" }} options={lines.map((l) => ({ value: keyOf(l), label: label(keyOf(l)) }))} placeholder="从报告的明细中选择" />
        </Form.Item>
        {picked.map((key) => (
          <Form.Item key={key} name={["claims", key]} label={`当事人所说：${label(key)}`} rules={[{ required: true, whitespace: true, message: "请填写当事人所说的情况。" }]}><Input maxLength={200} autoComplete="off" /></Form.Item>
        ))}
        <Form.Item name="text" label="异议的理由" rules={[{ required: true, whitespace: true, message: "请写明对哪些结果有异议、理由是什么。" }]}><Input.TextArea rows={4} maxLength={2000} showCount /></Form.Item>
      </FormSection>
      <FormSection title="证明材料" help="先上传，再勾选用来证明的材料。">
        <Uploader caseId={caseId} label="上传证明材料" />
        <Form.Item name="proofs" label="用来证明的材料" required rules={[{ validator: async (_, v?: string[]) => { if (!v?.length) throw new Error("请先上传证明材料，再在这里勾选。"); } }]}>
          <Proofs options={(data?.attachments ?? []).map((a) => ({ value: a.id, label: a.name }))} />
        </Form.Item>
      </FormSection>
    </ServerForm>
  );
}

/** Proofs ticks materials; the group carries no aria-required, which its role does not know. */
function Proofs({ id, value, onChange, options }: { id?: string; value?: string[]; onChange?: (v: string[]) => void; options: { value: string; label: string }[] }) {
  if (options.length === 0) return <span id={id} className="zf-help">还没有材料，请先上传。</span>;
  return <Checkbox.Group className="cw-stack" {...(id ? { id } : {})} value={value ?? []} onChange={(v) => onChange?.(v)} options={options} />;
}
