import { describe, expect, it } from "vitest";
import type { FactCell, FactSides } from "../types";
import { cellText, differenceText } from "./FactsPanel";

const cell = (value: FactCell["value"], text: string, source: string): FactCell => ({ value, text, source, at: "2026-11-20T01:00:00Z", by_name: "王丽" });
const wage: FactSides = {
  key: "income_wage", label: "工资性收入", section: "收入", type: "money_monthly", best: 215000, best_kind: "verified", differs: true, unexplained: true,
  declared: cell(180000, "1800.00 元", "申请"), verified: cell(215000, "2150.00 元", "税务"),
};

describe("facts side by side", () => {
  it("tells who said what where they differ", () => {
    expect(differenceText(wage)).toBe("申报 1,800.00（申请）；核对 2,150.00（税务）。尚未采信，初审时须选定一个来源。");
  });
  it("writes unknown as unknown, not as zero", () => {
    const silent = { ...wage, verified: cell(null, "未知", "税务") };
    expect(differenceText(silent)).toContain("核对 未知（税务）");
    expect(cellText(wage, cell(0, "0.00 元", "税务"))).toBe("0.00");
  });
  it("says nothing where sources agree", () => {
    expect(differenceText({ ...wage, differs: false })).toBeUndefined();
  });
});
