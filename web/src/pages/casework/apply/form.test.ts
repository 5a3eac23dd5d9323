import { describe, expect, it } from "vitest";
import type { FactField, ItemForm } from "../types";
import { askedFacts, stepOf, submitBody, titleOf, type ApplyForm } from "./form";

const fact = (key: string, section: string, of: FactField["of"] = "member", type: FactField["type"] = "money_monthly"): FactField => ({
  key, section, of, type, label: key, sensitivity: "secret", asked: true,
});
const item: ItemForm = {
  id: "dibao", name: "最低生活保障", kind: "basic", unit: "household", materials: [], steps: [], total_days: 30,
  facts: [fact("birth", "成员", "member", "date"), fact("lives_together", "成员", "member", "bool"), fact("income_wage", "收入"), fact("vehicles", "财产", "household", "int"), fact("urban", "家庭", "household", "bool")],
};
const asked = askedFacts(item);

describe("the application", () => {
  it("does not ask what the ID number tells", () => {
    expect(asked.person.map((f) => f.key)).toEqual(["lives_together"]);
    expect(asked.income.map((f) => f.key)).toEqual(["income_wage"]);
    expect(asked.household.map((f) => f.key)).toEqual(["vehicles"]);
  });
  it("finds the step of a field", () => {
    expect(stepOf(["members", 0, "id_number"], asked)).toBe(0);
    expect(stepOf(["members", 1, "id_number"], asked)).toBe(1);
    expect(stepOf(["members", 0, "relation"], asked)).toBe(1);
    expect(stepOf(["members", 1, "facts", "income_wage"], asked)).toBe(2);
    expect(stepOf(["members", 1, "facts", "lives_together"], asked)).toBe(1);
    expect(stepOf(["facts", "vehicles"], asked)).toBe(2);
    expect(stepOf(["members", 0, "authorisation", "signed_by"], asked)).toBe(3);
    expect(stepOf(["division"], asked)).toBe(0);
  });
  it("sends ID and authorisation alone (一证一书) and nothing that nobody said", () => {
    const form: ApplyForm = {
      item: "dibao", division: "440104001001", facts: { vehicles: "" },
      members: [{ id_number: "11010519491231002x", name: " 李建国 ", relation: "02", facts: { income_wage: "" }, authorisation: { signed: true, signed_on: "2026-11-22" } }],
    };
    expect(JSON.parse(JSON.stringify(submitBody(form, asked, "d1")))).toEqual({
      request_key: "d1", draft_id: "d1", item: "dibao", division: "440104001001", facts: {},
      members: [{ id_number: "11010519491231002X", name: "李建国", relation: "02", facts: {}, authorisation: { signed_by: "李建国", signed_on: "2026-11-22" } }],
    });
  });
  it("keeps zero and no as what was said", () => {
    const body = submitBody({ members: [{ facts: { income_wage: "0", lives_together: "no" } }], facts: { vehicles: "0" } }, asked, "d");
    expect(body.members[0]?.facts).toEqual({ lives_together: false, income_wage: 0 });
    expect(body.facts).toEqual({ vehicles: 0 });
  });
  it("names the draft after the applicant", () => {
    expect(titleOf({ members: [{ name: "李建国" }, {}] })).toBe("李建国户 2 人");
  });
});
