// The policy desk tries a higher standard out, reads and exports the result, tries a draft out, and cancels a run.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { withWindow } from "./browser.mjs";
import { labelled, pick } from "./forms.mjs";
import { workbookTexts } from "./xlsx.mjs";

/** busy asks for runs of many days at once, so that the next one waits its turn and can be watched and cancelled. */
async function busy(window, runs) {
  const faults = await window.page.evaluate(async ([count]) => {
    const session = await (await fetch("/api/session")).json();
    const headers = () => ({ Accept: "application/json", "Content-Type": "application/json", "X-CSRF-Token": session.csrf, "Idempotency-Key": crypto.randomUUID() });
    const start = async (k) => {
      const day = new Date(Date.parse(`${session.now.slice(0, 10)}T00:00:00Z`) - k * 86_400_000).toISOString().slice(0, 10);
      const changes = [{ parameter: "dibao_standard", divisions: ["44"], from: day, value: "1300", status: "sample" }];
      const answer = await fetch("/api/simulations", { method: "POST", headers: headers(), body: JSON.stringify({ id: crypto.randomUUID(), title: `占位 ${k}`, day, changes }) });
      const said = await answer.text(); // read in any case: an answer that nobody reads keeps its request open
      return answer.ok ? "" : `${answer.status} ${said}`;
    };
    return (await Promise.all(Array.from({ length: count }, (_, k) => start(k + 1)))).filter(Boolean);
  }, [runs]);
  assert.deepEqual(faults, []);
}

/** calm cancels what busy asked for. */
async function calm(window) {
  const { runs } = (await window.call("GET", "/api/simulations")).body;
  for (const run of runs) if (run.title.startsWith("占位") && !run.ended_at) await window.call("POST", `/api/simulations/${run.id}/cancel`, {});
}

async function begin(page, title) {
  await page.goto("/simulation");
  await page.getByRole("button", { name: "新的测算" }).click();
  const drawer = page.getByRole("dialog", { name: "新的测算" });
  await labelled(drawer, "名称").fill(title);
  return drawer;
}

async function send(page, drawer) {
  await drawer.getByRole("button", { name: "开始测算" }).click();
  await page.waitForURL(/\/simulation\/[0-9a-f-]{36}$/);
}

const panel = (page, title) => page.locator("section, .zf-panel").filter({ has: page.getByRole("heading", { name: title }) }).first();

export function simulation(world) {
  describe("simulation", () => {
    test("a changed standard: progress, result with charts and map, and a workbook that opens", () =>
      withWindow(world, "province", async (window, page) => {
        const drawer = await begin(page, "全省低保标准试算");
        await drawer.getByRole("button", { name: "开始测算" }).click(); // no value yet: told so, at the field
        await drawer.getByText("请填写试用的数值。").first().waitFor();
        await labelled(drawer, "试用的数值").fill("1500");
        await busy(window, 60);
        await send(page, drawer);
        await page.getByRole("heading", { name: "测算进度" }).waitFor();
        await page.getByRole("progressbar", { name: "测算进度" }).waitFor();
        await calm(window);

        await page.getByRole("link", { name: "导出 Excel" }).waitFor();
        await window.settled();
        assert.match(await page.locator("h1").innerText(), /全省低保标准试算/);
        assert.match(await page.locator("main").innerText(), /最低生活保障标准 → 1500/);
        const moved = await Promise.all(["新进入", "退出", "增加", "减少"].map((label) => page.locator(".zf-stat", { hasText: label }).locator(".zf-stat-value").innerText()));
        assert.ok(moved.every((text) => /^([\d,]+ 户 [\d,]+ 人|隐去)/.test(text.replace(/\s+/g, " "))), moved.join(" | "));
        assert.ok(moved.some((text) => /[1-9]/.test(text)), "a higher standard changes something for somebody");
        for (const question of ["哪些市变动的家庭最多？", "哪里每年多花的钱最多？", "哪类家庭变动最多？", "先补什么证据？", "哪些数值没有正式依据？"]) {
          await page.getByRole("heading", { name: question }).first().waitFor();
        }
        assert.ok((await panel(page, "哪些市变动的家庭最多？").locator("svg path, canvas").count()) > 0, "the map is drawn");
        const poverty = page.getByRole("region", { name: "贫困和收入差距怎样变化？（表格）" });
        for (const measure of ["P0", "P1", "P2", "基尼系数", "差额合计"]) assert.match(await poverty.innerText(), new RegExp(measure));
        assert.ok((await page.getByRole("region", { name: "各事项（表格）" }).getByText("示例值", { exact: true }).count()) > 0, "samples are marked at the items");

        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "导出 Excel" }).click()]);
        assert.match(download.suggestedFilename(), /^测算-.*\.xlsx$/);
        const texts = workbookTexts(readFileSync(await download.path()));
        for (const wanted of ["全省低保标准试算", "广东省广州市", "最低生活保障", "贫困深度 P1", "合计"]) assert.ok(texts.includes(wanted), `the workbook does not say ${wanted}`);
      }));

    test("a draft of the pack against the policy in force", () =>
      withWindow(world, "province", async (window, page) => {
        const draft = randomUUID();
        const made = await window.call("POST", "/api/policy-drafts", { id: draft, pack: "guangdong", title: "测算用的草稿" });
        assert.equal(made.status, 200, JSON.stringify(made.body));
        const drawer = await begin(page, "整份草稿");
        await drawer.getByRole("radio", { name: /整个政策包/ }).check();
        await drawer.getByRole("button", { name: "开始测算" }).click();
        await drawer.getByText("请选择草稿。").first().waitFor();
        await pick(drawer, "草稿", "", "测算用的草稿", page);
        await send(page, drawer);
        await page.getByRole("link", { name: "导出 Excel" }).waitFor();
        assert.match(await page.locator("main").innerText(), /草稿“测算用的草稿”第 1 稿/);
      }));

    test("a run is cancelled and has no result", () =>
      withWindow(world, "province", async (window, page) => {
        const drawer = await begin(page, "不要了");
        await labelled(drawer, "试用的数值").fill("1600");
        await busy(window, 60);
        await send(page, drawer);
        await page.getByRole("button", { name: "取消测算" }).click();
        await page.getByText("这次测算已经取消，没有结果。").waitFor();
        assert.equal(await page.getByRole("link", { name: "导出 Excel" }).count(), 0);
        const { body } = await window.call("GET", `/api${new URL(page.url()).pathname.replace("simulation", "simulations")}`);
        assert.equal(body.state, "cancelled");
        await calm(window);
      }));

    test("who only decides cases of a town cannot reach it", () =>
      withWindow(world, "clerk.yuexiu.1", async (window, page) => {
        assert.equal(await page.getByRole("link", { name: "政策测算" }).count(), 0);
        await window.expecting([403], async () => {
          const { status } = await window.call("GET", "/api/simulations");
          assert.equal(status, 403);
        });
      }));
  });
}
