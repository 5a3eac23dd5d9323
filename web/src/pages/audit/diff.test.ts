import { expect, it } from "vitest";
import { differences } from "./diff";

it("names only the fields that changed", () => {
  expect(differences({ a: 1, b: "x", c: { d: 1 } }, { a: 1, b: "y", c: { d: 2 } })).toEqual([
    { field: "b", before: "x", after: "y" },
    { field: "c", before: '{"d":1}', after: '{"d":2}' },
  ]);
});
it("shows what was made and what was removed", () => {
  expect(differences(null, { a: 0 })).toEqual([{ field: "a", before: "—", after: "0" }]);
  expect(differences({ a: false }, undefined)).toEqual([{ field: "a", before: "false", after: "—" }]);
  expect(differences(null, null)).toEqual([]);
});
