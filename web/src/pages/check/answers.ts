import { fenFrom, yuan } from "@/components/format";
import type { CheckBody, CheckScreen, Question } from "./types";

export type Value = string | number | boolean | null;
export type Facts = Record<string, Value>;

/** One of the family: how related, how old, what was said. No name, no number. */
export interface Member { relation: string; age: number | null; sex?: "1" | "2"; facts: Facts }

export type Stage = "place" | "themes" | "people" | "ask" | "done";

/** Check is everything that was said so far. It lives in this browser tab and nowhere else. */
export interface Check {
  stage: Stage;
  division: string;
  place: string;
  themes: string[];
  household: Facts;
  members: Member[];
  /** Screens that were answered, in order, so that one can go back through them. */
  trail: CheckScreen[];
  /** Which of them stands on the page; trail.length is the next new one. */
  at: number;
}

export const applicant = "02";

export function emptyCheck(): Check {
  return { stage: "place", division: "", place: "", themes: [], household: {}, members: [{ relation: applicant, age: null, facts: {} }], trail: [], at: 0 };
}

/** bodyOf is what is sent with every question. */
export function bodyOf(c: Check): CheckBody {
  return {
    division: c.division,
    themes: c.themes,
    household: c.household,
    members: c.members.map((m) => ({ relation: m.relation, age: m.age ?? 0, sex: m.sex, facts: m.facts })),
  };
}

/** valueOf is what was said to a question about somebody (undefined: nothing yet; null: does not know). */
export function valueOf(c: Check, q: Question, index?: number): Value | undefined {
  return index === undefined ? c.household[q.fact] : c.members[index]?.facts[q.fact];
}

/** said puts answers down; keys are those of answerKey. */
export function said(c: Check, screen: CheckScreen, values: Record<string, Value>): Check {
  const household = { ...c.household };
  const members = c.members.map((m) => ({ ...m, facts: { ...m.facts } }));
  for (const q of screen.questions) {
    for (const index of targets(q)) {
      const value = values[answerKey(q, index)];
      if (value === undefined) continue;
      if (index === undefined) household[q.fact] = value;
      else if (members[index]) members[index].facts[q.fact] = value;
    }
  }
  const trail = c.at < c.trail.length ? c.trail : [...c.trail, screen];
  return { ...c, household, members, trail, at: c.at + 1 };
}

/** targets are whom a question is about; undefined is the household. */
export function targets(q: Question): (number | undefined)[] {
  return q.of === "household" ? [undefined] : (q.people ?? []).map((p) => p.index);
}

export const answerKey = (q: Question, index: number | undefined) => `${q.fact}.${index ?? "h"}`;

const money = (q: Question) => q.type === "money" || q.type === "money_monthly";
export const isNumber = (q: Question) => money(q) || q.type === "int";

/** readNumber reads what was typed; a string is what is wrong with it. */
export function readNumber(q: Question, text: string): number | string {
  const value = money(q) ? fenFrom(text) : /^\d{1,7}$/.test(text.trim()) ? Number(text) : null;
  if (value === null) return money(q) ? "请写一个数，比如 1800。没有就点“没有”，说不准就点“不清楚”。" : "请写一个整数。没有就点“没有”，说不准就点“不清楚”。";
  if (value < q.min) return money(q) ? `不能小于 ${yuan(q.min)} 元。` : `不能小于 ${q.min}。`;
  if (value > q.max) return "这个数太大了，请检查是不是多写了几位。";
  return value;
}

/** typed is a number as the field shows it. */
export function typed(q: Question, value: Value | undefined): string {
  if (typeof value !== "number") return "";
  return money(q) ? yuan(value).replace(/,/g, "").replace(/\.00$/, "") : String(value);
}

/** unitOf stands behind the field. */
export function unitOf(q: Question): string {
  return q.type === "money_monthly" ? "元（每月）" : q.type === "money" ? "元" : (q.unit ?? "");
}
