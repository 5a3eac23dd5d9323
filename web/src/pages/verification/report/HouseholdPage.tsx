import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Link, useNavigate, useParams } from "@tanstack/react-router";
import { Alert, App, Button, Form, Input } from "antd";
import { useState } from "react";
import { asApiError } from "@/api/errors";
import { api } from "@/api/http";
import { dateTime, PageHeader, Panel, QueryView, ServerForm, StatusTag, uuid } from "@/components";
import { findingQuery, type FindingDetail, type Report } from "./calls";
import { Comparison } from "./Comparison";
import { Findings } from "./Findings";
import { conclusionTones } from "./names";
import { SourceTable } from "./SourceTable";
import "../../casework/casework.css";
import "./report.css";

/** HouseholdPage is one household of a batch: what it stands on, what was found, and what the town made of the difference. */
export default function HouseholdPage() {
  const { id = "", household = "" } = useParams({ strict: false }) as { id?: string; household?: string };
  const query = useQuery(findingQuery(id, household));
  return (
    <>
      {!query.data && <PageHeader title="核对结果" />}
      <QueryView query={query}>{(data) => <Body key={household} order={id} data={data} />}</QueryView>
    </>
  );
}

function Body({ order, data }: { order: string; data: FindingDetail }) {
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  const [report] = useState(uuid);
  const [busy, setBusy] = useState(false);
  const c = data.content;
  const path = `/api/verification/orders/${order}/households/${data.household_id}`;
  const issue = async () => {
    setBusy(true);
    try {
      const made = await api.post<Report>(`${path}/report`, { id: report, go_on: true });
      void navigate({ to: "/verification/reports/$id", params: { id: made.id } });
    } catch (thrown) {
      void message.error(asApiError(thrown).message);
    } finally {
      setBusy(false);
    }
  };
  const handle = async (v: { text?: string }, idempotencyKey: string) => {
    await api.post(`${path}/handled`, { text: v.text?.trim() ?? "" }, { idempotencyKey });
    void message.success("核实情况已登记。");
    await queries.invalidateQueries({ queryKey: ["verification-finding", order] });
    void queries.invalidateQueries({ queryKey: ["inbox"] });
  };
  return (
    <>
      <PageHeader
        title={<>{data.name}户核对结果 <StatusTag tone={conclusionTones[data.conclusion]}>{data.conclusion_name}</StatusTag></>}
        about={<>核对委托 <span className="zf-num">{c.order}</span> · {data.place_name} · {dateTime(data.computed_at)} 汇总{c.kind === "batch" && "，与最近一次认定时的情况对照"}</>}
        actions={
          <>
            {c.kind !== "client" && <Link to="/households/$id" params={{ id: data.household_id }}><Button>家庭档案</Button></Link>}
            {data.report_id ? <Link to="/verification/reports/$id" params={{ id: data.report_id }}><Button>核对报告</Button></Link> : data.may_issue && <Button loading={busy} onClick={() => void issue()}>出具核对报告</Button>}
          </>
        }
      />
      {data.handled_at && <Alert className="cw-gap" type="success" showIcon title={`${data.handled_by ?? ""} ${dateTime(data.handled_at)} 核实：${data.handled_text ?? ""}`} />}
      <Findings content={c} />
      <Comparison content={c} />
      {data.may_handle && (
        <Panel title="核实情况">
          <ServerForm<{ text?: string }> onSubmit={handle} submitLabel="登记核实情况" guard={false}>
            <Form.Item name="text" label="核实的情况和处理办法" extra="例如：已通知申报变更、差异属实拟调整待遇、差异已查清不影响待遇。" rules={[{ required: true, whitespace: true, message: "请写明核实的情况和处理办法。" }]}>
              <Input.TextArea rows={3} maxLength={1000} showCount />
            </Form.Item>
          </ServerForm>
        </Panel>
      )}
      <SourceTable content={c} />
    </>
  );
}
