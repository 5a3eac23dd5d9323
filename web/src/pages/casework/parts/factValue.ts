import { fenFrom, yuan } from "@/components";
import type { FactField, Facts, FactType, FactValue } from "../types";

/** What a form holds: text as typed, "yes"/"no" for a choice, undefined or "" where nobody said anything. */
export type FactText = string | undefined;
export type FactTexts = Record<string, FactText>;

const isMoney = (type: FactType) => type === "money" || type === "money_monthly";

/** unitOf is what stands behind the field. */
export function unitOf(field: Pick<FactField, "type" | "unit">): string {
  if (field.type === "money_monthly") return "元/月";
  if (field.type === "money") return "元";
  return field.unit ?? "";
}

/** factFault says why a text is no value of the field; "" where it is one, or nothing was typed. */
export function factFault(field: FactField, text: FactText): string {
  if (!text) return "";
  if (isMoney(field.type)) {
    const fen = fenFrom(text);
    if (fen === null) return `${field.label}应为金额，最多两位小数，例如 1850 或 1850.50。`;
    if (fen < (field.min ?? 0)) return `${field.label}不能小于 ${yuan(field.min ?? 0)} 元。`;
    if (field.max !== undefined && fen > field.max) return `${field.label}不能大于 ${yuan(field.max)} 元。`;
    return "";
  }
  if (field.type === "int") {
    const max = field.max ?? 1_000_000;
    if (!/^-?\d{1,7}$/.test(text.trim())) return `${field.label}应为整数。`;
    const n = Number(text);
    if (n < (field.min ?? 0) || n > max) return `${field.label}应在 ${field.min ?? 0} 到 ${max} 之间。`;
    return "";
  }
  if (field.type === "decimal" && !/^-?\d{1,9}(\.\d{1,6})?$/.test(text.trim())) return `${field.label}应为最多六位小数的数。`;
  return "";
}

/** factValue turns a text into what is sent; undefined says nothing (absent), never zero. */
export function factValue(type: FactType, text: FactText): FactValue | undefined {
  if (text === undefined || text.trim() === "") return undefined;
  if (isMoney(type)) return fenFrom(text) ?? undefined;
  if (type === "int") return Number(text);
  if (type === "bool") return text === "yes";
  return text.trim();
}

/** factText is the other way round: a value as the form shows it. */
export function factText(type: FactType, value: FactValue | undefined): FactText {
  if (value === undefined || value === null) return undefined;
  if (isMoney(type)) return yuan(Number(value)).replace(/,/g, "").replace(/\.00$/, "");
  if (type === "bool") return value ? "yes" : "no";
  return String(value);
}

/** factsFrom keeps what was said and leaves out what was not. */
export function factsFrom(fields: readonly FactField[], texts: FactTexts | undefined): Facts {
  const facts: Facts = {};
  for (const field of fields) {
    const value = factValue(field.type, texts?.[field.key]);
    if (value !== undefined) facts[field.key] = value;
  }
  return facts;
}

/** said counts the fields of which something is known. */
export function said(fields: readonly FactField[], texts: FactTexts | undefined): number {
  return fields.filter((field) => factValue(field.type, texts?.[field.key]) !== undefined).length;
}
