// The policy text itself changes in the browser: drafted, its fault named by file and line, mended, proposed for a day, approved by
// another person; its day brings it. A month's price rise goes the same way.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { withWindow } from "./browser.mjs";
import { labelled } from "./forms.mjs";

const title = "电费减免改名";
const renamed = "居民电费减免";
const file = "guangdong/items/electricity.yaml";
const bulletin = "统计通报〔2026〕11号";

/** edit replaces a word in an open file and keeps it. */
async function edit(page, from, to, path = file) {
  const area = page.getByLabel(`${path} 的内容`);
  await area.waitFor();
  const text = await area.inputValue();
  assert.ok(text.includes(from), `${path} has no ${from}`);
  await area.fill(text.replace(from, to));
  await page.getByRole("button", { name: /^保\s?存$/ }).click();
  await page.getByText("有未保存的改动").waitFor({ state: "hidden" });
}

const check = (page) => page.getByRole("button", { name: "检查并运行案例" }).click();

/** line is a version's line in the course of the pack. */
const line = (page, word) => page.locator(".vs-line > li").filter({ hasText: word });

export function drafts(world) {
  describe("policy drafts", () => {
    test("a fault is named with file, line and what was meant; the mended text is proposed for its day", () =>
      withWindow(world, "province", async (window, page) => {
        await page.goto("/policy/versions?pack=guangdong");
        await page.getByRole("button", { name: "起草新版本" }).click();
        const start = page.getByRole("dialog", { name: "起草新版本" });
        await labelled(start, "草稿名称").fill(title);
        await start.getByRole("button", { name: "开始起草" }).dblclick();
        await page.getByRole("heading", { level: 1, name: title }).waitFor();
        await page.goto(`${new URL(page.url()).pathname}?file=${file}`);
        await edit(page, "v.electricity_member", "v.electricity_membre");
        await check(page);
        const faults = page.getByRole("list", { name: "问题", exact: true });
        await faults.getByText(/electricity_membre/).first().waitFor();
        assert.match(await faults.innerText(), /electricity\.yaml：\d+[\s\S]*electricity_member/, "the place of the fault and the name that was meant");
        assert.equal(await page.getByRole("button", { name: "申请启用" }).isDisabled(), true, "a text with faults goes nowhere");

        await edit(page, "v.electricity_membre", "v.electricity_member");
        await edit(page, "name: 电费减免\n", `name: ${renamed}\n`);
        await page.getByText("检查之后又改过，请重新检查").waitFor();
        await check(page);
        await faults.getByText("请在 pack.yaml 里写一个新的 version").waitFor(); // other words under an old number: refused
        await faults.getByRole("button", { name: /pack\.yaml/ }).click();
        await edit(page, 'version: "2026.1"', 'version: "2026.2"', "guangdong/pack.yaml");
        await check(page);
        await page.getByText("通过", { exact: true }).waitFor();
        await page.getByRole("tab", { name: /与现行版本的不同（1）/ }).click();
        await page.getByRole("tabpanel").getByText(renamed).first().waitFor();
        await page.getByRole("button", { name: "申请启用" }).click();
        const propose = page.getByRole("dialog", { name: "申请启用" });
        await propose.getByRole("button", { name: "提交申请" }).dblclick();
        await line(page, "province").or(line(page, "撤回")).first().waitFor();
        await window.settled();
        assert.equal(await line(page, "待批准").count(), 1, "sent twice it is one");
        assert.equal(await line(page, "待批准").getByRole("button", { name: /批\s?准/ }).count(), 0, "nobody approves the own proposal");
      }));

    test("another person reads what moves, approves, and it waits for its day", () =>
      withWindow(world, "province.b", async (window, page) => {
        await page.goto("/policy/versions?pack=guangdong");
        await line(page, "待批准").getByRole("button", { name: /批\s?准/ }).click();
        const dialog = page.getByRole("dialog", { name: "批准启用" });
        await dialog.getByText(renamed).first().waitFor();
        await dialog.getByText("案例检验").first().waitFor();
        const approve = dialog.locator("button.ant-btn-primary");
        assert.equal(await approve.isDisabled(), true, "not before it was read");
        await dialog.getByText("我已逐条核对改动，同意按所列日期启用").click();
        await approve.click();
        await line(page, "待生效").waitFor();
        await page.goto("/policies/electricity");
        await page.getByRole("heading", { level: 1, name: "电费减免" }).waitFor();
        assert.doesNotMatch(await page.locator("h1").innerText(), new RegExp(renamed), "not before its day");
      }));

    test("a month's price rise, entered by one and approved by another, starts the linkage with amounts a head", async () => {
      let month = "";
      await withWindow(world, "province", async (window, page) => {
        await page.goto("/standards/cpi");
        await page.getByRole("button", { name: "录入涨幅" }).click();
        const form = page.getByRole("dialog", { name: "录入当月涨幅" });
        await labelled(form, "居民消费价格当月同比涨幅").fill("百分之三");
        await form.getByRole("button", { name: "提交，等另一人批准" }).click();
        await form.getByText("请填百分数，最多两位小数；下降写 -0.2。").first().waitFor();
        await labelled(form, "居民消费价格当月同比涨幅").fill("3.6");
        await labelled(form, "食品价格当月同比涨幅").fill("2.1");
        await labelled(form, "数据来源").fill(bulletin);
        await labelled(form, "公布标题").fill("当月居民消费价格变动情况");
        month = (await form.locator(".ant-select-content, .ant-select-selection-item").first().innerText()).trim();
        await form.getByRole("button", { name: "提交，等另一人批准" }).click();
        await page.getByRole("row", { name: new RegExp(bulletin) }).waitFor();
        await page.getByText("不启动").waitFor();
      });
      await withWindow(world, "province.b", async (window, page) => {
        await page.goto("/standards/cpi");
        await page.getByRole("row", { name: new RegExp(bulletin) }).getByText(/批准/).last().click();
        const dialog = page.getByRole("dialog").last();
        await dialog.getByText("我已核对文件、数值和受影响的人").click();
        await dialog.locator("button.ant-btn-primary").click();
        await page.getByText("启动联动").waitFor();
        await window.settled();
        const said = await page.locator("main").innerText();
        assert.match(said, /居民消费价格涨幅 3\.6%（启动 3\.5%）/, `the rule in words for ${month}`);
        assert.match(said, /当月预计合计\s*[1-9][\d,]*\.\d\d/, "amounts, not zero");
      });
    });
  });
}

/** draftInForce looks again when the day of the draft has come. */
export function draftInForce(world) {
  test("the drafted text is in force from its day, for the public too", () =>
    withWindow(world, "province", async (window, page) => {
      await page.goto("/policy/versions?pack=guangdong");
      const now = page.locator(".vs-line > li.vs-now");
      await now.getByText("现行").waitFor();
      assert.doesNotMatch(await now.innerText(), /随程序发布/);
      await page.goto("/policies/electricity");
      await page.getByRole("heading", { level: 1, name: renamed }).waitFor();
      await window.settled();
    }));
}
