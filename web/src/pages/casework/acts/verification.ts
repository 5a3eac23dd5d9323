import { factValue, type FactText } from "../parts/factValue";
import type { FactField, Facts } from "../types";
import { household } from "./memberFacts";

/** The departments and institutions that are asked. */
export const sourceNames = [
  "公安", "民政", "人社", "医保", "税务", "自然资源", "住建", "公积金", "市场监管", "银行", "证券", "保险", "交通", "农业农村", "残联", "教育", "司法", "卫生健康", "民宗",
] as const;

const usual: Record<string, string> = {
  financial_assets: "银行", dwellings: "自然资源", non_residential: "自然资源", vehicles: "公安", work_vehicles: "公安", work_vehicle_value: "公安",
  business_registration: "市场监管", business_exempt: "市场监管",
  income_wage: "税务", income_business: "税务", income_property: "银行", income_transfer: "人社", income_other: "税务", employed: "人社",
  uncounted_basic_pension: "人社", uncounted_preferential: "民政", uncounted_family_planning: "卫生健康", uncounted_scholarship: "教育", uncounted_bravery: "民政",
  rigid_spending: "医保", employment_cost: "人社", household_register: "公安", missing: "公安", lives_together: "公安", imprisoned: "司法", student_stage: "教育",
  clergy_away_years: "民宗", disability_type: "残联", disability_grade: "残联", work_ability: "残联", serious_illness: "医保",
};

/** usualSource is who is asked for a fact as a rule; the officer may name another. */
export const usualSource = (key: string) => usual[key] ?? "民政";

export interface SourceRow { value?: FactText; source?: string; silent?: boolean }
/** What was typed, by person and fact. */
export type SourceRows = Record<string, Record<string, SourceRow | undefined> | undefined>;

export interface SourceAnswer { person_id?: string; source: string; queried_on: string; answered: boolean; facts: Facts }

/** answersOf brings the table into one answer for each person, source, and whether it answered; untouched rows say nothing. */
export function answersOf(fields: readonly FactField[], rows: SourceRows | undefined, queriedOn: string): SourceAnswer[] {
  const answers = new Map<string, SourceAnswer>();
  for (const [who, byKey] of Object.entries(rows ?? {})) {
    for (const field of fields) {
      if ((field.of === "household") !== (who === household)) continue;
      const row = byKey?.[field.key];
      const value = row?.silent ? null : factValue(field.type, row?.value);
      if (!row || value === undefined) continue;
      const source = row.source || usualSource(field.key);
      const id = `${who}|${source}|${row.silent ? "silent" : "said"}`;
      const answer = answers.get(id) ?? { ...(who === household ? {} : { person_id: who }), source, queried_on: queriedOn, answered: !row.silent, facts: {} };
      answer.facts[field.key] = value;
      answers.set(id, answer);
    }
  }
  return [...answers.values()];
}

/** placeOfAnswer leads a server's field name back to the table. */
export function placeOfAnswer(name: string, answers: readonly SourceAnswer[]): string {
  const match = /^answers\[(\d+)\]\.facts\.(.+)$/.exec(name);
  const answer = match ? answers[Number(match[1])] : undefined;
  if (match && answer) return `rows.${answer.person_id ?? household}.${match[2]}.value`;
  return /^answers\[\d+\]\.queried_on$/.test(name) ? "queried_on" : name;
}
