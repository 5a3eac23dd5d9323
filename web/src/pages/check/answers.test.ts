import { describe, expect, it } from "vitest";
import { answerKey, bodyOf, emptyCheck, readNumber, said, targets, typed, valueOf } from "./answers";
import type { CheckScreen, Question } from "./types";
import { amountText } from "./words";

const wage: Question = { fact: "income_wage", of: "member", text: "工资？", type: "money_monthly", min: 0, max: 100_000_000, people: [{ index: 0, label: "您本人" }, { index: 2, label: "女儿" }] };
const cars: Question = { fact: "vehicles", of: "household", text: "几辆车？", type: "int", unit: "辆", min: 0, max: 100 };
const screen: CheckScreen = { topic: "收入", questions: [wage, cars] };
const three = () => ({ ...emptyCheck(), members: [0, 1, 2].map(() => ({ relation: "20", age: 30, facts: {} })) });

describe("what was said", () => {
  it("goes to whom it is about and is kept on the way back", () => {
    const after = said(three(), screen, { "income_wage.0": 180_000, "income_wage.2": null, "vehicles.h": 0 });
    expect(after.members.map((m) => m.facts)).toEqual([{ income_wage: 180_000 }, {}, { income_wage: null }]);
    expect(after.household).toEqual({ vehicles: 0 });
    expect([after.trail.length, after.at]).toEqual([1, 1]);
    const again = said({ ...after, at: 0 }, screen, { "vehicles.h": 1 });
    expect([again.trail.length, again.at, again.household.vehicles, again.members[0]?.facts.income_wage]).toEqual([1, 1, 1, 180_000]);
  });
  it("tells not knowing (null) from not asked (absent)", () => {
    const after = said(three(), screen, { "income_wage.2": null });
    expect(valueOf(after, wage, 2)).toBeNull();
    expect(valueOf(after, wage, 0)).toBeUndefined();
    expect(bodyOf(after).members?.[2]?.facts).toEqual({ income_wage: null });
  });
  it("is keyed by fact and person", () => {
    expect(targets(wage).map((i) => answerKey(wage, i))).toEqual(["income_wage.0", "income_wage.2"]);
    expect(targets(cars).map((i) => answerKey(cars, i))).toEqual(["vehicles.h"]);
  });
});

describe("numbers", () => {
  it.each([["1800", 180_000], ["1,800.5", 180_050], ["0", 0]])("%s yuan", (text, fen) => expect(readNumber(wage, text)).toBe(fen));
  it.each(["一千", "-5", "1.234", "99999999"])("%s is no amount, and the way out is said", (text) => expect(readNumber(wage, text)).toEqual(expect.stringMatching(/[。]$/)));
  it("are shown as typed", () => expect([typed(wage, 180_050), typed(wage, 180_000), typed(cars, 2), typed(cars, null)]).toEqual(["1800.50", "1800", "2", ""]));
  it("are said as estimates", () => expect([amountText(265_800, "fen_per_month"), amountText(1_000_000, "fen_once"), amountText(15, "kwh_per_month")]).toEqual(["每月大约 2,658元", "一次大约 10,000元", "每月大约 15 度电"]));
});
