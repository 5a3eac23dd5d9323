import { describe, expect, it } from "vitest";
import type { ProcedureStep } from "@/api/policy";
import { parentOf } from "./DivisionNames";
import { fill } from "./labels";
import { layers } from "./layers";
import { computed, written } from "./words";

const step = (id: string, ...exits: [string[], boolean?][]): ProcedureStep => ({
  id, name: id, actor: { role: "town_clerk", level: "town" }, clock: "counted", at: { file: "", line: 0 }, clause: { id: "", document: "", article: "" },
  exits: exits.map(([to, returns], i) => ({ action: `${id}${i}`, name: "", to, returns })),
});

describe("layers", () => {
  it("puts side by side what starts together, and joins below the later one", () => {
    const rows = layers(
      [step("accept", [["check", "survey"]]), step("check", [["opinion"]]), step("survey", [["visit"]]), step("visit", [["opinion"]]),
        step("opinion", [["survey"], true], [["done"]])],
      "accept",
    );
    expect(rows.map((row) => row.map((s) => s.id))).toEqual([["accept"], ["check", "survey"], ["visit"], ["opinion"]]);
  });
  it("ends even on a loop that nobody marked", () => {
    const rows = layers([step("a", [["b"]]), step("b", [["a"]])], "a");
    expect(rows.flat().map((s) => s.id).sort()).toEqual(["a", "b"]);
  });
});

it.each([
  ["1282", "money", "fen_per_month", "1,282.00 元/月"], ["1282.5", "money", "fen", "1,282.50 元"], ["1.5", "ratio", "ratio", "1.5 倍"],
  ["true", "bool", "bool", "是"], ["24", "int", "months", "24 个月"],
])("%s (%s, %s) reads %s", (value, type, unit, text) => expect(written(value, type, unit)).toBe(text));

it.each([
  [128250, "money", "fen_per_month", "1,282.50 元/月"], [15000, "ratio", "ratio", "1.5 倍"], [false, "bool", "bool", "否"], [null, "money", "fen", "未知"],
])("%s in the engine's units reads as people write it", (value, type, unit, text) => expect(computed(value, type, unit)).toBe(text));

it("puts names for placeholders, and leaves an unknown one visible", () => {
  expect(fill("人均 {size} 和 {odd}", new Map([["size", "成员"]]))).toBe("人均〔成员〕和〔odd〕");
});

it.each([["44", ""], ["4401", "440000000000"], ["440781", "440700000000"], ["440104003", "440104000000"], ["440104003001", "440104003000"]])(
  "%s is looked up below its parent", (prefix, parent) => expect(parentOf(prefix)).toBe(parent),
);
