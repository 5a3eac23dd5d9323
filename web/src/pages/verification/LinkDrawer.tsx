import { useQuery } from "@tanstack/react-query";
import { Button, Checkbox, Drawer, Form, Input, Popconfirm, Radio, Select, Typography } from "antd";
import { lazy, Suspense, useState } from "react";
import { api } from "@/api/http";
import { queryClient } from "@/app/query";
import { useSession } from "@/app/session";
import { ServerForm, StatusTag, uuid } from "@/components";
import { DateText } from "@/components/DateText";
import { DayField } from "@/components/DayField";
import { ErrorState } from "@/components/ErrorState";
import { dateTime } from "@/components/format";
import { linkStates, personLinksQuery, tasks, type SelfLink } from "./authorisations";
import { purposes } from "./calls";
import { ClassPicker } from "./ClassPicker";
import { isMinor, type Who } from "./who";
import "./verification.css";

const QrCode = lazy(() => import("../account/QrCode").then((m) => ({ default: m.QrCode })));

interface Values {
  task: SelfLink["task"];
  purpose?: string;
  classes?: string[];
  valid_until?: string;
  guardian?: boolean;
  signer?: string;
  guardian_relation?: string;
  guardian_reason?: string;
  tail?: string;
}

/** LinkDrawer makes a one-time link by which the person signs, withdraws or reads on their own phone. The code is shown once. */
export function LinkDrawer({ who, onClose }: { who: Who; onClose: () => void }) {
  const { now } = useSession();
  const minor = isMinor(who.birth, now.slice(0, 10));
  const [id, setId] = useState(uuid);
  const [made, setMade] = useState<SelfLink | null>(null);
  const [form] = Form.useForm<Values>();
  const first: Values = { task: "authorise", purpose: "social_assistance", guardian: minor, guardian_reason: minor ? "未满十八周岁" : "" };
  const v = (Form.useWatch([], form) as Values | undefined) ?? first;
  return (
    <Drawer open size={720} title={`给${who.name}的自助链接`} onClose={onClose} destroyOnHidden>
      {made?.code ? (
        <Made link={made} onAgain={() => { setMade(null); setId(uuid()); }} />
      ) : (
        <ServerForm<Values>
          form={form}
          initialValues={first}
          guard={false}
          submitLabel="生成链接"
          extra={<Button onClick={onClose}>取消</Button>}
          onSubmit={async (values, key) => {
            const { guardian, signer, guardian_relation, guardian_reason, tail, valid_until, ...rest } = values;
            const link = await api.post<SelfLink>(`/api/people/${who.id}/links`, {
              id, ...rest, ...(rest.task === "authorise" && valid_until ? { valid_until } : {}), ...(guardian ? { guardian, signer, guardian_relation, guardian_reason, tail } : {}),
            }, { idempotencyKey: key });
            await queryClient.invalidateQueries({ queryKey: ["person", who.id, "links"] });
            setMade(link);
          }}
        >
          <p className="zf-help">本人（或监护人）用手机打开，核对身份证号后六位后办理，不用登录。24 小时内有效，只能用一次。</p>
          <Form.Item name="task" label="办理什么" rules={[{ required: true }]}><Radio.Group options={Object.entries(tasks).map(([value, label]) => ({ value, label }))} /></Form.Item>
          {v.task === "authorise" && (
            <>
              <Form.Item name="purpose" label="授权用途" rules={[{ required: true, message: "请选择授权的用途。" }]}><Select aria-label="授权用途" options={Object.entries(purposes).map(([value, label]) => ({ value, label }))} /></Form.Item>
              <Form.Item name="classes" label="数据项" extra="不选就是共享目录里的全部。"><ClassPicker label="数据项" /></Form.Item>
              <Form.Item name="valid_until" label="有效期截止日" extra="不填就是撤回之前一直有效。"><DayField optional label="有效期截止日" /></Form.Item>
            </>
          )}
          <Form.Item name="guardian" valuePropName="checked"><Checkbox disabled={minor}>由监护人办理（未成年人或无民事行为能力人）</Checkbox></Form.Item>
          {v.guardian && (
            <>
              <Form.Item name="signer" label="监护人姓名" rules={[{ required: true, message: "请填写监护人姓名。" }]}><Input maxLength={50} /></Form.Item>
              <Form.Item name="guardian_relation" label="监护人是本人的" rules={[{ required: true, message: "请写明监护人是本人的什么人。" }]}><Input maxLength={30} placeholder="例如：母亲" /></Form.Item>
              <Form.Item name="guardian_reason" label="代签理由" rules={[{ required: true, message: "请写明代签的理由。" }]}><Input maxLength={200} /></Form.Item>
              <Form.Item name="tail" label="监护人身份证号后六位" rules={[{ required: true, pattern: /^\d{5}[\dXx]$/, message: "请填写身份证号的后六位。" }]} extra="打开链接时核对用，只留不能还原的摘要。"><Input maxLength={6} autoComplete="off" style={{ width: 160 }} /></Form.Item>
            </>
          )}
        </ServerForm>
      )}
      <LinkList who={who} />
    </Drawer>
  );
}

function Made({ link, onAgain }: { link: SelfLink; onAgain: () => void }) {
  const address = `${globalThis.location.origin}/self#${link.code}`;
  return (
    <section aria-label="生成的链接">
      <p>请<strong>{link.signer}</strong>用手机扫码，或打开下面的地址、输入代码。代码只显示这一次。</p>
      <div className="zv-link">
        <Suspense fallback={null}><QrCode text={address} label="自助链接二维码" /></Suspense>
        <div>
          <p>代码 <span className="zv-code zf-num">{link.code}</span></p>
          <p>地址 <Typography.Text copyable={{ text: address, tooltips: ["复制地址", "已复制"] }}>{`${globalThis.location.origin}/self`}</Typography.Text></p>
          <p>{tasks[link.task]}，{dateTime(link.expires_at)} 前有效，只能用一次。</p>
          <Button onClick={onAgain}>再生成一个</Button>
        </div>
      </div>
    </section>
  );
}

function LinkList({ who }: { who: Who }) {
  const links = useQuery(personLinksQuery(who.id));
  const [error, setError] = useState<unknown>();
  const revoke = async (id: string) => {
    setError(undefined);
    try {
      await api.post(`/api/people/${who.id}/links/${id}/revoke`);
      await queryClient.invalidateQueries({ queryKey: ["person", who.id, "links"] });
    } catch (thrown) {
      setError(thrown);
    }
  };
  if (links.isError) return <ErrorState error={links.error} onRetry={() => void links.refetch()} />;
  const list = links.data ?? [];
  if (list.length === 0) return null;
  return (
    <>
      <h3 className="zv-h3">发过的链接</h3>
      {error !== undefined && <ErrorState error={error} />}
      <table className="zf-facts">
        <thead><tr><th scope="col">办理什么</th><th scope="col">给谁</th><th scope="col">状态</th><th scope="col">有效到</th><th scope="col">发出</th><th scope="col">操作</th></tr></thead>
        <tbody>
          {list.map((l) => (
            <tr key={l.id}>
              <th scope="row">{tasks[l.task]}{l.purpose && `（${purposes[l.purpose]}）`}</th>
              <td>{l.signer}</td>
              <td><StatusTag tone={linkStates[l.state][1]}>{linkStates[l.state][0]}</StatusTag></td>
              <td><DateText value={l.expires_at} time /></td>
              <td>{l.by_name} <DateText value={l.created_at} time /></td>
              <td>
                {(l.state === "waiting" || l.state === "opened") && (
                  <Popconfirm title="作废这个链接？" okText="作废" cancelText="不作废" onConfirm={() => revoke(l.id)}><Button size="small" type="link">作废</Button></Popconfirm>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
