import { expect, test } from "vitest";
import { chineseDay, chineseMonth, leftText, plainYuan } from "./words";

test("days and months are written as people say them", () => {
  expect(chineseDay("2026-12-03")).toBe("12月3日");
  expect(chineseMonth("2026-02-01")).toBe("2026年2月");
});

test("an amount loses its decimals only where there are none", () => {
  expect(plainYuan(265800)).toBe("2,658元");
  expect(plainYuan(63701)).toBe("637.01元");
  expect(plainYuan(10)).toBe("0.10元");
});

test("the last day is still a day to object", () => {
  expect(leftText(0, "2026-11-22")).toContain("最后一天");
  expect(leftText(4, "2026-11-26")).toBe("还剩 4 天，到11月26日为止");
});
