// A department's clerk answers one question on the screen and the others by Excel; the province pauses a source and resumes it.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { accessible } from "./axe.mjs";
import { withWindow } from "./browser.mjs";
import { labelled } from "./forms.mjs";
import { cellTexts, refill } from "./xlsx.mjs";

export function sources(world) {
  describe("sources", () => {
    test("the desk answers on the screen and by Excel, and nobody else sees its questions", () =>
      withWindow(world, "desk.yuexiu.justice", async (window, page) => {
        const open = async () => (await window.call("GET", "/api/desk/questions")).body.sources[0].open;
        for (let wait = 0; wait < 120 && !(await open()); wait++) await new Promise((resolve) => setTimeout(resolve, 500));
        const before = await open();
        assert.ok(before >= 3, `only ${before} questions stand on the desk`);
        const [question] = (await window.call("GET", "/api/desk/questions?class=imprisonment&limit=1")).body.items;

        await window.open("/desk/questions");
        const row = page.getByRole("region", { name: "要答复的问题（表格）" }).locator("tbody tr").filter({ hasText: "服刑" }).first();
        await row.locator("[data-open]").click();
        const form = page.getByRole("dialog");
        await form.getByRole("radio", { name: "有记录" }).check();
        await form.getByRole("button", { name: "提交答复" }).click(); // the fields of the class are wanting: told so at each
        await form.getByText("请填写起始日期。").first().waitFor();
        await form.getByRole("radio", { name: "查无记录" }).check();
        await form.getByRole("button", { name: "提交答复" }).click();
        await form.waitFor({ state: "hidden" });
        assert.equal(await open(), before - 1);

        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "下载待答复表格" }).click()]);
        const sheet = readFileSync(await download.path());
        const cells = cellTexts(sheet);
        const head = Number([...cells].find(([at, text]) => /^A\d+$/.test(at) && text === "问题编号（question）")[0].slice(1));
        const status = [...cells].find(([at, text]) => at.endsWith(String(head)) && text === "答复（status）")[0].replace(/\d+$/, "");
        const filled = refill(sheet, { [`${status}${head + 1}`]: "无", [`${status}${head + 2}`]: "也许" });
        await page.getByRole("button", { name: "上传填好的表格" }).click();
        const dialog = page.getByRole("dialog", { name: "上传填好的表格" });
        const file = { name: "答复.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: filled };
        await dialog.locator("input[type=file]").setInputFiles(file);
        await dialog.getByText("可以收下 1 个答复").waitFor();
        assert.match(await dialog.getByRole("region", { name: "有问题的行（表格）" }).innerText(), new RegExp(`${head + 2}[\\s\\S]*应为 有（found）`));
        await accessible(page, "desk-upload");
        assert.equal(await open(), before - 1, "taken before anybody agreed");
        await dialog.getByRole("button", { name: "收下 1 个答复" }).click();
        await dialog.getByText("已收下 1 个答复。").waitFor();
        assert.equal(await open(), before - 2);
        await dialog.locator("input[type=file]").setInputFiles(file); // the same file again
        await dialog.getByText("表格里没有可以收下的新答复。").waitFor();
        assert.equal(await open(), before - 2);

        await window.expecting([403], async () => {
          for (const path of ["/api/cases", `/api/verification/orders/${question.id}`, `/api/people/${question.person_id}/file`]) {
            assert.equal((await window.call("GET", path)).status, 403, path);
          }
        });
        const mine = (await window.call("GET", "/api/desk/questions?limit=200")).body.items;
        await withWindow(world, "desk.tianhe.justice", async (other) => { // it has its own, of its own county
          const { items } = (await other.call("GET", "/api/desk/questions?limit=200")).body;
          assert.ok(items.length > 0 && !items.some((q) => mine.some((m) => m.person_id === q.person_id)));
          await other.expecting([404], async () => assert.equal((await other.call("GET", `/api/desk/questions/${question.person_id}/${question.id}`)).status, 404));
        });
        await withWindow(world, "desk.hkmo", async (other) => { // people who live here on a permit of Hong Kong or Macao
          const { items } = (await other.call("GET", "/api/desk/questions")).body;
          assert.ok(items.length > 0 && items.every((q) => q.class.startsWith("hkmo_") && /^8[12]00/.test(q.id_masked)));
        });
      }));

    test("a source is paused with a reason and resumed", () =>
      withWindow(world, "province", async (window, page) => {
        await window.open("/verification/sources");
        const row = page.getByRole("region", { name: "信息来源（表格）" }).locator("tbody tr").filter({ hasText: "司法" });
        for (const [act, shown] of [["暂停查询", "已暂停"], ["恢复查询", "正常"]]) {
          await row.locator("[data-open]").click();
          const detail = page.getByRole("dialog", { name: "司法", exact: true });
          await detail.getByRole("button", { name: act }).click();
          const form = page.getByRole("dialog", { name: `${act}：司法` });
          await form.getByRole("button", { name: act }).click();
          await form.getByText("请写明理由。").first().waitFor();
          if (act === "暂停查询") await accessible(page, "pause");
          await labelled(form, "理由").fill("部门通知维护");
          await form.getByRole("button", { name: act }).click();
          await form.waitFor({ state: "hidden" });
          await detail.getByRole("button", { name: /^(关闭|Close)$/ }).click();
          await detail.waitFor({ state: "hidden" });
          await row.getByText(shown).waitFor();
        }
      }));
  });
}
