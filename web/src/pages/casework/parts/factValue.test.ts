import { describe, expect, it } from "vitest";
import type { FactField } from "../types";
import { factFault, factsFrom, factText, factValue, said } from "./factValue";

const field = (key: string, type: FactField["type"], more: Partial<FactField> = {}): FactField => ({
  key, type, label: key, of: "member", section: "收入", sensitivity: "secret", asked: true, ...more,
});
const wage = field("income_wage", "money_monthly");
const cars = field("vehicles", "int", { max: 100 });
const shop = field("business_registration", "bool");

describe("facts of a form", () => {
  it("keeps unknown apart from zero", () => {
    const facts = factsFrom([wage, cars, shop], { income_wage: "", vehicles: "0" });
    expect(facts).toEqual({ vehicles: 0 });
    expect("income_wage" in facts).toBe(false);
    expect(factValue("money_monthly", "0")).toBe(0);
    expect(factValue("bool", undefined)).toBeUndefined();
    expect(factValue("bool", "no")).toBe(false);
  });
  it("reads yuan as fen without a float", () => {
    expect(factValue("money", "1,850.10")).toBe(185010);
    expect(factValue("money", "0.29")).toBe(29);
    expect(factText("money", 185010)).toBe("1850.10");
    expect(factText("money", 200000)).toBe("2000");
  });
  it.each([
    [wage, "一千八", "应为金额"],
    [wage, "-5", "不能小于"],
    [cars, "1.5", "应为整数"],
    [cars, "101", "0 到 100"],
  ])("refuses what is no value", (f, text, part) => {
    expect(factFault(f, text)).toContain(part);
  });
  it("finds nothing wrong with nothing", () => {
    expect(factFault(wage, "")).toBe("");
    expect(factFault(cars, undefined)).toBe("");
  });
  it("counts what was said", () => {
    expect(said([wage, cars, shop], { income_wage: "1", business_registration: "no" })).toBe(2);
  });
});
