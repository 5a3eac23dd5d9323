// A standard changes by document: one person proposes and sees whom it touches, another checks and approves, its day brings it.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withWindow } from "./browser.mjs";
import { labelled } from "./forms.mjs";

const document = "粤民发〔2026〕9号";
const day = `${new Date().getFullYear() + 1}-01-01`;

/** row is the change's line in the list of changes. */
const row = (page) => page.getByRole("row", { name: new RegExp(document) });

export function standards(world) {
  describe("standards", () => {
    test("a proposal without its document is told so at the fields; sent twice it is one", () =>
      withWindow(world, "province", async (window, page) => {
        await page.goto("/standards");
        await page.getByRole("row", { name: /困难残疾人生活补贴标准/ }).getByText("调整", { exact: true }).click();
        const drawer = page.getByRole("dialog", { name: "提出标准调整" });
        await labelled(drawer, "执行日期").fill(day);
        await page.keyboard.press("Enter");
        const look = drawer.getByRole("button", { name: "先看影响谁" });
        await look.click();
        await drawer.getByText("请填写文号，标准只能依据文件调整。").first().waitFor();
        await drawer.getByText("请填写数值。").first().waitFor();
        await labelled(drawer, "文号").fill(document);
        await labelled(drawer, "文件标题").fill("关于提高困难残疾人生活补贴标准的通知");
        await labelled(drawer, "数值（元）").fill("210");
        await look.click();
        await drawer.getByText("现在享受相关待遇").waitFor();
        await drawer.locator("button.ant-btn-primary").last().dblclick();
        await row(page).waitFor();
        await window.settled();
        assert.equal(await row(page).count(), 1);
        assert.match(await row(page).innerText(), /待批准[\s\S]*撤回/);
        assert.equal(await row(page).getByText("批准", { exact: false }).filter({ hasText: "并批准" }).count(), 0, "nobody approves the own proposal");
      }));

    test("the second person sees whom it touches, confirms having checked, and approves", () =>
      withWindow(world, "province.b", async (window, page) => {
        await page.goto("/standards");
        await row(page).getByText("查看影响并批准").click();
        const dialog = page.getByRole("dialog", { name: "核对并批准" });
        await dialog.getByText(/195\.00 元\/月/).first().waitFor();
        assert.match(await dialog.innerText(), /每月支出：现行 [\d,.]+ 元，调整后 [\d,.]+ 元/);
        const approve = dialog.locator("button.ant-btn-primary");
        assert.equal(await approve.isDisabled(), true, "not before it was checked");
        await dialog.getByText("我已核对文件、数值和受影响的人").click();
        await approve.click();
        await row(page).getByText("待执行").waitFor();
        await window.settled();
        assert.match(await row(page).innerText(), new RegExp(`210 元[\\s\\S]*${day}`));
      }));
  });
}
