import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { Button, Form, Input, Select } from "antd";
import { useEffect, useMemo, useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { localDraft, ServerForm, useDraft, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { DivisionPicker } from "@/components/DivisionPicker";
import { ErrorState } from "@/components/ErrorState";
import { PageHeader } from "@/components/PageHeader";
import { PageLoading } from "@/components/PageLoading";
import { Panel } from "@/components/Panel";
import { BatchPreviewView } from "./BatchPreviewView";
import { categoryNames, orderPlaced, type BatchPreview, type Order } from "./calls";
import { ClassPicker } from "./ClassPicker";
import "./verification.css";

interface Values {
  title: string;
  place: string;
  categories: string[];
  classes?: string[];
  due?: string;
}

const usualTerm = " 30 个工作日（示例值）";
const lateMeans = "到期仍未答复的按“没有答复”写进报告，不当作零。";

/** NewBatchPage orders the periodic verification of everybody on some categories in a place, after it has shown whom it touches. */
export default function NewBatchPage() {
  const { now, current, staff } = useSession();
  const asked = useSearch({ strict: false }) as { place?: unknown; category?: unknown };
  const navigate = useNavigate();
  const [form] = Form.useForm<Values>();
  const [id] = useState(uuid);
  const store = useMemo(() => localDraft<Values>(staff.id, "verification.batch"), [staff.id]);
  const draft = useDraft<Values>(store);
  const half = Number(now.slice(5, 7)) <= 6 ? "上半年" : "下半年";
  const first = useMemo<Values>(() => {
    const kept = store.load() as Values | null;
    const fresh: Values = { title: `${now.slice(0, 4)} 年${half}复核`, place: current.division, categories: ["dibao"] };
    if (asked.place) return { ...fresh, place: String(asked.place), categories: [String(asked.category ?? "dibao")] };
    return kept ?? fresh;
  }, [store, now, half, current.division, asked.place, asked.category]);
  const [choice, setChoice] = useState<Pick<Values, "place" | "categories" | "classes">>(first);
  // What is typed is looked up after a pause.
  const [settled, setSettled] = useState(choice);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(choice), 400);
    return () => clearTimeout(timer);
  }, [choice]);
  // The calendar comes when a day of one's own is wanted: most batches take the usual term.
  const [ownDue, setOwnDue] = useState(Boolean(first.due));
  const body = { place: settled.place, categories: settled.categories ?? [], classes: settled.classes ?? [] };
  const ready = Boolean(body.place) && body.categories.length > 0;
  const preview = useQuery({
    queryKey: ["verification", "preview", body],
    queryFn: ({ signal }) => api.post<BatchPreview>("/api/verification/batches/preview", body, { signal }),
    enabled: ready,
  });
  return (
    <>
      <PageHeader title="新的批量复核" about="对在保对象定期做一次信息化核对。先看清会涉及谁、谁没有有效授权，再发起。" />
      <div className="zf-grid">
        <Panel title="复核谁" className="zf-span-5 zr-top">
          <ServerForm<Values>
            form={form}
            initialValues={first}
            guard={false}
            submitLabel="发起批量复核"
            extra={<><Link to="/verification/orders"><Button>返回</Button></Link> <span className="zf-help" aria-live="polite">{draft.said}</span></>}
            onValuesChange={(values) => {
              draft.change(values);
              setChoice({ place: values.place, categories: values.categories, classes: values.classes });
            }}
            onSubmit={async (values, key) => {
              const order = await api.post<Order>("/api/verification/orders", {
                id, kind: "batch", title: values.title, place: values.place, purpose: "social_assistance", categories: values.categories, classes: values.classes ?? [],
                ...(values.due ? { due: values.due } : {}),
              }, { idempotencyKey: key });
              await draft.clear();
              await orderPlaced();
              void navigate({ to: "/verification/orders/$id", params: { id: order.id } });
            }}
          >
            <Form.Item name="title" label="名称" rules={[{ required: true, message: "请写一个名称，便于以后查找。" }]}><Input maxLength={100} /></Form.Item>
            <Form.Item name="place" label="范围" rules={[{ required: true, message: "请选择范围。" }]}><DivisionPicker aria-label="范围" /></Form.Item>
            <Form.Item name="categories" label="类别" rules={[{ required: true, message: "请选择要复核的救助类别。" }]} extra="持有其中一类的家庭，家庭成员都在内：家庭经济状况看的是全家。">
              <Select mode="multiple" aria-label="类别" options={Object.entries(categoryNames).map(([value, label]) => ({ value, label }))} />
            </Form.Item>
            <Form.Item name="classes" label="数据项" extra="不选就是共享目录里的全部。"><ClassPicker label="数据项" /></Form.Item>
            {ownDue
              ? <Form.Item name="due" label="截止日期" extra={`不填就是${usualTerm}。${lateMeans}`}><DayField optional label="截止日期" /></Form.Item>
              : <Form.Item label="截止日期" extra={lateMeans}>{usualTerm} <Button type="link" size="small" onClick={() => setOwnDue(true)}>另定日期</Button></Form.Item>}
          </ServerForm>
        </Panel>
        <Panel title="会涉及谁？" className="zf-span-7 zr-top">
          {!ready && <p className="zf-help">选好范围和类别后，这里列出涉及的人和户。</p>}
          {ready && preview.isError && <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />}
          {ready && preview.isPending && <PageLoading />}
          {ready && preview.data && <BatchPreviewView preview={preview.data} body={body} />}
        </Panel>
      </div>
    </>
  );
}
