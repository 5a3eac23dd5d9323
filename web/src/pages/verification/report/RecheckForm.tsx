import { useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { App, Form, Input, Radio } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { FormSection, ServerForm, uuid } from "@/components";
import { useCatalogue } from "../../casework/data";
import { FactControl } from "../../casework/parts/FactControl";
import { factFault, factValue } from "../../casework/parts/factValue";
import type { Objection, Report } from "./calls";

interface Item { upheld?: "yes" | "no"; value?: string; why?: string }
interface Values { findings?: string; items?: Item[] }

/** RecheckForm closes an objection: what the town found, item by item; a corrected value stands beside the source's in the next version. */
export function RecheckForm({ report, objection, onDone }: { report: Report; objection: Objection; onDone: () => void }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const fields = useCatalogue(report.content.item ?? "");
  const items = objection.items ?? [];
  const answers = Form.useWatch("items", form) ?? [];
  const fieldOf = (i: number) => fields.find((f) => f.key === items[i]?.fact && (f.of === "member") === Boolean(items[i]?.person_id));
  const send = async (v: Values, idempotencyKey: string) => {
    const body = {
      report_id: id,
      findings: v.findings?.trim() ?? "",
      items: items.map((it, i) => {
        const a = v.items?.[i], field = fieldOf(i);
        const upheld = a?.upheld === "yes";
        return { ...(it.person_id ? { person_id: it.person_id } : {}), fact: it.fact, upheld, why: a?.why?.trim() ?? "", ...(upheld && field ? { value: factValue(field.type, a?.value) } : {}) };
      }),
    };
    const next = await api.post<Report>(`/api/verification/objections/${objection.id}/recheck`, body, { idempotencyKey });
    void message.success(next.id === report.id ? "异议不成立，已办结。" : `复查已办结，报告第 ${next.version} 版已出具。`);
    await queries.invalidateQueries({ queryKey: ["verification-report"] });
    onDone();
    if (next.id !== report.id) void navigate({ to: "/verification/reports/$id", params: { id: next.id } });
  };
  return (
    <ServerForm<Values> form={form} onSubmit={send} submitLabel="办结异议" guard={false}>
      <FormSection title="复查情况" help="登记异议的人不能办理同一件异议的复查。成立的项目写明复查后的值，来源的值会保留在报告里。">
        <Form.Item name="findings" label="查明的情况" rules={[{ required: true, whitespace: true, message: "请写明复查了什么、查明的情况。" }]}><Input.TextArea rows={4} maxLength={2000} showCount /></Form.Item>
      </FormSection>
      {items.map((it, i) => {
        const field = fieldOf(i);
        return (
          <FormSection key={`${it.person_id ?? ""}${it.fact}`} title={`${it.person ?? "全家"} · ${it.label}`} help={`来源 ${it.source}；当事人称 ${it.claim}`}>
            <Form.Item name={["items", i, "upheld"]} label="异议是否成立" rules={[{ required: true, message: `请选择${it.label}的异议是否成立。` }]}>
              <Radio.Group className="cw-yesno" options={[{ value: "yes", label: "成立" }, { value: "no", label: "不成立" }]} />
            </Form.Item>
            {answers[i]?.upheld === "yes" && field && (
              <Form.Item
                name={["items", i, "value"]}
                label={`复查后的${it.label}`}
                required
                rules={[{ validator: async (_, v?: string) => { const fault = v ? factFault(field, v) : `请填写复查后的${it.label}。`; if (fault) throw new Error(fault); } }]}
              >
                <FactControl field={field} empty="" />
              </Form.Item>
            )}
            <Form.Item name={["items", i, "why"]} label="理由" rules={[{ required: true, whitespace: true, message: "请写明理由。" }]}><Input maxLength={500} autoComplete="off" /></Form.Item>
          </FormSection>
        );
      })}
    </ServerForm>
  );
}
