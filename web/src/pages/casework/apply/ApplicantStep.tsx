import { Alert, Checkbox, Form, Input, Radio } from "antd";
import { lazy, Suspense, useEffect } from "react";
import { FormSection } from "@/components";
import { useSession } from "@/app/session";
import { IdNumberItem } from "../parts/IdNumberItem";
import { registerPlace, type PersonHit } from "../parts/registry";
import type { ItemForm } from "../types";
import { PlaceNote } from "./PlaceNote";
import type { ApplyForm } from "./form";

const DivisionPicker = lazy(() => import("@/components/DivisionPicker").then((m) => ({ default: m.DivisionPicker })));

/** ApplicantStep: for what, who, where, and who brings it. */
export function ApplicantStep({ items }: { items: readonly ItemForm[] }) {
  const form = Form.useFormInstance<ApplyForm>();
  const item = Form.useWatch("item", { form, preserve: true });
  const division = Form.useWatch("division", { form, preserve: true });
  const byProxy = Form.useWatch("by_proxy", { form, preserve: true });
  const chosen = items.find((i) => i.id === item);
  const fill = async (hit: PersonHit) => {
    form.setFieldValue(["members", 0, "name"], hit.name);
    const place = await registerPlace(hit.person_id).catch(() => ""); // a file that may not be read leaves the place to be chosen
    if (place && !form.getFieldValue("division")) form.setFieldValue("division", place);
  };
  return (
    <>
      <FormSection title="申请什么" help="只有身份证和一份授权书也可以申请（一证一书）。其余各项不知道的可以不填，由部门核对。">
        <Form.Item name="item" label="救助事项" rules={[{ required: true, message: "请选择救助事项。" }]}>
          <Radio.Group className="cw-stack" options={items.map((i) => ({ value: i.id, label: i.name }))} />
        </Form.Item>
        {chosen?.apply_text && <p className="zf-help">{chosen.apply_text}。全程 {chosen.total_days} 个工作日内办结。</p>}
      </FormSection>
      <FormSection title="谁申请" help="先填身份证号：登记簿已有此人的，可以直接带出姓名和户籍地。">
        <IdNumberItem name={["members", 0, "id_number"]} path={["members", 0, "id_number"]} onFound={(hit) => void fill(hit)} />
        <Form.Item name={["members", 0, "name"]} label="姓名" rules={[{ required: true, whitespace: true, message: "请填写姓名。" }]}>
          <Input maxLength={50} autoComplete="off" />
        </Form.Item>
        <Form.Item name={["members", 0, "phone"]} label="联系电话" extra="用来通知办理进度；没有电话可以不填。">
          <Input maxLength={20} inputMode="tel" autoComplete="off" />
        </Form.Item>
      </FormSection>
      <FormSection title="户籍地" help="由户籍所在地的镇街受理。不在本镇街的，也可以在这里提交，系统转交。">
        <Form.Item name="division" label="户籍所在村（社区）" rules={[{ required: true, message: "请选择户籍所在的村（社区）。" }]}>
          <PlacePicker />
        </Form.Item>
        <PlaceNote division={division} />
        <Form.Item name="address" label="家庭住址" extra="门牌号，供入户调查使用。">
          <Input maxLength={200} autoComplete="off" />
        </Form.Item>
        <Form.Item name="urban" label="适用标准" extra="不选的，按所在村（社区）的类别确定。">
          <Radio.Group className="cw-yesno" options={[{ value: "yes", label: "城镇" }, { value: "no", label: "农村" }]} />
        </Form.Item>
      </FormSection>
      <FormSection title="代办" help="老年人、残疾人等行动不便的，可以委托村（社区）协理员或其他人代办。">
        <Form.Item name="by_proxy" valuePropName="checked" noStyle>
          <Checkbox>由他人代为申请</Checkbox>
        </Form.Item>
        {byProxy && <ProxyFields />}
      </FormSection>
    </>
  );
}

function PlacePicker(props: { id?: string; value?: string; onChange?: (code: string | undefined) => void }) {
  return (
    <Suspense fallback={<Input disabled aria-label="正在打开地区选择" />}>
      <DivisionPicker {...props} onChange={(code) => props.onChange?.(code)} levels={[5]} placeholder="输入村名、拼音首字母，或逐级选择" />
    </Suspense>
  );
}

/** A village assistant brings applications for others; who is signed in stands there from the start. */
function ProxyFields() {
  const form = Form.useFormInstance<ApplyForm>();
  const { staff, current } = useSession();
  useEffect(() => {
    if (current.role === "village_assistant" && !form.getFieldValue(["proxy", "name"])) {
      form.setFieldValue("proxy", { name: staff.name, relation: "村级协理员" });
    }
  }, [form, staff.name, current.role]);
  return (
    <div className="cw-indent">
      <Form.Item name={["proxy", "name"]} label="代办人姓名" rules={[{ required: true, whitespace: true, message: "请填写代办人姓名。" }]}>
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Form.Item name={["proxy", "relation"]} label="与申请人的关系" rules={[{ required: true, whitespace: true, message: "请填写代办人与申请人的关系。" }]} extra="例如：村级协理员、子女、邻居">
        <Input maxLength={50} autoComplete="off" />
      </Form.Item>
      <Alert type="info" showIcon title="授权书和承诺书仍须由申请人（或监护人）本人签字。" />
    </div>
  );
}
