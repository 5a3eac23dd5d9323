// The verification desk: a batch is previewed, ordered and answered; another is cancelled; an applicant signs on a phone and
// the next order about them leaves; who asked shows it, on the file and on the phone.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { phone, Window, withWindow } from "./browser.mjs";
import { labelled } from "./forms.mjs";

/** answered waits until an order has ended. */
export async function answered(window, id) {
  for (let wait = 0; wait < 90; wait++) {
    const { body } = await window.call("GET", `/api/verification/orders/${id}`);
    if (body.state === "answered") return body;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`order ${id} was not answered`);
}

/** tail is the end of a person's ID number, as its clerk reads it out for a stated purpose. */
export async function tail(window, person) {
  const { body } = await window.call("POST", `/api/people/${person}/reveal`, { field: "id_number", purpose: "浏览器测试核对身份" });
  return body.value.slice(-6);
}

export async function draw(page, pad) {
  const box = await pad.boundingBox();
  await page.mouse.move(box.x + 40, box.y + 60);
  await page.mouse.down();
  for (let step = 1; step <= 12; step++) await page.mouse.move(box.x + 40 + step * 18, box.y + 60 + (step % 2) * 40);
  await page.mouse.up();
}

export function verification(world) {
  describe("verification", () => {
    test("a batch with preview is answered, another is cancelled; signed on the phone, and who asked shows it", () =>
      withWindow(world, "verifier.yuexiu", async (window, page) => {
        await window.open("/verification/batches/new");
        await page.getByRole("heading", { name: "会涉及谁？" }).waitFor();
        const touched = page.locator(".zf-stat", { hasText: "涉及" }).first();
        await touched.waitFor();
        const people = Number((await touched.locator(".zf-stat-value").innerText()).replace(/\D/g, ""));
        assert.ok(people > 0, "the preview touches somebody");
        await labelled(page, "名称").fill("浏览器批量复核");
        await labelled(page, "数据项").click();
        await page.keyboard.type("残疾人证");
        await page.locator(".ant-select-tree-node-content-wrapper", { hasText: "残疾人证" }).last().click();
        await page.keyboard.press("Escape");
        await page.getByRole("button", { name: "发起批量复核" }).click();
        await page.waitForURL(/\/verification\/orders\/[0-9a-f-]{36}$/);
        const id = page.url().split("/").pop();
        const order = await answered(window, id);
        assert.equal(order.people, people, "the batch is about whom the preview named");
        await page.getByText("已答复", { exact: true }).first().waitFor();
        await window.settled();
        assert.match(await page.locator("main").innerText(), /浏览器批量复核/);
        const matrix = page.getByRole("region", { name: "每个人每一项的状态（表格）" });
        await matrix.getByRole("button").first().click();
        await page.getByText(/残疾人证：已答复/).first().waitFor();

        // Everything, so that something waits; then it is cancelled.
        const second = randomUUID();
        const { status } = await window.call("POST", "/api/verification/orders", { id: second, kind: "batch", title: "要取消的复核", purpose: "social_assistance", categories: ["dibao"] });
        assert.equal(status, 200);
        await window.open(`/verification/orders/${second}`);
        await page.getByRole("button", { name: "取消委托" }).click();
        const dialog = page.getByRole("dialog", { name: "取消核对委托" });
        await labelled(dialog, "原因").fill("选错了类别");
        await dialog.getByRole("button", { name: "取消委托" }).click();
        await page.getByText("这份委托已经取消").waitFor();

        // The person's file: every query stands there, and the clerk sends a link for another purpose.
        const person = (await window.call("GET", `/api/verification/orders/${id}/people?limit=1`)).body.people[0];
        await window.open(`/people/${person.person_id}/asked`);
        await page.getByText("残联·残疾人证").first().waitFor();
        assert.match(await page.locator("main").innerText(), /浏览器批量复核/);
        await window.open(`/people/${person.person_id}`);
        await page.getByRole("button", { name: "发自助链接" }).click();
        const drawer = page.getByRole("dialog", { name: /自助链接/ });
        await drawer.getByRole("button", { name: "生成链接" }).click();
        const code = (await drawer.locator(".zv-code").innerText()).trim();
        assert.match(code, /^[0-9A-Z]{4}-[0-9A-Z]{4}$/);
        await onThePhone(world, code, await tail(window, person.person_id));
        const { authorisations } = (await window.call("GET", `/api/people/${person.person_id}/authorisations`)).body;
        assert.ok(authorisations.some((a) => a.signed_how === "online" && a.in_force), "the authorisation signed on the phone is in force");
        const link = (await window.call("POST", `/api/people/${person.person_id}/links`, { id: randomUUID(), task: "asked" })).body;
        await readOnThePhone(world, link.code, await tail(window, person.person_id));
      }));
  });
}

async function onThePhone(world, code, last) {
  const window = await Window.open(world.browser, world.program.url, phone);
  try {
    const { page } = window;
    await page.goto(`/self#${code}`);
    await labelled(page, "您身份证号的最后六位？").fill("000000");
    await window.expecting([404], async () => {
      await page.getByRole("button", { name: "打开" }).click();
      await page.getByRole("alert").waitFor();
    });
    await labelled(page, "您身份证号的最后六位？").fill(last);
    await page.getByRole("button", { name: "打开" }).click();
    await page.getByRole("heading", { name: "授权书全文" }).waitFor();
    await page.getByRole("button", { name: "签署授权书" }).click(); // nothing read, nothing signed: told so
    await page.getByText("请在框里手写您的姓名。").waitFor();
    await page.getByRole("checkbox").check();
    const pad = page.locator("#zs-signature");
    await pad.scrollIntoViewIfNeeded();
    await draw(page, pad);
    await page.getByRole("button", { name: "签署授权书" }).click();
    await page.getByRole("heading", { name: "授权书签好了" }).waitFor();
    assert.match(await page.locator("main").innerText(), /SQ-440104-\d{4}-\d{6}/);
  } finally {
    await window.close();
  }
}

async function readOnThePhone(world, code, last) {
  const window = await Window.open(world.browser, world.program.url, phone);
  try {
    const { page } = window;
    await page.goto(`/self#${code}`);
    await labelled(page, "您身份证号的最后六位？").fill(last);
    await page.getByRole("button", { name: "打开" }).click();
    await page.getByRole("heading", { name: /^谁查过/ }).waitFor();
    assert.match(await page.locator("main").innerText(), /浏览器批量复核/);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth > globalThis.innerWidth);
    assert.equal(wide, false, "nothing runs off the phone's screen");
  } finally {
    await window.close();
  }
}
