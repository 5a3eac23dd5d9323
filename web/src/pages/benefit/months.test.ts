import { expect, test } from "vitest";
import { monthsBack, monthText } from "./months";

test("months run back across the turn of the year, next month first", () => {
  expect(monthsBack("2026-12-31", 3, 1).map((m) => m.value)).toEqual(["2027-01", "2026-12", "2026-11"]);
  expect(monthsBack("2026-01-05", 2, 0).map((m) => m.value)).toEqual(["2026-01", "2025-12"]);
});

test("a month is written as people say it, with or without a day", () => {
  expect(monthText("2026-12")).toBe("2026年12月");
  expect(monthText("2026-02-01")).toBe("2026年2月");
});
