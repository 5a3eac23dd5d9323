import { describe, expect, it } from "vitest";
import type { FactField } from "../types";
import { entriesOf, household, placeOf } from "./memberFacts";

const fact = (key: string, of: FactField["of"], type: FactField["type"] = "int"): FactField => ({ key, of, type, label: key, section: "", sensitivity: "", asked: true });
const fields = [fact("vehicles", "household"), fact("income_wage", "member", "money_monthly"), fact("birth", "member", "date")];

describe("facts by person", () => {
  it("sends one entry for each of whom something was said", () => {
    expect(entriesOf(fields, { [household]: { vehicles: "0" }, p1: { income_wage: "1800", birth: "2000-01-01" }, p2: { income_wage: "" } })).toEqual([
      { facts: { vehicles: 0 } },
      { person_id: "p1", facts: { income_wage: 180000 } },
    ]);
  });
  it("leads a fault back to its field", () => {
    const entries = entriesOf(fields, { [household]: { vehicles: "0" }, p1: { income_wage: "1" } });
    expect(placeOf("facts[1].facts.income_wage", entries)).toBe("facts.p1.income_wage");
    expect(placeOf("facts[0].facts.vehicles", entries)).toBe("facts.household.vehicles");
    expect(placeOf("family_signer", entries)).toBe("family_signer");
  });
});
