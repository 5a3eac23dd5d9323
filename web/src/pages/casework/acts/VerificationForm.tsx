import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Alert, App, Checkbox, Form, Input } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { EmptyState, FormSection, QueryView, ServerForm, uuid } from "@/components";
import { caseVerificationQuery, type CaseVerification, type Report } from "../../verification/report/calls";
import { Comparison } from "../../verification/report/Comparison";
import { Findings } from "../../verification/report/Findings";
import { SourceStates } from "../case/SourceStates";
import { StartButton } from "../case/VerificationPanel";
import type { ActProps } from "./ActForm";
import "../../verification/report/report.css";

/** VerificationForm issues the report of a case from what the sources answered, or its next version. */
export default function VerificationForm({ data, onDone }: ActProps) {
  const query = useQuery(caseVerificationQuery(data.case.id));
  return <QueryView query={query}>{(v) => <Body caseId={data.case.id} version={data.case.version} v={v} onDone={onDone} />}</QueryView>;
}

function Body({ caseId, version, v, onDone }: { caseId: string; version: number; v: CaseVerification; onDone: () => void }) {
  if (v.may_start) return <EmptyState title="本案还没有向任何来源查询" next="发起后系统按授权书逐一查询，答复到达时这里会自动更新。" action={<StartButton caseId={caseId} />} />;
  if (!v.draft) return <EmptyState title="正在准备查询" next="稍候这里会显示各来源的答复。" />;
  return <Issue caseId={caseId} version={version} v={v} draft={v.draft} onDone={onDone} />;
}

interface Values { go_on?: boolean; remark?: string }

function Issue({ caseId, version, v, draft, onDone }: { caseId: string; version: number; v: CaseVerification; draft: NonNullable<CaseVerification["draft"]>; onDone: () => void }) {
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [id] = useState(uuid);
  const changes = v.changes ?? [];
  const again = (v.reports ?? []).length > 0;
  const send = async (values: Values, idempotencyKey: string) => {
    const made = await api.post<Report>(`/api/cases/${caseId}/verification/report`, { id, version, go_on: values.go_on === true, remark: values.remark?.trim() || undefined }, { idempotencyKey });
    void message.success(`核对报告 ${made.number} 第 ${made.version} 版已出具，结果已写入案件。`, 6);
    for (const key of ["case", "case-verification"]) void queries.invalidateQueries({ queryKey: [key, caseId] });
    for (const key of ["tasks", "inbox", "cases", "verification-report"]) void queries.invalidateQueries({ queryKey: [key] });
    onDone();
  };
  return (
    <ServerForm<Values> onSubmit={send} submitLabel={again ? "出具补充报告" : "出具核对报告"} guard={false}>
      <FormSection title="各来源的答复"><SourceStates sources={v.order?.sources ?? []} /></FormSection>
      {changes.length > 0 && (
        <FormSection title="与上一版报告相比">
          <ul className="cw-rows">{changes.map((c, i) => <li key={i}>{c.person}{c.label}：{c.before} → <strong>{c.after}</strong></li>)}</ul>
        </FormSection>
      )}
      <Findings content={draft} level={3} />
      <Comparison content={draft} level={3} />
      {v.waiting > 0 && (
        <>
          <Alert className="cw-gap" type="warning" showIcon title={`还有 ${v.waiting} 项查询没有答复。可以继续等待，也可以先出具报告：未答复的来源会写明，相应项目保持未知，不按 0 计；以后答复了再出补充报告。`} />
          <Form.Item name="go_on" valuePropName="checked" rules={[{ validator: async (_, yes?: boolean) => { if (!yes) throw new Error("请选择继续等待（关闭本页），或勾选不再等待。"); } }]}>
            <Checkbox>不再等待，先出具报告</Checkbox>
          </Form.Item>
        </>
      )}
      <Form.Item name="remark" label="核对人员说明"><Input.TextArea rows={3} maxLength={1000} showCount /></Form.Item>
    </ServerForm>
  );
}
