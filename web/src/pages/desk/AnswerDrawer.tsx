import { useQuery } from "@tanstack/react-query";
import { Button, Drawer, Form, Input, Radio } from "antd";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import { useSession } from "@/app/session";
import { DateText, DueTag, QueryView, ServerForm, StatusTag } from "@/components";
import { DayField } from "@/components/DayField";
import { questionQuery, statuses, type DeskAnswer, type DeskForm, type DeskQuestion } from "./calls";
import { RecordFields, shown } from "./RecordFields";

interface Values {
  status: DeskAnswer["status"];
  as_of: string;
  note?: string;
  records?: Record<string, unknown>[];
}

/** AnswerDrawer opens one question to answer it; its form is made of the fields of the data class. */
export function AnswerDrawer({ question, onClose }: { question: DeskQuestion; onClose: () => void }) {
  const form = useQuery(questionQuery(question.person_id, question.id));
  return (
    <Drawer open size={720} title={`${question.class_name}：${question.name}`} onClose={onClose} destroyOnHidden>
      <QueryView query={form}>{(data) => <Opened data={data} onClose={onClose} />}</QueryView>
    </Drawer>
  );
}

function Opened({ data, onClose }: { data: DeskForm; onClose: () => void }) {
  return (
    <>
      <table className="zf-facts dk-about">
        <tbody>
          <tr><th scope="row">姓名</th><td>{data.name}</td></tr>
          <tr><th scope="row">身份证号</th><td className="zf-num">{data.id_number}</td></tr>
          <tr><th scope="row">要查的数据</th><td>{data.class_name}{data.from && <>，<DateText value={data.from} /> 以来</>}</td></tr>
          <tr><th scope="row">用途和授权</th><td>{data.purpose}，授权书 {data.authorisation}</td></tr>
          <tr><th scope="row">最晚答复</th><td><DateText value={data.due} /> {data.state === "open" && <DueTag daysLeft={data.left_days} />}</td></tr>
        </tbody>
      </table>
      {data.state === "answered" ? <Given data={data} /> : <AnswerForm data={data} onClose={onClose} />}
    </>
  );
}

/** clean leaves out what was not filled in: an empty field is not sent. */
function clean(record: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(record).map(([key, v]) => [key, typeof v === "string" ? v.trim() : v]).filter(([, v]) => v !== undefined && v !== null && v !== ""),
  );
}

function AnswerForm({ data, onClose }: { data: DeskForm; onClose: () => void }) {
  const { now } = useSession();
  const [form] = Form.useForm<Values>();
  const status = Form.useWatch("status", form);
  return (
    <ServerForm<Values>
      form={form}
      submitLabel="提交答复"
      initialValues={{ as_of: now.slice(0, 10), records: [{}] }}
      extra={<Button onClick={onClose}>取消</Button>}
      onSubmit={async (values, key) => {
        const body: DeskAnswer = {
          status: values.status, as_of: values.as_of, note: values.note?.trim() ?? "",
          records: values.status === "found" ? (values.records ?? []).map(clean) : [],
        };
        await api.post(`/api/desk/questions/${data.person_id}/${data.id}/answer`, body, { idempotencyKey: key });
        await queryClient.invalidateQueries({ queryKey: ["desk"] });
        onClose();
      }}
    >
      <Form.Item name="status" label="查询结果" rules={[{ required: true, message: "请选择查询结果。" }]} extra="查不了时会记为“未知”，不会当作没有。">
        <Radio.Group options={Object.entries(statuses).map(([value, label]) => ({ value, label }))} />
      </Form.Item>
      {status === "found" && <RecordFields fields={data.fields ?? []} />}
      <Form.Item name="as_of" label="数据日期" rules={[{ required: true, message: "请填写数据日期。" }]} extra="查到的数据是哪一天的。"><DayField label="数据日期" /></Form.Item>
      <Form.Item name="note" label="说明"><Input.TextArea rows={2} maxLength={500} placeholder="例如：查不了的原因" /></Form.Item>
    </ServerForm>
  );
}

/** Given is the answer that stands. */
function Given({ data }: { data: DeskForm }) {
  const fields = data.fields ?? [];
  return (
    <>
      <p>
        <StatusTag tone="green">{statuses[data.status ?? ""]}</StatusTag> {data.answered_by} <DateText value={data.answered_at} time />，数据日期 <DateText value={data.as_of} />
        {data.note && `，说明：${data.note}`}
      </p>
      {(data.records ?? []).map((record, i) => (
        <table key={i} className="zf-facts">
          <tbody>
            {fields.filter((f) => record[f.key] !== undefined).map((f) => <tr key={f.key}><th scope="row">{f.name}</th><td>{shown(f, record[f.key])}</td></tr>)}
          </tbody>
        </table>
      ))}
    </>
  );
}
