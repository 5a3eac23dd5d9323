import { describe, expect, it } from "vitest";
import { count, date, dateTime, fenFrom, yuan } from "./format";

describe("yuan", () => {
  it.each([
    [0, "0.00"], [5, "0.05"], [100, "1.00"], [265800, "2,658.00"], [-265801, "-2,658.01"], [99, "0.99"],
    [123456789012, "1,234,567,890.12"], [-1, "-0.01"],
  ])("%i fen is %s", (fen, text) => expect(yuan(fen)).toBe(text));

  it("comes back through fenFrom unchanged", () => {
    for (let fen = -200_000; fen <= 200_000; fen += 137) expect(fenFrom(yuan(fen))).toBe(fen === 0 ? 0 : fen);
  });
});

describe("fenFrom", () => {
  it.each([
    ["2,658", 265800], ["2658.5", 265850], [" 0.07 ", 7], ["1，282.00", 128200], ["1.005", null], ["", null], ["十元", null], ["1e3", null], [".5", null],
  ])("%s is %s", (text, fen) => expect(fenFrom(text)).toBe(fen));
});

describe("dates", () => {
  it("reads moments in China's clock", () => {
    expect(dateTime("2026-11-21T16:30:00Z")).toBe("2026-11-22 00:30");
    expect(date("2026-11-21T15:59:59Z")).toBe("2026-11-21");
    expect(date("2026-11-21T16:00:00Z")).toBe("2026-11-22");
  });
  it("leaves a plain date alone", () => expect(date("2026-02-28")).toBe("2026-02-28"));
});

it("count puts thousands", () => expect([count(7), count(1234), count(1234567)]).toEqual(["7", "1,234", "1,234,567"]));
