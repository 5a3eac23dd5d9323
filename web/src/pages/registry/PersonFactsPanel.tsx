import { useMay } from "@/app/session";
import { MaskedValue } from "@/components/MaskedValue";
import { Panel } from "@/components/Panel";
import { useCodes } from "./codes";
import { Facts, type Fact } from "./Facts";
import type { PersonDetail } from "./types";

/** PersonFactsPanel shows what the file holds; personal data masked, behind an eye that asks the purpose. */
export function PersonFactsPanel({ person }: { person: PersonDetail }) {
  const codes = useCodes();
  const mayReveal = useMay("person.reveal");
  const masked = (field: string, label: string, value: string) =>
    value && <MaskedValue value={value} label={label} revealPath={mayReveal ? `/api/people/${person.id}/reveal` : undefined} revealBody={{ field }} />;
  const code = (table: string, value: string) => value && codes.label(table, value);
  const disability = person.disability_type > 0
    ? `${codes.label("disability_type", person.disability_type)}${codes.label("disability_grade", person.disability_grade)}`
    : "无";

  const identity: Fact[] = [
    { label: "身份证号", value: masked("id_number", "身份证号", person.id_mask) },
    { label: "性别", value: codes.label("sex", person.sex) },
    { label: "出生日期", value: <span className="zf-num">{person.birth}（{person.age} 岁）</span> },
    { label: "民族", value: code("ethnicity", person.ethnicity) },
    { label: "手机号码", value: masked("phone", "手机号码", person.phone_mask) },
    { label: "婚姻状况", value: code("marital", person.marital) },
    { label: "户籍地", value: person.register.name, wide: true },
    { label: "居住地", value: person.residence.name, wide: true },
    { label: "详细地址", value: masked("address", "详细地址", person.address_mask), wide: true },
  ];
  const life: Fact[] = [
    { label: "健康状况", value: code("health", person.health) },
    { label: "重特大疾病", value: person.serious_illness },
    { label: "残疾", value: disability },
    { label: "残疾人证", value: masked("disability", "残疾人证号", person.disability_mask) },
    { label: "劳动能力", value: code("work_ability", person.work_ability) },
    { label: "文化程度", value: code("education", person.education) },
    { label: "在校情况", value: code("schooling", person.schooling) },
  ];
  const money: Fact[] = [
    { label: "银行账号", value: masked("account", "银行账号", person.account_mask) },
    { label: "账户户名", value: person.account_holder },
    { label: "开户银行", value: person.bank_name },
  ];
  return (
    <>
      <Panel title="身份与住址"><Facts facts={identity} /></Panel>
      <Panel title="健康、劳动与就学"><Facts facts={life} /></Panel>
      <Panel title="领款账户"><Facts facts={money} /></Panel>
    </>
  );
}
