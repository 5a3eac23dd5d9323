// The public self-check on a phone: nobody signs in, a few questions a screen, to the results; and nothing is kept anywhere.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { axe } from "./axe.mjs";
import { phone, withWindow } from "./browser.mjs";

const most = 12; // screens

/** answerScreen says "no", "nothing" or the first choice to all that stands on the screen. */
async function answerScreen(page, seen) {
  const heading = await page.locator("h1").innerText();
  seen.push(heading);
  for (const set of await page.locator("fieldset.zc-fieldset").all()) {
    const labels = await set.locator("label.zc-option").allInnerTexts();
    const wanted = labels.find((l) => l === "都没有" || l === "都不是") ?? labels.find((l) => l === "没有") ?? labels.find((l) => l === "不是") ?? labels.find((l) => l.startsWith("无")) ?? labels[0];
    await set.locator("label.zc-option", { hasText: new RegExp(`^${wanted}$`) }).first().click();
  }
  const progress = await page.locator(".zc-progress").innerText();
  await page.getByRole("button", { name: "下一步", exact: true }).click();
  await page.waitForFunction((before) => document.querySelector("h1") && document.querySelector(".zc-progress")?.innerText !== before, progress);
}

export async function reachQuestions(window, page) {
  await window.open("/check");
  await page.getByLabel("输入村（社区）或镇（街道）的名字").fill("盐运西");
  await page.getByRole("button", { name: /盐运西/ }).first().click();
  await page.getByRole("button", { name: "全部看看" }).click();
  await page.getByLabel("多大年纪？（周岁）").first().fill("70");
  await page.getByRole("button", { name: "再加一位家人" }).click();
  await page.getByLabel("是您的什么人？").selectOption({ label: "孙子（女）或外孙子（女）" });
  await page.getByLabel("多大年纪？（周岁）").nth(1).fill("9");
  await page.getByRole("button", { name: "一共 2 人，下一步" }).click();
  await page.locator("progress").waitFor();
}

const narrow = (page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

export function selfcheck(world) {
  describe("the self-check on a phone", () => {
    test("leads to results, is accessible on every kind of screen, and stores nothing", () =>
      withWindow(world, null, async (window, page) => {
        const stores = [];
        window.context.on("response", (r) => {
          if (r.headers()["set-cookie"]) stores.push(`cookie set by ${new URL(r.url()).pathname}`);
        });
        await window.open("/check");
        assert.deepEqual(await axe(page), [], "first screen");
        await reachQuestions(window, page);
        const seen = [];
        const faults = [];
        while ((await page.locator("progress").count()) > 0) {
          assert.ok(seen.length < most, `asked ${most} screens: ${seen.slice(-3)}`);
          if (seen.length < 12 || seen.length % 5 === 0) faults.push(...(await axe(page)).map((f) => `${seen.length}: ${f}`));
          if ((await narrow(page)) > 0) faults.push(`screen ${seen.length} is wider than the phone`);
          await answerScreen(page, seen);
        }
        assert.deepEqual(faults, []);
        assert.ok(seen.length > 3);
        assert.equal(new Set(seen.filter((h) => !h.startsWith("关于"))).size, seen.filter((h) => !h.startsWith("关于")).length, "a question came twice");

        assert.match(await page.locator("h1").innerText(), /有 \d+ 项可以申请/);
        const dibao = page.locator("article", { hasText: "最低生活保障" }).first();
        assert.match(await dibao.innerText(), /每月大约 [\d,]+(\.\d+)?元/);
        assert.match(await dibao.innerText(), /身份证或户口簿/);
        assert.match(await dibao.innerText(), /社会救助窗口/);
        assert.deepEqual(await axe(page), []);
        assert.equal(await narrow(page), 0);

        // back keeps everything: the last question shows what was said
        await page.getByRole("button", { name: "回去改一改" }).click();
        await page.locator("progress").waitFor();
        assert.ok((await page.locator("fieldset input:checked").count()) > 0);
        await page.reload();
        await page.locator("progress").waitFor();

        assert.deepEqual(stores, []);
        assert.deepEqual(await window.context.cookies(), []);
        const kept = await page.evaluate(() => JSON.stringify({ ...localStorage }) + document.cookie);
        assert.doesNotMatch(kept, /zf\.check|income|age/);
        await page.getByRole("button", { name: "不答了，先看结果" }).click();
        await page.getByRole("button", { name: "看完了，清除我的回答" }).click();
        await page.getByRole("heading", { name: "看看可以申请什么" }).waitFor();
        assert.equal(await page.evaluate(() => sessionStorage.getItem("zf.check")), null);
      }, phone));

    test("works with the keyboard and in large type", () =>
      withWindow(world, null, async (window, page) => {
        await reachQuestions(window, page);
        await page.getByRole("button", { name: "大字模式" }).click();
        assert.equal(await narrow(page), 0);
        const before = await page.locator("h1").innerText();
        await page.getByRole("button", { name: "下一步", exact: true }).press("Enter"); // nothing answered: told so, at the field
        await page.getByRole("alert").first().waitFor();
        assert.equal(await page.locator("h1").innerText(), before);
        await page.evaluate(() => localStorage.clear());
      }, phone));
  });
}
