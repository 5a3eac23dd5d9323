import { PlusOutlined } from "@ant-design/icons";
import { Alert, Button, Checkbox, Form, Input, Radio, Select, type FormInstance } from "antd";
import { useSession } from "@/app/session";
import { date, FormSection } from "@/components";
import { ageOn, readId } from "../parts/idNumber";
import type { ApplyForm, AuthorisationForm, MemberForm } from "./form";

/** SignStep: authorisation of each member (核对授权书), pledge, near relatives, account. One authorisation is enough to apply. */
export function SignStep() {
  const form = Form.useFormInstance<ApplyForm>();
  const members = Form.useWatch("members", { form, preserve: true }) ?? [];
  const relatives = Form.useWatch("has_relatives", { form, preserve: true });
  const options = members.map((m, i) => ({ value: i, label: m?.name?.trim() || `成员 ${i + 1}` }));
  return (
    <>
      <FormSection title="核对授权书" help="申请人签了授权书即可提交；其他成员的可以在受理时补签。未成年人和无民事行为能力人由监护人签字。">
        {members.map((member, index) => <SignRow key={index} index={index} member={member} guardian={members[0]?.name} />)}
      </FormSection>
      <FormSection title="近亲属备案" help="家庭成员与社会救助经办人员、村（居）民委员会成员有近亲属关系的，须单独登记，县级将入户核实。">
        <Form.Item name="has_relatives" label="是否有这样的近亲属">
          <Radio.Group className="cw-yesno" options={[{ value: "no", label: "没有" }, { value: "yes", label: "有" }]} />
        </Form.Item>
        {relatives === "yes" && <RelativeRows options={options} />}
      </FormSection>
      <FormSection title="承诺书" help="承诺所填内容真实，如实申报近亲属关系，配合核对和入户调查，情况变化及时报告。">
        <Form.Item name="pledge" valuePropName="checked" noStyle>
          <Checkbox>申请人（或监护人）已在承诺书上签字</Checkbox>
        </Form.Item>
      </FormSection>
      <FormSection title="收款账户" help="确认后用来发放保障金，现在没有可以以后补。">
        <Form.Item name={["members", 0, "account"]} label="银行账号">
          <Input inputMode="numeric" maxLength={30} autoComplete="off" />
        </Form.Item>
        <Form.Item name={["members", 0, "bank_name"]} label="开户银行">
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </FormSection>
    </>
  );
}

function SignRow({ index, member, guardian }: { index: number; member: MemberForm | undefined; guardian: string | undefined }) {
  const form = Form.useFormInstance<ApplyForm>();
  const { now } = useSession();
  const today = date(now);
  const read = member?.id_number ? readId(member.id_number, today) : null;
  const minor = read?.ok ? ageOn(read.facts.birth, today) < 18 : false;
  const name = member?.name?.trim() || `成员 ${index + 1}`;
  const signed = member?.authorisation?.signed ?? false;
  const path = ["members", index, "authorisation"];
  const sign = (on: boolean) => {
    const before = member?.authorisation;
    const next: AuthorisationForm = on
      ? { signed: true, signed_by: before?.signed_by || (minor ? (guardian ?? "") : (member?.name ?? "")), guardian: before?.guardian ?? minor, signed_on: before?.signed_on || today }
      : { ...before, signed: false };
    (form as FormInstance).setFieldValue(path, next);
  };
  return (
    <div className="cw-sign">
      <Form.Item
        name={[...path, "signed"]}
        valuePropName="checked"
        className="cw-tight"
        rules={index === 0 ? [{ validator: async (_, on?: boolean) => { if (!on) throw new Error("申请须有身份证明和一份核对授权书（一证一书），请申请人签署授权书。"); } }] : undefined}
      >
        <Checkbox onChange={(e) => sign(e.target.checked)}>{name}已签授权书{minor && <span className="zf-help">（未满 18 岁，由监护人签）</span>}</Checkbox>
      </Form.Item>
      {signed && (
        <div className="cw-fields cw-indent">
          <Form.Item name={[...path, "signed_by"]} label={`${name}：签字人`} rules={[{ required: true, whitespace: true, message: `请填写${name}授权书的签字人。` }]}>
            <Input maxLength={50} autoComplete="off" />
          </Form.Item>
          <Form.Item
            name={[...path, "signed_on"]}
            label="签署日期"
            rules={[{ required: true, message: "请填写签署日期。" }, { validator: async (_, v?: string) => { if (v && v > today) throw new Error("签署日期不能晚于今天。"); } }]}
          >
            <Input type="date" max={today} />
          </Form.Item>
          <Form.Item name={[...path, "guardian"]} valuePropName="checked" label="身份">
            <Checkbox>签字人是监护人</Checkbox>
          </Form.Item>
        </div>
      )}
    </div>
  );
}

function RelativeRows({ options }: { options: { value: number; label: string }[] }) {
  const must = (what: string) => [{ required: true, message: `请填写${what}。` }];
  return (
    <Form.List name="relatives" initialValue={[{}]}>
      {(rows, { add, remove }) => (
        <>
          {rows.map((row) => (
            <div key={row.key} className="cw-member" role="group" aria-label={`近亲属 ${row.name + 1}`}>
              <div className="cw-fields">
                <Form.Item name={[row.name, "member"]} label="家庭成员" rules={must("家庭成员")}><Select options={options} /></Form.Item>
                <Form.Item name={[row.name, "staff_name"]} label="工作人员或村（居）干部姓名" rules={must("姓名")}><Input maxLength={50} autoComplete="off" /></Form.Item>
                <Form.Item name={[row.name, "office"]} label="单位和职务" rules={must("单位和职务")}><Input maxLength={100} autoComplete="off" /></Form.Item>
                <Form.Item name={[row.name, "relation"]} label="与家庭成员的关系" rules={must("关系")}><Input maxLength={50} autoComplete="off" /></Form.Item>
              </div>
              <Button size="small" type="text" onClick={() => remove(row.name)}>移除</Button>
            </div>
          ))}
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => add({})} disabled={rows.length >= 20}>再登记一位</Button>
          <Alert className="cw-gap" type="info" showIcon title="登记后，这个案件由县级入户核实，不影响申请资格。" />
        </>
      )}
    </Form.List>
  );
}
