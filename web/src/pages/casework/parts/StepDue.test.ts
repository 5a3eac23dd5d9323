import { expect, it } from "vitest";
import { daysBetween } from "./StepDue";

it("counts natural days, over the turn of a year and into the past", () => {
  expect(daysBetween("2026-11-22", "2026-11-30")).toBe(8);
  expect(daysBetween("2026-12-30", "2027-01-02")).toBe(3);
  expect(daysBetween("2026-11-22", "2026-11-22")).toBe(0);
  expect(daysBetween("2026-11-22", "2026-11-20")).toBe(-2);
});
