import { describe, expect, it } from "vitest";
import { safeReturnPath } from "./returnPath";
import { searchTarget } from "./searchTarget";
import { shortPlace } from "./shortPlace";

describe("safeReturnPath", () => {
  it.each(["/cases/1?tab=facts", "/", "/policy/guangdong"])("keeps %s", (path) => expect(safeReturnPath(path)).toBe(path));
  it.each(["//evil.cn", "/\\evil.cn", "https://evil.cn", "javascript:alert(1)", "/a\\b", "/\tevil", "/sign-in?return=/", undefined, 7])(
    "sends %s home",
    (path) => expect(safeReturnPath(path)).toBe("/"),
  );
});

describe("searchTarget", () => {
  const both = { mayRegistry: true, mayCases: true };
  it.each([
    ["GD-440104-2026-001234", both, "/cases"],
    ["gd440104", both, "/cases"],
    ["44052418800101001X", both, "/registry"],
    [" 李建国 ", both, "/registry"],
    ["李建国", { mayRegistry: false, mayCases: true }, "/cases"],
    ["GD-440104-2026-001234", { mayRegistry: true, mayCases: false }, "/registry"],
  ])("%s goes to its list", (text, may, to) => expect(searchTarget(text, may)).toEqual({ to, search: { q: text.trim() } }));
  it("goes nowhere for nothing", () => expect(searchTarget("  ", both)).toBeNull());
});

describe("shortPlace", () => {
  it.each([
    ["广东省广州市越秀区北京街道", "越秀区北京街道"], ["广东省广州市", "广州市"], ["广东省", "广东省"], ["广东省东莞市东城街道", "东莞市东城街道"], ["广东省东莞市虎门镇则徐社区居民委员会", "东莞市虎门镇则徐社区居民委员会"],
    ["广东省江门市台山市", "台山市"], ["", ""],
  ])("%s is %s", (full, short) => expect(shortPlace(full)).toBe(short));
});
