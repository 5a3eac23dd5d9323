import { useQuery } from "@tanstack/react-query";
import { Alert, Button, Drawer, Form, Input } from "antd";
import { useState } from "react";
import { Link } from "@tanstack/react-router";
import { api } from "@/api/http";
import { useMay } from "@/app/session";
import { QueryView, ServerForm, StatusTag } from "@/components";
import { DateText } from "@/components/DateText";
import { authorisationsChanged, authorisationStates, ways, type Authorisation, type AuthorisationDetail } from "./authorisations";
import { purposes } from "./calls";
import "./verification.css";

/** AuthorisationDrawer shows one authorisation with what was signed, and ends it. */
export function AuthorisationDrawer({ of, onClose }: { of: Pick<Authorisation, "id" | "person_id" | "number">; onClose: () => void }) {
  const detail = useQuery({
    queryKey: ["person", of.person_id, "authorisation", of.id],
    queryFn: ({ signal }) => api.get<AuthorisationDetail>(`/api/people/${of.person_id}/authorisations/${of.id}`, undefined, signal),
  });
  return (
    <Drawer open size={720} title={`核对授权书 ${of.number}`} onClose={onClose} destroyOnHidden>
      <QueryView query={detail}>{(d) => <Shown d={d} onClose={onClose} />}</QueryView>
    </Drawer>
  );
}

function Shown({ d, onClose }: { d: AuthorisationDetail; onClose: () => void }) {
  const mayWithdraw = useMay("verification.withdraw");
  const [withdrawing, setWithdrawing] = useState(false);
  const [image, setImage] = useState<"signature" | "scan" | "">("");
  const source = `/api/people/${d.person_id}/authorisations/${d.id}/images/`;
  return (
    <>
      <dl className="zf-facts-list zv-facts">
        <div><dt>授权人</dt><dd><Link to="/people/$id" params={{ id: d.person_id }}>{d.person_name}</Link>，{d.place_name}</dd></div>
        <div><dt>状态</dt><dd><StatusTag tone={authorisationStates[d.state][1]}>{authorisationStates[d.state][0]}</StatusTag>{d.withdrawn_at && <> <DateText value={d.withdrawn_at} time />，{d.withdrawn_by}：{d.withdrawn_reason}</>}</dd></div>
        <div><dt>用途</dt><dd>{purposes[d.purpose]}</dd></div>
        <div><dt>数据项</dt><dd>{d.class_names}</dd></div>
        <div><dt>签署</dt><dd>{d.signed_by}{d.guardian && `（${d.guardian_relation ?? "监护人"}代签：${d.guardian_reason ?? ""}）`}，{ways[d.signed_how]}，<span className="zf-num">{d.signed_on}</span></dd></div>
        <div><dt>有效期</dt><dd className="zf-num">{d.valid_from} 起，{d.valid_until ? `${d.valid_until} 止` : "撤回之前一直有效"}</dd></div>
        <div><dt>登记人</dt><dd>{d.by_name || "随申请登记"}</dd></div>
      </dl>
      {d.text ? (
        <>
          {!d.unchanged && <Alert type="error" showIcon title="文本与签署时的摘要不一致，请报告系统管理员。" />}
          <div className="zv-text" tabIndex={0} role="region" aria-label="签署的全文">{d.text}</div>
          <p className="zf-help">SM3 摘要 <code className="zv-digest">{d.digest}</code>{d.unchanged && "，与签署时一致"}</p>
        </>
      ) : <p className="zf-help">随申请材料签的纸质授权书，原件和扫描件在案件材料里。</p>}
      <p>
        {d.signature && <Button onClick={() => setImage("signature")}>查看签名（留痕）</Button>}{" "}
        {d.scan && d.text && <Button href={`${source}scan`} target="_blank">打开扫描件（留痕）</Button>}{" "}
        {mayWithdraw && !d.withdrawn_at && !withdrawing && <Button danger onClick={() => setWithdrawing(true)}>撤回授权</Button>}
      </p>
      {image && <img className="zv-image" src={source + image} alt={`${d.signed_by}的签名`} />}
      {withdrawing && (
        <ServerForm<{ reason: string }>
          submitLabel="撤回授权"
          extra={<Button onClick={() => setWithdrawing(false)}>不撤回</Button>}
          onSubmit={async ({ reason }, key) => {
            await api.post(`/api/people/${d.person_id}/authorisations/${d.id}/withdraw`, { reason }, { idempotencyKey: key });
            await authorisationsChanged();
            onClose();
          }}
        >
          <p>撤回后马上不再查询；已经来的答复留在档案里。正在办理的申请可能因此缺少核对结果，请先向本人说明。</p>
          <Form.Item name="reason" label="原因" rules={[{ required: true, min: 2, message: "请写明撤回的原因，例如本人要求撤回。" }]}><Input maxLength={200} /></Form.Item>
        </ServerForm>
      )}
    </>
  );
}
