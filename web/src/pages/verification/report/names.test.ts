import { describe, expect, it } from "vitest";
import type { ReportLine } from "./calls";
import { byPerson, differs } from "./names";

const line = (fact: string, result: ReportLine["result"], person?: string) => ({ fact, result, person, label: fact, section: "", type: "money", found: { known: result !== "unknown", text: "" } }) as ReportLine;

describe("byPerson", () => {
  it("puts what differs before what is unknown, and both before what agrees", () => {
    const groups = byPerson([line("a", "same"), line("b", "unknown"), line("c", "higher"), line("d", "untold"), line("e", "undeclared", "甲")]);
    expect(groups.map(([who, list]) => [who, list.map((l) => l.fact).join("")])).toEqual([["全家", "cbad"], ["甲", "e"]]);
  });
  it("never takes an unknown item for a difference", () => {
    expect(differs(line("a", "unknown"))).toBe(false);
    expect(differs(line("a", "untold"))).toBe(false);
    expect(differs(line("a", "lower"))).toBe(true);
  });
});
