import { describe, expect, it } from "vitest";
import { ageOn, cleanId, readId } from "./idNumber";

const today = "2026-11-22";

describe("readId", () => {
  it("reads the examples of GB 11643", () => {
    expect(readId("11010519491231002X", today)).toEqual({ ok: true, number: "11010519491231002X", facts: { birth: "1949-12-31", sex: "女", county: "110105" } });
    expect(readId("440524188001010014", today)).toMatchObject({ ok: true, facts: { birth: "1880-01-01", sex: "男" } });
  });
  it("takes what input methods write", () => {
    expect(readId("１１０１０５ 19491231 002x", today)).toMatchObject({ ok: true, number: "11010519491231002X" });
    expect(cleanId("110105-1949")).toBe("1101051949");
  });
  it.each([
    ["110105194912310021", "校验位"],
    ["11010519491231002", "现有 17 位"],
    ["110105194902310020", "不是存在的日期"],
    ["110105209912310029", "晚于今天"],
    ["1101O5194912310020", "前 17 位应为数字"],
  ])("says what is wrong with %s", (text, part) => {
    const reading = readId(text, today);
    expect(reading.ok).toBe(false);
    if (!reading.ok) expect(reading.fault).toContain(part);
  });
  it("finds every single wrong digit", () => {
    const good = "11010519491231002X";
    for (let i = 0; i < 6; i++) {
      for (let n = 0; n < 10; n++) {
        if (String(n) === good[i]) continue;
        expect(readId(good.slice(0, i) + n + good.slice(i + 1), today).ok).toBe(false);
      }
    }
  });
});

describe("ageOn", () => {
  it("turns on the birthday", () => {
    expect(ageOn("2008-11-23", today)).toBe(17);
    expect(ageOn("2008-11-22", today)).toBe(18);
  });
});
