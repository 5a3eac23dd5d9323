// Authorisations at the counter and on the phone, and what leaves under them: a charity's order within its registration, a source
// asked again, and nothing any more once the person has withdrawn.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { accessible } from "./axe.mjs";
import { phone, Window, withWindow } from "./browser.mjs";
import { labelled, pick } from "./forms.mjs";
import { picture } from "./picture.mjs";
import { draw, tail } from "./verification.mjs";

const charity = "广州市慈善会", union = "广州市总工会";
const certificate = "student_aid", trade = "road_transport";
const certificateName = "学生资助", tradeName = "道路运输证";

/** choose ticks a data class; where it stands under its source already it is found by typing. */
async function choose(page, scope, name) {
  await labelled(scope, "数据项").click();
  await page.keyboard.type(name);
  await page.locator(".ant-select-tree-node-content-wrapper", { hasText: name }).last().click();
  await page.keyboard.press("Escape");
}

/** said is the fault at a field. */
function said(scope, label, text) {
  return scope.locator(".ant-form-item", { hasText: label }).locator(".ant-form-item-explain-error").getByText(text).waitFor();
}

/** sourcesOf waits until the order's sources are as wanted. */
async function sourcesOf(window, id, wanted) {
  for (let wait = 0; wait < 180; wait++) {
    const sources = new Map((await window.call("GET", `/api/verification/orders/${id}`)).body.sources.map((s) => [s.source, s]));
    if (wanted(sources)) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`the sources of order ${id} have not come to where they should be`);
}

export function authorisations(world) {
  describe("authorisations", () => {
    test("on paper and by a guardian; a charity orders within its registration; asked again; withdrawn on the phone, nothing leaves any more", async () => {
      await withWindow(world, "city.guangzhou", async (window) => {
        for (const [name, purpose, classes] of [[charity, "charity", [certificate, trade]], [union, "extended_assistance", [trade]]]) {
          const put = await window.call("PUT", "/api/verification/clients", { name, purpose, classes, quota: 1, basis: "合作协议（浏览器测试）" });
          assert.equal(put.status, 200, JSON.stringify(put.body));
        }
      });
      const [signer, other] = await withPeople(world);
      let order = "";
      await withWindow(world, "verifier.yuexiu", async (window, page) => {
        await onPaper(window, page, signer);
        await world.program.faults({ education: { down: 1 }, transport: { down: 1 } });
        order = await ordered(window, page, signer, other);
        await byGuardian(window, page, other); // while the sources fail
        await sourcesOf(window, order, (of) => of.get("education")?.silent === 1 && of.get("transport")?.silent === 1);
        await world.program.faults();
        await again(window, page, order, "交通运输");
        await sourcesOf(window, order, (of) => of.get("transport").answered === 1);

        const link = (await window.call("POST", `/api/people/${signer.person_id}/links`, { id: randomUUID(), task: "withdraw" })).body;
        await withdrawn(world, link.code, await tail(window, signer.person_id), signer.charity);
        await again(window, page, order, "教育");
        await sourcesOf(window, order, (of) => of.get("education").refused === 1);
        await page.getByRole("row", { name: /教育.*没有有效的核对授权书/ }).waitFor();

        await window.open(`/people/${signer.person_id}/asked`);
        await page.emulateMedia({ media: "print" });
        await page.setViewportSize({ width: 718, height: 1046 }); // A4 less its margins
        const table = page.getByRole("region", { name: "谁查过我（表格）" });
        const { wide, high } = await table.evaluate((el) => ({ wide: el.firstElementChild.scrollWidth - el.clientWidth, high: el.firstElementChild.scrollHeight - el.clientHeight }));
        assert.ok(wide <= 1 && high <= 1, `of the table ${wide} px to the right and ${high} px below are not on the paper`);
        for (const hidden of [page.getByRole("navigation", { name: "主菜单" }), page.getByRole("button", { name: "打印" })]) assert.equal(await hidden.isVisible(), false);
        assert.match(await page.locator("main").innerText(), new RegExp(`受${charity}委托`));
      });
      await withWindow(world, "auditor.yuexiu", async (window) => {
        const { items } = (await window.call("GET", `/api/audit?action=verification.ask&object=${signer.person_id}`)).body;
        assert.ok(items.some((e) => /没有有效的核对授权书/.test(JSON.stringify(e.after)) && /education/.test(JSON.stringify(e.after))), "the refusal is not in the trail");
      });
    });
  });
}

/** withPeople are two adults of the demonstration's batch, with their ID numbers as the department would hand them over. */
async function withPeople(world) {
  const found = [];
  await withWindow(world, "verifier.yuexiu", async (window) => {
    const { orders } = (await window.call("POST", "/api/verification/orders/search", { q: "司法、港澳" })).body;
    const { people } = (await window.call("GET", `/api/verification/orders/${orders[0].id}/people?limit=40`)).body;
    for (const one of people) {
      const { person } = (await window.call("GET", `/api/people/${one.person_id}/file`)).body;
      if (person.age < 20 || found.length === 2) continue;
      const { value } = (await window.call("POST", `/api/people/${one.person_id}/reveal`, { field: "id_number", purpose: "浏览器测试核对身份" })).body;
      found.push({ ...one, number: value });
    }
  });
  assert.equal(found.length, 2);
  return found;
}

/** onPaper takes a signed paper down: its scan is wanted, is looked at by its bytes, and its digest is kept. */
async function onPaper(window, page, who) {
  await window.open(`/people/${who.person_id}`);
  await page.getByRole("button", { name: "登记授权" }).click();
  const drawer = page.getByRole("dialog", { name: `登记${who.name}的核对授权` });
  await pick(drawer, "用途", "", "慈善帮扶", page);
  await drawer.getByRole("radio", { name: "纸质，上传扫描件" }).check();
  const send = drawer.getByRole("button", { name: "登记授权", exact: true });
  await send.click();
  await said(drawer, "扫描件或照片", "纸质授权书请上传扫描件或照片。");
  const file = drawer.locator("input[type=file]");
  await file.setInputFiles({ name: "授权书.pdf", mimeType: "application/pdf", buffer: Buffer.from("这不是扫描件") });
  await drawer.getByText("授权书.pdf").waitFor();
  await window.expecting([422, 400], async () => {
    await send.click();
    await said(drawer, "扫描件或照片", /文件内容不是 JPG、PNG、WebP 图片或 PDF/);
  });
  await file.setInputFiles({ name: "授权书.png", mimeType: "image/png", buffer: picture(90) });
  await drawer.getByText("授权书.png").waitFor();
  await send.click();
  await drawer.waitFor({ state: "hidden" });
  const { authorisations } = (await window.call("GET", `/api/people/${who.person_id}/authorisations`)).body;
  who.charity = authorisations.find((a) => a.purpose === "charity");
  assert.equal(who.charity.signed_how, "paper");
  await page.getByRole("row", { name: new RegExp(who.charity.number) }).locator("[data-open]").click();
  const detail = page.getByRole("dialog", { name: `核对授权书 ${who.charity.number}` });
  await detail.getByText(/扫描件 SM3：[0-9a-f]{64}/).waitFor();
  await detail.getByText("，与签署时一致").waitFor();
  const [scan] = await Promise.all([page.waitForEvent("popup"), detail.getByRole("link", { name: /打开扫描件/ }).click()]);
  await scan.waitForLoadState();
  assert.equal(await scan.evaluate(() => document.contentType), "image/png");
  await scan.close();
}

/** byGuardian signs for somebody without capacity: who signs, what they are to the person and why must be said. */
async function byGuardian(window, page, who) {
  await window.open(`/people/${who.person_id}`);
  await page.getByRole("button", { name: "登记授权" }).click();
  const drawer = page.getByRole("dialog", { name: `登记${who.name}的核对授权` });
  await pick(drawer, "用途", "", "慈善帮扶", page);
  await drawer.getByRole("checkbox", { name: /由监护人代签/ }).check();
  await labelled(drawer, "代签人姓名").fill("");
  const send = drawer.getByRole("button", { name: "登记授权", exact: true });
  await send.click();
  for (const [label, text] of [["代签人是本人的", "请写明代签人是本人的什么人。"], ["代签理由", "请写明代签的理由。"], ["代签人姓名", "请填写签字人姓名。"], ["手写签名", "请在签名框内手写签名。"]]) await said(drawer, label, text);
  await labelled(drawer, "代签人是本人的").fill("妹妹");
  await labelled(drawer, "代签理由").fill("法院宣告无民事行为能力");
  await labelled(drawer, "代签人姓名").fill("何监护");
  await drawer.getByText("由妹妹何监护代签：法院宣告无民事行为能力").waitFor(); // the text that is signed
  const pad = drawer.locator("canvas");
  await pad.scrollIntoViewIfNeeded();
  await draw(page, pad);
  await send.click();
  await drawer.waitFor({ state: "hidden" });
  await page.getByRole("row", { name: /慈善帮扶.*何监护（代签）/ }).waitFor();
}

/** ordered has the charity order on the screen: beyond its quota and outside its classes it is told so at the field. */
async function ordered(window, page, who, other) {
  await window.open("/verification/orders/new");
  const form = page.locator("form");
  const client = (name) => pick(form, "委托单位和用途", "", name, page);
  const send = form.getByRole("button", { name: "发起委托核对" });
  await client(charity);
  await page.getByText("本月限额 1 人，已用 0 人，还可以委托 1 人").waitFor();
  await labelled(form, "核对事项").fill("慈善助学核对");
  for (const name of [certificateName, tradeName]) await choose(page, form, name);
  await labelled(form, "身份证号").fill(`${who.number}\n${other.number}`);
  await form.getByRole("button", { name: "查找并加入（2 个）" }).click();
  await form.getByText("已选 2 人。").waitFor();
  await window.expecting([422], async () => {
    await send.click();
    await said(form, "被核对人", /本月限额 1 人，已用 0 人，这次 2 人超出限额/);
    await accessible(page, "new-order");
  });
  await form.getByRole("button", { name: `去掉${other.name}` }).click();
  await client(union);
  await window.expecting([422], async () => {
    await send.click();
    await said(form, "数据项", new RegExp(`${union} 不得查询：${certificateName}`));
  });
  await client(charity);
  await send.click();
  await page.waitForURL(/\/verification\/orders\/[0-9a-f-]{36}$/);
  return page.url().split("/").pop();
}

/** again asks one source of an order again, on the screen. */
async function again(window, page, order, source) {
  await window.open(`/verification/orders/${order}`);
  await page.getByRole("button", { name: `重新查询${source}` }).click();
  await page.getByRole("tooltip").or(page.locator(".ant-popover")).getByRole("button", { name: "重新查询", exact: true }).click();
  await window.settled();
}

async function withdrawn(world, code, last, authorisation) {
  const window = await Window.open(world.browser, world.program.url, phone);
  try {
    const { page } = window;
    await page.goto(`/self#${code}`);
    await labelled(page, "您身份证号的最后六位？").fill(last);
    await page.getByRole("button", { name: "打开" }).click();
    await page.getByRole("heading", { name: /要撤回哪一份授权/ }).waitFor();
    await page.getByRole("button", { name: "撤回这份授权" }).click();
    await page.getByText("请先选择要撤回的授权。").waitFor();
    await page.getByRole("radio", { name: new RegExp(authorisation.number) }).check();
    await page.getByRole("button", { name: "撤回这份授权" }).click();
    await page.getByRole("heading", { name: "授权已经撤回" }).waitFor();
    assert.match(await page.locator("main").innerText(), new RegExp(authorisation.number));
  } finally {
    await window.close();
  }
}
