import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Drawer, Form, Input, Radio, Select, Upload } from "antd";
import { useState } from "react";
import { api } from "@/api/http";
import { useSession } from "@/app/session";
import { ServerForm, uuid } from "@/components";
import { DayField } from "@/components/DayField";
import { ErrorState } from "@/components/ErrorState";
import { authorisationsChanged, type Authorisation } from "./authorisations";
import { purposes } from "./calls";
import { ClassPicker } from "./ClassPicker";
import { SignaturePad } from "./SignaturePad";
import { isMinor, type Who } from "./who";
import "./verification.css";

interface Values {
  purpose: string;
  classes?: string[];
  signed_how: "paper" | "screen";
  guardian?: boolean;
  signed_by: string;
  guardian_relation?: string;
  guardian_reason?: string;
  signed_on: string;
  valid_until?: string;
  scan?: { name: string; data: string };
  signature?: string;
}

const largest = 10 * 1024 * 1024;

function read(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).split(",")[1] ?? "");
    reader.onerror = () => reject(new Error("文件没有读出来，请重新选择。"));
    reader.readAsDataURL(file);
  });
}

function body(id: string, v: Partial<Values>) {
  return {
    id, purpose: v.purpose, classes: v.classes ?? [], signed_how: v.signed_how, signed_by: v.signed_by, signed_on: v.signed_on,
    ...(v.guardian ? { guardian: true, guardian_relation: v.guardian_relation ?? "", guardian_reason: v.guardian_reason ?? "" } : {}),
    ...(v.valid_until ? { valid_until: v.valid_until } : {}),
    ...(v.signed_how === "paper" ? { scan: v.scan?.data } : { signature: v.signature }),
  };
}

/** SignDrawer takes an authorisation down at the counter: on paper with its scan, or signed on the screen. */
export function SignDrawer({ who, onClose }: { who: Who; onClose: () => void }) {
  const { now } = useSession();
  const today = now.slice(0, 10);
  const [id] = useState(uuid);
  const [form] = Form.useForm<Values>();
  const minor = isMinor(who.birth, today);
  const first: Partial<Values> = { purpose: "social_assistance", signed_how: "screen", signed_by: minor ? "" : who.name, guardian: minor, signed_on: today, guardian_reason: minor ? "未满十八周岁" : "" };
  const v = (Form.useWatch([], form) as Values | undefined) ?? (first as Values);
  const asked = body(id, { ...v, signature: undefined, scan: undefined });
  const readable = Boolean(v.signed_by);
  const text = useQuery({
    queryKey: ["authorisation-text", who.id, asked],
    queryFn: async ({ signal }) => (await api.post<{ text: string }>(`/api/people/${who.id}/authorisations/text`, asked, { signal })).text,
    enabled: readable,
    placeholderData: (before) => before,
  });
  return (
    <Drawer open size={720} title={`登记${who.name}的核对授权`} onClose={onClose} destroyOnHidden>
      <ServerForm<Values>
        form={form}
        initialValues={first}
        submitLabel="登记授权"
        extra={<Button onClick={onClose}>取消</Button>}
        onSubmit={async (values, key) => {
          await api.post<Authorisation>(`/api/people/${who.id}/authorisations`, body(id, values), { idempotencyKey: key });
          await authorisationsChanged();
          onClose();
        }}
      >
        <Form.Item name="purpose" label="用途" rules={[{ required: true }]}><Select aria-label="用途" options={Object.entries(purposes).map(([value, label]) => ({ value, label }))} /></Form.Item>
        <Form.Item name="classes" label="数据项" extra="不选就是共享目录里的全部。"><ClassPicker label="数据项" /></Form.Item>
        <Form.Item name="signed_how" label="签署方式" rules={[{ required: true }]}>
          <Radio.Group options={[{ value: "screen", label: "在屏幕上签" }, { value: "paper", label: "纸质，上传扫描件" }]} />
        </Form.Item>
        <Form.Item name="guardian" valuePropName="checked"><Checkbox disabled={minor} onChange={(e) => form.setFieldValue("signed_by", e.target.checked ? "" : who.name)}>由监护人代签（未成年人或无民事行为能力人）</Checkbox></Form.Item>
        {v.guardian && (
          <>
            <Form.Item name="guardian_relation" label="代签人是本人的" rules={[{ required: true, message: "请写明代签人是本人的什么人。" }]}><Input maxLength={30} placeholder="例如：母亲" /></Form.Item>
            <Form.Item name="guardian_reason" label="代签理由" rules={[{ required: true, message: "请写明代签的理由。" }]}><Input maxLength={200} placeholder="例如：未满十八周岁" /></Form.Item>
          </>
        )}
        <Form.Item name="signed_by" label={v.guardian ? "代签人姓名" : "签字人姓名"} rules={[{ required: true, message: "请填写签字人姓名。" }]}><Input maxLength={50} /></Form.Item>
        <Form.Item name="signed_on" label="签署日期" rules={[{ required: true, message: "请填写签署日期。" }]}><DayField label="签署日期" /></Form.Item>
        <Form.Item name="valid_until" label="有效期截止日" extra="不填就是撤回之前一直有效。"><DayField optional label="有效期截止日" /></Form.Item>
        {text.isError && <ErrorState error={text.error} onRetry={() => void text.refetch()} />}
        {text.data && <div className="zv-text" tabIndex={0} role="region" aria-label="授权书全文">{text.data}</div>}
        {v.signed_how === "paper" ? (
          <Form.Item name="scan" label="扫描件或照片" rules={[{ required: true, message: "纸质授权书请上传扫描件或照片。" }]} extra="JPEG、PNG、WebP 或 PDF，不超过 10 MB。"><ScanField /></Form.Item>
        ) : (
          <Form.Item name="signature" label="手写签名" rules={[{ required: true, message: "请在签名框内手写签名。" }]} extra="请签字人看过上面的全文后，用手指、笔或鼠标签名。"><SignaturePad label="手写签名" /></Form.Item>
        )}
      </ServerForm>
    </Drawer>
  );
}

function ScanField({ value, onChange, id }: { value?: { name: string; data: string }; onChange?: (v: { name: string; data: string } | undefined) => void; id?: string }) {
  const [fault, setFault] = useState("");
  return (
    <>
      <Upload
        id={id} accept="image/jpeg,image/png,image/webp,application/pdf" maxCount={1} showUploadList={false}
        beforeUpload={(file) => {
          setFault("");
          if (file.size > largest) setFault("文件超过 10 MB，请压缩后再上传。");
          else void read(file).then((data) => onChange?.({ name: file.name, data }), (e: unknown) => setFault(e instanceof Error ? e.message : "文件没有读出来，请重新选择。"));
          return false;
        }}
      >
        <Button>选择文件</Button>
      </Upload>
      {value && <span> {value.name} <Button type="link" size="small" onClick={() => onChange?.(undefined)}>去掉</Button></span>}
      {fault && <p role="alert">{fault}</p>}
    </>
  );
}
