import { describe, expect, it } from "vitest";
import type { FactCell, FactSides, FactValue } from "../types";
import { changeText, groupsOf } from "./differences";

const cell = (value: FactValue): FactCell => ({ value, text: String(value), note: "", source: "", at: "", by_name: "" });
const fact = (key: string, cells: Partial<Record<"declared" | "verified" | "surveyed", FactValue>>): FactSides => ({
  key, label: key, section: "", type: "int", best: null, differs: true, unexplained: true,
  ...Object.fromEntries(Object.entries(cells).map(([kind, value]) => [kind, cell(value)])),
});

describe("open differences together", () => {
  it("goes by how they came about, in their order", () => {
    const open = [fact("a", { declared: 1, verified: null }), fact("b", { declared: 1, verified: 2 }), fact("c", { declared: 0, surveyed: 1 }), fact("d", { declared: 1, verified: null, surveyed: 1 })];
    expect(groupsOf(open).map((g) => [g.id, g.facts.map((f) => f.key).join("")])).toEqual([["silent", "ad"], ["found", "b"], ["seen", "c"]]);
  });
  it("offers a source only where all have it and it says something", () => {
    const [silent] = groupsOf([fact("a", { declared: 1, verified: null, surveyed: 1 }), fact("b", { declared: 2, verified: null })]);
    expect(silent?.sources).toEqual(["declared"]);
    const [found] = groupsOf([fact("a", { declared: null, verified: 3 }), fact("b", { declared: 0, verified: 4 })]);
    expect(found?.sources).toEqual(["declared", "verified"]);
  });
  it("is nothing where nothing is open", () => expect(groupsOf([])).toEqual([]));
});

describe("what believing so changes", () => {
  const grant = (amount_fen: number) => ({ outcome: "eligible" as const, amount_fen });
  it("is told in money and in the conclusion", () => {
    expect(changeText(grant(265800), grant(210000))).toBe("采信前：符合条件，每月 2,658.00 元；采信后：符合条件，每月 2,100.00 元（每月减少 558.00 元）。");
    expect(changeText({ outcome: "needs_evidence", amount_fen: null }, grant(100))).toBe("采信前：证据不足；采信后：符合条件，每月 1.00 元。");
  });
  it("is nothing where nothing changes", () => expect(changeText(grant(1), grant(1))).toBe(""));
});
