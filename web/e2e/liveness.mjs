// A campaign for proofs of life: seen before it starts, started, run to results by the simulated provider, a visit recorded on a phone.
import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { phone, withWindow } from "./browser.mjs";
import { labelled } from "./forms.mjs";

const shot = async (page, name) => process.env.E2E_SHOTS && page.screenshot({ path: `${process.env.E2E_SHOTS}/${name}.png`, fullPage: true });

export function liveness(world) {
  describe("liveness", () => {
    test("a campaign is previewed, started and brings results; the town records a visit on a phone and decides", async () => {
      let address = "";
      await withWindow(world, "verifier.yuexiu", async (window, page) => {
        await page.goto("/liveness");
        await page.getByRole("button", { name: "新的批次" }).click();
        const drawer = page.getByRole("dialog", { name: "新的认证批次" });
        await labelled(drawer, "名称").fill("第四季度认证");
        await drawer.getByRole("radio", { name: /按规则/ }).check();
        await drawer.getByRole("button", { name: "看看有多少人" }).click();
        const told = drawer.getByRole("region", { name: "预计人数" });
        await told.getByText(/本批次 \d+ 人/).waitFor();
        const people = Number((await told.innerText()).match(/本批次 ([\d,]+) 人/)[1].replace(",", ""));
        assert.ok(people > 5, `${people} people`);
        await shot(page, "liveness-start");
        await drawer.getByRole("button", { name: "发起认证" }).click();
        await page.waitForURL(/\/liveness\/[0-9a-f-]{36}$/);
        address = page.url().replace(world.program.url, "");
        let counts;
        for (let wait = 0; wait < 120; wait++) {
          counts = (await window.call("GET", `/api${address}`)).body.counts;
          if (counts.passed > 0 && counts.visiting > 0 && counts.waiting === 0) break;
          await new Promise((resolve) => setTimeout(resolve, 500));
        }
        assert.equal(counts.people, people);
        assert.ok(counts.passed > 0 && counts.visiting > 0 && counts.unauthorised > 0, JSON.stringify(counts));
        await page.reload();
        await page.getByRole("heading", { name: "大家进展如何？" }).waitFor();
        await shot(page, "liveness-campaign");
        await page.goto("/liveness");
        await page.getByRole("link", { name: "第四季度认证" }).waitFor();
        await shot(page, "liveness-list");
      });
      let who = "";
      await withWindow(world, "clerk.yuexiu.1", async (window, page) => {
        const { body } = await window.call("GET", "/api/liveness/visits");
        assert.ok(body.items.length > 0, "the town has nobody to visit");
        who = body.items[0].name;
        address = `/liveness/${body.items[0].campaign_id}`; // whichever campaign it is of: another test may have begun one, too
        await page.goto("/liveness/visits");
        await page.getByRole("button", { name: `登记${who}的入户核查` }).first().click();
        const form = page.getByRole("dialog", { name: `登记入户核查：${who}` });
        await form.getByRole("radio", { name: "没有找到" }).check();
        await form.getByRole("button", { name: /^登\s?记$/ }).click();
        await form.getByText("请写明情况：怎样得知、向谁了解。").first().waitFor();
        await labelled(form, "情况说明").fill("三次敲门无人应答，邻居不知去向");
        await shot(page, "liveness-visit");
        await form.getByRole("button", { name: /^登\s?记$/ }).click();
        await form.waitFor({ state: "detached" });
        await window.settled();
        await shot(page, "liveness-visits");
        await page.getByRole("button", { name: "已登记" }).click();
        await page.getByRole("region", { name: /已登记/ }).getByText("三次敲门无人应答").waitFor();
      }, phone);
      await withWindow(world, "clerk.yuexiu.1", async (window, page) => {
        await page.goto(`${address}?group=undecided`);
        await page.getByRole("button", { name: /^处\s?理$/ }).first().click();
        const dialog = page.getByRole("dialog", { name: /处理核查结果/ });
        await dialog.getByRole("radio", { name: "核实后保留" }).check();
        await labelled(dialog, "情况说明").fill("次日已回家，电话核实");
        await dialog.getByRole("button", { name: "登记处理情况" }).click();
        await dialog.waitFor({ state: "detached" });
        const { body } = await window.call("GET", `/api${address}`);
        assert.equal(body.counts.undecided, 0);
        assert.equal(body.counts.not_found, 1);
      });
    });
  });
}
