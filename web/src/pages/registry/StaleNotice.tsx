import { Button } from "antd";
import { Attention } from "./Attention";
import { useCodes, type Codes } from "./codes";
import type { PersonDetail } from "./types";

const fields: { label: string; read: (p: PersonDetail, codes: Codes) => string }[] = [
  { label: "姓名", read: (p) => p.name },
  { label: "身份证号", read: (p) => p.id_mask },
  { label: "手机号码", read: (p) => p.phone_mask },
  { label: "详细地址", read: (p) => p.address_mask },
  { label: "户籍地", read: (p) => p.register.name },
  { label: "居住地", read: (p) => p.residence.name },
  { label: "民族", read: (p, c) => c.label("ethnicity", p.ethnicity) },
  { label: "婚姻状况", read: (p, c) => c.label("marital", p.marital) },
  { label: "文化程度", read: (p, c) => c.label("education", p.education) },
  { label: "在校情况", read: (p, c) => c.label("schooling", p.schooling) },
  { label: "劳动能力", read: (p, c) => c.label("work_ability", p.work_ability) },
  { label: "健康状况", read: (p, c) => c.label("health", p.health) },
  { label: "重特大疾病", read: (p) => p.serious_illness },
  { label: "残疾类别", read: (p, c) => (p.disability_type ? c.label("disability_type", p.disability_type) : "") },
  { label: "残疾等级", read: (p, c) => (p.disability_grade ? c.label("disability_grade", p.disability_grade) : "") },
  { label: "残疾人证", read: (p) => p.disability_mask },
  { label: "银行账号", read: (p) => p.account_mask },
  { label: "账户户名", read: (p) => p.account_holder },
  { label: "开户银行", read: (p) => p.bank_name },
  { label: "死亡日期", read: (p) => p.death_date ?? "" },
];

interface Props {
  /** The file as it stood when the form was opened. */
  base: PersonDetail;
  latest: PersonDetail;
  onKeep: () => void;
  onTake: () => void;
}

/** StaleNotice shows what somebody else changed while the form was open, and lets the person decide. */
export function StaleNotice({ base, latest, onKeep, onTake }: Props) {
  const codes = useCodes();
  const changed = fields
    .map(({ label, read }) => ({ label, was: read(base, codes) || "未填", is: read(latest, codes) || "未填" }))
    .filter(({ was, is }) => was !== is);
  return (
    <Attention title="您填写期间，这份档案被别人改过，您的修改还没有保存">
      {changed.length === 0
        ? <p>对方改动的是没有显示的内容（例如号码的中间几位）。</p>
        : (
          <table className="zf-facts zr-differences">
            <thead><tr><th scope="col">项目</th><th scope="col">您打开时</th><th scope="col">现在</th></tr></thead>
            <tbody>
              {changed.map(({ label, was, is }) => <tr key={label}><th scope="row">{label}</th><td>{was}</td><td>{is}</td></tr>)}
            </tbody>
          </table>
        )}
      <div className="zf-form-actions">
        <Button onClick={onKeep}>保留我改的，其余用最新内容</Button>
        <Button onClick={onTake}>放弃我的修改</Button>
      </div>
    </Attention>
  );
}
