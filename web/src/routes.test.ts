import { expect, it } from "vitest";
import { menuGroups } from "./app/menu";
import { pages } from "./routes";

it("no two pages share a path or a hotkey", () => {
  const paths = pages.map((page) => page.path);
  expect(new Set(paths).size).toBe(paths.length);
  const keys = pages.flatMap((page) => page.hotkey ?? []);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(key).toMatch(/^[a-z]$/);
});

it("every page in the menu has an icon, a known group and no parameter in its path", () => {
  for (const page of pages.filter((p) => p.group)) {
    expect(menuGroups).toContain(page.group);
    expect(page.icon, page.path).toBeTruthy();
    expect(page.path).not.toContain("$");
  }
});
