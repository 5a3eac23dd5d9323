import { beforeEach, describe, expect, it } from "vitest";
import { initialFilters, rememberFilters, type FilterDef } from "./filters";

const filters: FilterDef[] = [
  { kind: "text", name: "q", label: "姓名" },
  { kind: "dates", from: "from", to: "to", label: "日期" },
];

describe("filters of a list", () => {
  beforeEach(() => localStorage.clear());

  it("are those of the address, if it names any", () => {
    rememberFilters("s1", "cases", { q: "李" });
    expect(initialFilters("s1", "cases", filters, { q: "王", return: "/x" }, {})).toEqual({ q: "王" });
  });
  it("else what this person used last on this list", () => {
    rememberFilters("s1", "cases", { q: "李", from: "2026-01-01", gone: "1" });
    expect(initialFilters("s1", "cases", filters, {}, {})).toEqual({ q: "李", from: "2026-01-01" });
    expect(initialFilters("s2", "cases", filters, {}, { q: "默认" })).toEqual({ q: "默认" });
    expect(initialFilters("s1", "staff", filters, {}, {})).toEqual({});
  });
  it("forget what is secret", () => {
    const secret: FilterDef[] = [{ kind: "text", name: "q", label: "身份证号", secret: true }, filters[1]!];
    rememberFilters("s1", "cases", { q: "44052418800101001X", from: "2026-01-01" }, secret);
    expect(initialFilters("s1", "cases", secret, {}, {})).toEqual({ from: "2026-01-01" });
  });
  it("are the defaults where the memory cannot be read", () => {
    localStorage.setItem("zf.filters.s1.cases", "{broken");
    expect(initialFilters("s1", "cases", filters, {}, { q: "默认" })).toEqual({ q: "默认" });
  });
});
