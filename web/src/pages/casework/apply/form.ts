import type { NamePath } from "@/components";
import { derivedFacts } from "../data";
import { factsFrom, type FactText, type FactTexts } from "../parts/factValue";
import { cleanId, readId } from "../parts/idNumber";
import type { FactField, Facts, ItemForm } from "../types";

export interface AuthorisationForm { signed?: boolean; signed_by?: string; guardian?: boolean; signed_on?: string }

export interface MemberForm {
  id_number?: string;
  name?: string;
  relation?: string;
  role?: "applicant" | "member" | "supporter";
  phone?: string;
  account?: string;
  bank_name?: string;
  register_division?: string;
  residence_division?: string;
  facts?: FactTexts;
  authorisation?: AuthorisationForm;
}

export interface RelativeForm { member?: number; staff_name?: string; office?: string; relation?: string }

/** The application as it is being written; it is also the content of the draft. */
export interface ApplyForm {
  item?: string;
  division?: string;
  urban?: FactText;
  address?: string;
  by_proxy?: boolean;
  proxy?: { name?: string; relation?: string };
  members: MemberForm[];
  facts?: FactTexts;
  has_relatives?: "yes" | "no";
  relatives?: RelativeForm[];
  pledge?: boolean;
}

export const stepTitles = ["申请人", "家庭成员", "收入和财产", "授权和承诺", "核对并提交"] as const;

/** Sections of the catalogue that belong to the step of income and assets; the others describe the member. */
const meansSections = ["收入", "不计入的收入", "支出", "财产"];

export interface AskedFacts { person: FactField[]; income: FactField[]; household: FactField[] }

/** askedFacts sorts the facts of an item by the step that asks for them. What identity and place tell is not asked. */
export function askedFacts(item: ItemForm | undefined): AskedFacts {
  const fields = (item?.facts ?? []).filter((f) => !derivedFacts.includes(f.key));
  const members = fields.filter((f) => f.of === "member");
  return {
    person: members.filter((f) => !meansSections.includes(f.section)),
    income: members.filter((f) => meansSections.includes(f.section)),
    household: fields.filter((f) => f.of === "household"),
  };
}

/** stepOf says on which step a field stands, by its path in the form. */
export function stepOf(path: NamePath, asked: AskedFacts): number {
  const [top, index, field, key] = path;
  if (top === "facts") return 2;
  if (top === "members") {
    if (field === "facts") return asked.income.some((f) => f.key === key) ? 2 : 1;
    if (field === "authorisation" || field === "account" || field === "bank_name") return 3;
    return index === 0 && field !== "relation" ? 0 : 1;
  }
  return top === "relatives" || top === "has_relatives" || top === "pledge" ? 3 : 0;
}

export interface SubmitMember {
  id_number: string;
  name: string;
  relation: string;
  role?: string;
  phone?: string;
  account?: string;
  bank_name?: string;
  register_division?: string;
  residence_division?: string;
  facts?: Facts;
  authorisation?: { signed_by: string; guardian?: boolean; signed_on: string };
}

export interface SubmitBody {
  request_key: string;
  draft_id: string;
  item: string;
  division: string;
  urban?: boolean;
  address?: string;
  members: SubmitMember[];
  facts?: Facts;
  proxy?: { name: string; relation: string };
  relatives?: { member: number; staff_name: string; office: string; relation: string }[];
  pledge?: boolean;
}

const text = (value: string | undefined) => value?.trim() || undefined;

/** submitBody is what is sent: only what was said; nothing that is unknown becomes a value. */
export function submitBody(form: ApplyForm, asked: AskedFacts, draftId: string): SubmitBody {
  return {
    request_key: draftId, // one draft, one application: however often it is sent
    draft_id: draftId,
    item: form.item ?? "",
    division: form.division ?? "",
    urban: form.urban === undefined ? undefined : form.urban === "yes",
    address: text(form.address),
    members: form.members.map((m) => memberBody(m, [...asked.person, ...asked.income])),
    facts: factsFrom(asked.household, form.facts),
    proxy: form.by_proxy ? { name: text(form.proxy?.name) ?? "", relation: text(form.proxy?.relation) ?? "" } : undefined,
    relatives:
      form.has_relatives === "yes"
        ? (form.relatives ?? []).map((r) => ({
            member: r.member ?? 0, staff_name: text(r.staff_name) ?? "", office: text(r.office) ?? "", relation: text(r.relation) ?? "",
          }))
        : undefined,
    pledge: form.pledge || undefined,
  };
}

function memberBody(m: MemberForm, fields: readonly FactField[]): SubmitMember {
  const a = m.authorisation;
  return {
    id_number: cleanId(m.id_number ?? ""),
    name: m.name?.trim() ?? "",
    relation: m.relation ?? "",
    role: m.role,
    phone: text(m.phone),
    account: text(m.account)?.replace(/\s/g, ""),
    bank_name: text(m.bank_name),
    register_division: m.register_division,
    residence_division: m.residence_division,
    facts: factsFrom(fields, m.facts),
    authorisation: a?.signed && a.signed_on ? { signed_by: text(a.signed_by) ?? m.name?.trim() ?? "", guardian: a.guardian || undefined, signed_on: a.signed_on } : undefined,
  };
}

export interface PrecheckBody {
  item: string;
  division: string;
  urban?: boolean;
  members: { name: string; relation: string; role?: "applicant" | "member" | "supporter"; birth?: string; sex?: number; facts: Facts }[];
  facts: Facts;
}

/** precheckBody is what the policy is asked before the application is sent; null while item, place or people are missing. */
export function precheckBody(form: ApplyForm, asked: AskedFacts, today: string): PrecheckBody | null {
  const members = (form.members ?? []).filter(Boolean);
  if (!form.item || !form.division || members.length === 0) return null;
  const fields = [...asked.person, ...asked.income];
  return {
    item: form.item,
    division: form.division,
    urban: form.urban === undefined ? undefined : form.urban === "yes",
    facts: factsFrom(asked.household, form.facts),
    members: members.map((m) => {
      const read = m.id_number ? readId(m.id_number, today) : null;
      return {
        name: m.name?.trim() ?? "",
        relation: m.relation ?? "",
        role: m.role,
        birth: read?.ok ? read.facts.birth : undefined,
        sex: read?.ok ? (read.facts.sex === "男" ? 1 : 2) : undefined,
        facts: factsFrom(fields, m.facts),
      };
    }),
  };
}

/** titleOf names a draft in the list. */
export function titleOf(form: ApplyForm): string {
  const first = form.members[0]?.name?.trim();
  return first ? `${first}户 ${form.members.length} 人` : "未填姓名的申请";
}
