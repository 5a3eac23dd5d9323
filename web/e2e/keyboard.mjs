// The keys that people use who sit in front of the screens all day.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withWindow } from "./browser.mjs";

export function keyboard(world) {
  describe("keyboard", () => {
    test("search, jumps, opening, back and help without a mouse", () =>
      withWindow(world, "clerk.tianhe.1", async (window, page) => {
        const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
        await window.settled();
        await page.keyboard.press("/");
        assert.match(await focused(), /^搜索身份证号/);
        await page.keyboard.press("Escape");
        assert.equal(await focused(), "");

        await page.keyboard.press("g");
        await page.keyboard.press("c");
        await page.waitForURL((at) => at.pathname === "/cases");
        await window.settled();
        await page.keyboard.press("g");
        await page.keyboard.press("t");
        await page.waitForURL((at) => at.pathname === "/inbox");
        await window.settled();

        await tabTo(page, "[data-open]");
        await page.keyboard.press("ArrowDown");
        await page.keyboard.press("ArrowUp");
        await page.keyboard.press("Enter");
        await page.waitForURL(/\/cases\/[0-9a-f-]+/);
        await window.settled();
        await page.keyboard.press("Escape");
        await page.waitForURL((at) => at.pathname === "/inbox");

        await page.keyboard.press("?");
        const help = page.getByRole("dialog", { name: "键盘操作" });
        await help.waitFor();
        assert.match(await help.innerText(), /到“案件”/);
        await page.keyboard.press("Escape");
        await help.waitFor({ state: "hidden" });
        assert.equal(new URL(page.url()).pathname, "/inbox");
      }));

    test("the form of an act can be reached and left by keyboard", () =>
      withWindow(world, "head.tianhe.1", async (window, page) => {
        const { body } = await window.call("GET", "/api/cases?status=open&step=first_opinion&limit=1");
        await window.open(`/cases/${body.items[0].id}`);
        await page.getByRole("button", { name: "提出初审意见" }).focus();
        await page.keyboard.press("Enter");
        const drawer = page.getByRole("dialog", { name: "提出初审意见" });
        await drawer.locator("form").waitFor();
        await page.waitForFunction(() => document.activeElement?.closest(".ant-drawer"));
        await page.keyboard.press("Escape");
        await drawer.waitFor({ state: "hidden" });
        assert.match(page.url(), /\/cases\//);
      }));
  });
}

async function tabTo(page, selector) {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((s) => document.activeElement?.matches(s), selector)) return;
  }
  throw new Error(`80 tabs do not reach ${selector}`);
}
