import { expect, it } from "vitest";
import { kindOf, measures } from "./measures";

it.each([["440100000000", "市"], ["440104000000", "县（区）"], ["441900003000", "镇街"], ["440104001000", "镇街"]])(
  "%s is one of the %s", (division, want) => expect(kindOf(division)).toBe(want),
);

it("every number opens the list that it counts", () => {
  expect(measures.map((m) => m.search("440100000000"))).toEqual([
    { status: "open", division: "440100000000", due: "late" },
    { status: "open", division: "440100000000" },
    { status: "confirmed", division: "440100000000" },
  ]);
});
