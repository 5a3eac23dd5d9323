import { Form } from "antd";
import { useSession } from "@/app/session";
import { date, Panel } from "@/components";
import { useRelations } from "../parts/codes";
import { said } from "../parts/factValue";
import { ageOn, readId } from "../parts/idNumber";
import type { ItemForm } from "../types";
import { PlaceNote } from "./PlaceNote";
import { Precheck } from "./Precheck";
import type { ApplyForm, AskedFacts } from "./form";

interface Props {
  item: ItemForm | undefined;
  asked: AskedFacts;
  placeName: string;
  onGo: (step: number) => void;
}

/** CheckStep reads the application back before it is sent: what was said, what will be looked up, what is still open. */
export function CheckStep({ item, asked, placeName, onGo }: Props) {
  const form = Form.useFormInstance<ApplyForm>();
  const values = (Form.useWatch([], { form, preserve: true }) as ApplyForm | undefined) ?? (form.getFieldsValue(true) as ApplyForm);
  const { now } = useSession();
  const relations = useRelations();
  const members = values.members ?? [];
  const signed = members.filter((m) => m?.authorisation?.signed).length;
  const open = [
    signed < members.length && `还有 ${members.length - signed} 人未签授权书，全部签齐后才能受理，可在受理时补签。`,
    !values.pledge && "承诺书还没有签字，可在受理时补签。",
    values.has_relatives === undefined && "还没有申报近亲属情况，受理前须问清。",
  ].filter((line): line is string => Boolean(line));
  return (
    <div className="cw-check">
      <Panel title="申请" extra={<Change step={0} onGo={onGo} />}>
        <dl className="cw-dl">
          <dt>事项</dt><dd>{item?.name ?? "未选"}</dd>
          <dt>户籍地</dt><dd>{placeName || "未选"}{values.address && `，${values.address}`}</dd>
          {values.by_proxy && <><dt>代办</dt><dd>{values.proxy?.name}（{values.proxy?.relation}）</dd></>}
        </dl>
        <PlaceNote division={values.division} />
      </Panel>
      <Panel title={`家庭成员 ${members.length} 人`} extra={<Change step={1} onGo={onGo} />}>
        <div className="zf-scroll" tabIndex={0} role="region" aria-label="家庭成员一览">
          <table className="zf-facts">
            <thead><tr><th scope="col">姓名</th><th scope="col">与户主关系</th><th scope="col">年龄</th><th scope="col">情况</th><th scope="col">收入支出</th><th scope="col">授权书</th></tr></thead>
            <tbody>
              {members.map((m, i) => {
                const read = m?.id_number ? readId(m.id_number, date(now)) : null;
                return (
                  <tr key={i}>
                    <th scope="row">{m?.name || "未填"}</th>
                    <td>{m?.relation ? relations.label(m.relation) : "未选"}</td>
                    <td>{read?.ok ? `${ageOn(read.facts.birth, date(now))} 岁` : "—"}</td>
                    <td><Known known={said(asked.person, m?.facts)} of={asked.person.filter((f) => f.asked).length} /></td>
                    <td><Known known={said(asked.income, m?.facts)} of={asked.income.filter((f) => f.asked).length} /></td>
                    <td>{m?.authorisation?.signed ? "已签" : "未签"}</td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        </div>
      </Panel>
      <Panel title="家庭财产" extra={<Change step={2} onGo={onGo} />}>
        <p><Known known={said(asked.household, values.facts)} of={asked.household.filter((f) => f.asked).length} /></p>
        <p className="zf-help">未填的各项保持“未知”，受理后由信息核对查询，不会当作 0。</p>
      </Panel>
      {open.length > 0 && (
        <Panel title="提交前请知悉" extra={<Change step={3} onGo={onGo} />}>
          <ul className="cw-list">{open.map((line) => <li key={line}>{line}</li>)}</ul>
        </Panel>
      )}
      <Precheck asked={asked} today={date(now)} />
      {item && item.steps.length > 0 && (
        <Panel title="提交之后">
          <p className="zf-help">{item.steps.filter((s) => !["supplement", "appraisal"].includes(s.step)).map((s) => s.name).join(" → ")}；缺材料的一次性告知补正，公示期有异议的组织民主评议。受理之日起 {item.total_days} 个工作日内作出决定。</p>
        </Panel>
      )}
    </div>
  );
}

function Change({ step, onGo }: { step: number; onGo: (step: number) => void }) {
  return <button type="button" className="zf-link" onClick={() => onGo(step)}>修改</button>;
}

function Known({ known, of }: { known: number; of: number }) {
  return known >= of ? <>已填 {known} 项</> : <>已填 {known} 项，<span className="zf-unknown">{of - known} 项未知</span></>;
}
