import { Checkbox, Form, Input } from "antd";
import { useSession } from "@/app/session";
import { date } from "@/components";
import type { CasePageData } from "../types";
import { DayItem } from "./fields";

export interface SignedForm { signed?: boolean; signed_by?: string; guardian?: boolean; signed_on?: string }
export type SignedByPerson = Record<string, SignedForm | undefined>;

/** unsigned are the members whose authorisation is still missing. */
export const unsigned = (data: CasePageData) => data.members.filter((m) => !m.authorised);

/** SigningFields takes in what is signed at the window now: authorisations that are missing, and the pledge. */
export function SigningFields({ data, pledge }: { data: CasePageData; pledge: boolean }) {
  const form = Form.useFormInstance();
  const { now } = useSession();
  const signed = Form.useWatch("signed", { form, preserve: true }) as SignedByPerson | undefined;
  const missing = unsigned(data);
  const head = data.members[0]?.name ?? "";
  return (
    <>
      {missing.length > 0 && <p className="zf-help cw-lead">以下成员还没有签核对授权书，现在补签的请勾选。</p>}
      {missing.map((m) => (
        <div key={m.person_id} className="cw-sign">
          <Form.Item name={["signed", m.person_id, "signed"]} valuePropName="checked" noStyle>
            <Checkbox
              onChange={(e) =>
                e.target.checked &&
                form.setFieldValue(["signed", m.person_id], { signed: true, signed_by: m.age < 18 ? head : m.name, guardian: m.age < 18, signed_on: date(now) })
              }
            >
              {m.name}（{m.age} 岁）补签授权书
            </Checkbox>
          </Form.Item>
          {signed?.[m.person_id]?.signed && (
            <div className="cw-fields cw-indent">
              <Form.Item name={["signed", m.person_id, "signed_by"]} label={`${m.name}：签字人`} rules={[{ required: true, whitespace: true, message: `请填写${m.name}授权书的签字人。` }]}>
                <Input maxLength={50} autoComplete="off" />
              </Form.Item>
              <DayItem name={["signed", m.person_id, "signed_on"]} label="签署日期" />
              <Form.Item name={["signed", m.person_id, "guardian"]} label="身份" valuePropName="checked"><Checkbox>签字人是监护人</Checkbox></Form.Item>
            </div>
          )}
        </div>
      ))}
      {pledge && (
        <Form.Item name="pledge" valuePropName="checked" className="cw-tight">
          <Checkbox>承诺书（含近亲属申报）已签</Checkbox>
        </Form.Item>
      )}
    </>
  );
}

/** signedNow turns the form into the request. */
export function signedNow(signed: SignedByPerson | undefined) {
  return Object.entries(signed ?? {}).flatMap(([person_id, s]) =>
    s?.signed ? [{ person_id, signed_by: s.signed_by?.trim() ?? "", guardian: s.guardian || undefined, signed_on: s.signed_on ?? "" }] : [],
  );
}
