import { describe, expect, it } from "vitest";
import type { FactField } from "../types";
import { household } from "./memberFacts";
import { answersOf, placeOfAnswer, usualSource } from "./verification";

const fact = (key: string, of: FactField["of"], type: FactField["type"]): FactField => ({ key, of, type, label: key, section: "", sensitivity: "", asked: true });
const fields = [fact("vehicles", "household", "int"), fact("income_wage", "member", "money_monthly"), fact("income_other", "member", "money_monthly"), fact("employed", "member", "bool")];

describe("answers of the sources", () => {
  const rows = {
    [household]: { vehicles: { silent: true, source: "公安", value: "3" } },
    p1: { income_wage: { value: "2150", source: "税务" }, income_other: { value: "0", source: "税务" }, employed: { source: "人社" } },
  };
  const answers = answersOf(fields, rows, "2026-11-20");
  it("makes one answer for each person and source", () => {
    expect(answers).toEqual([
      { source: "公安", queried_on: "2026-11-20", answered: false, facts: { vehicles: null } },
      { person_id: "p1", source: "税务", queried_on: "2026-11-20", answered: true, facts: { income_wage: 215000, income_other: 0 } },
    ]);
  });
  it("never sends a value for a source that did not answer", () => {
    expect(answers[0]?.facts.vehicles).toBeNull();
  });
  it("leads faults back to the table", () => {
    expect(placeOfAnswer("answers[1].facts.income_wage", answers)).toBe("rows.p1.income_wage.value");
    expect(placeOfAnswer("answers[0].facts.vehicles", answers)).toBe("rows.household.vehicles.value");
    expect(placeOfAnswer("answers[0].queried_on", answers)).toBe("queried_on");
    expect(placeOfAnswer("report_number", answers)).toBe("report_number");
  });
  it("names a source for every fact", () => {
    expect(usualSource("income_wage")).toBe("税务");
    expect(usualSource("something_new")).toBe("民政");
  });
});
