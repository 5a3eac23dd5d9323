// A family applies for dibao, and is paid. Each act is done on screen by the person whose duty it is.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe } from "node:test";
import { accessible } from "./axe.mjs";
import { phone, withWindow } from "./browser.mjs";
import { act, fillAmounts, labelled, pick, send, step } from "./forms.mjs";
import { inOrder } from "./order.mjs";
import { idNumber } from "./idNumber.mjs";

const head = { name: "余志文", id: idNumber("440104", "1979-03-08", 915) };
const child = { name: "余小雨", id: idNumber("440104", "2016-05-02", 924) };
const village = "盐运西社区居委会";
const villageCode = "440104003108";
const declaredWage = "1200";

/** openCase goes to the case as a signed-in person reaches it: from a list, by its number. */
async function openCase(window, world) {
  await window.open(`/cases/${world.caseId}`);
  await window.page.getByText(world.caseNumber).waitFor();
}

/** takeUntilNotice plays the case from the window to the posted notice. */
export function takeUntilNotice(world) {
  describe("a dibao case from the window to the public notice", () => {
    const test = inOrder(world);
    test("the clerk takes the application with the wizard, and accepts it", () =>
      withWindow(world, "clerk.yuexiu.1", async (window, page) => {
        await apply(page);
        world.caseId = new URL(page.url()).pathname.split("/").at(-1);
        await page.getByText(/^GD-|[A-Z]{2}-\d{6}-\d{4}-\d+/).first().waitFor();
        world.caseNumber = (await page.locator(".cw-number").first().innerText()).trim();
        assert.match(world.caseNumber, /440104/);
        await world.program.faults({ market_regulation: { down: 1 }, natural_resources: { down: 1 }, public_security: { wrong_shape: 1 } });
        const drawer = await act(page, "受理");
        await send(page, drawer, "受理");
        await page.getByRole("button", { name: "登记入户调查", exact: true }).waitFor();
      }));

    test("the officer issues the report on what came back: a source that is down and one that answers garbage are named, nothing counts as zero, the case goes on", () =>
      withWindow(world, "verifier.yuexiu", async (window, page) => {
        await openCase(window, world);
        const panel = page.getByRole("region", { name: "信息核对" });
        await panel.getByText(/HD-440104-\d{4}-\d+/).first().waitFor(); // placed by itself when the case was accepted
        const drawer = await act(page, "出具核对报告");
        // Garbage spoils one answer of a message or the whole of it: whatever it hits is named.
        const down = /市场监管.*来源无法连接.*有工商登记/, garbage = /公安.*(不合格式|没有给出可用的答复)/;
        for (const row of [down, garbage]) await drawer.getByRole("row", { name: row }).first().waitFor({ timeout: 90_000 });
        await drawer.getByRole("button", { name: "出具核对报告", exact: true }).click();
        await drawer.getByText("请选择继续等待（关闭本页），或勾选不再等待。").first().waitFor(); // wait or go on: the officer chooses
        await drawer.getByRole("checkbox", { name: "不再等待，先出具报告" }).check();
        await drawer.getByLabel("核对人员说明").fill("市场监管和公安暂时查不到，先行出具。");
        await send(page, drawer, "出具核对报告");
        await world.program.faults();
        const { body } = await window.call("GET", `/api/cases/${world.caseId}`);
        const silent = body.facts.filter((f) => f.verified && /无法连接|不合格式|可用的答复|尚未答复/.test(f.verified.note));
        assert.ok(silent.some((f) => f.key === "business_registration"));
        for (const fact of silent) {
          assert.equal(fact.verified.value, null, `${fact.key} counts as ${fact.verified.value}`);
          assert.equal(fact.best, null, `the policy is asked with ${fact.best} for ${fact.key}`);
        }
        await panel.getByRole("link", { name: /^核对报告 HB-440104-\d{4}-\d+ 第 1 版/ }).click();
        await page.waitForURL(/\/verification\/reports\//);
        for (const row of [down, garbage, /^有工商登记.*未知/]) await page.getByRole("row", { name: row }).first().waitFor();
        await page.getByText("没有按 0 计").first().waitFor();
        const [print] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: /打印页/ }).click()]);
        await print.waitForLoadState();
        const text = await print.locator("body").innerText();
        for (const part of [head.name, "市场监管", "仅用于社会救助", "复核途径", "第十八条"]) assert.ok(text.includes(part), `the print page lacks ${part}`);
        assert.equal(await print.getByRole("img", { name: /印章/ }).count(), 1);
      }));

    test("the clerk and a second surveyor visit the home", () =>
      withWindow(world, "clerk.yuexiu.1", async (window, page) => {
        await openCase(window, world);
        const drawer = await act(page, "登记入户调查");
        const second = drawer.getByRole("group", { name: "调查人 2" });
        await second.getByLabel("调查人 2 姓名").fill("陈婷");
        await second.getByLabel("单位和职务").fill("北京街道办事处民政专员");
        await drawer.getByLabel("家庭情况").fill("租住一居室，孩子在读小学，主要靠零工收入，邻里反映属实。");
        await drawer.getByRole("checkbox", { name: "调查人和家庭成员都已在入户调查表上签字" }).check();
        await send(page, drawer, "完成入户调查");
      }));

    test("the town head adopts a source for the difference and gives the first opinion", () =>
      withWindow(world, "head.yuexiu.1", async (window, page) => {
        await openCase(window, world);
        const drawer = await act(page, "提出初审意见");
        await drawer.getByRole("radio", { name: "拟同意，进入公示" }).check();
        await drawer.getByRole("button", { name: "提出初审意见", exact: true }).click();
        await drawer.getByText("请选定有工商登记采信哪个来源。").first().waitFor();
        // What nobody answered is believed as declared, all at once, by keyboard; taken back, and done again. Each stands by itself below.
        const together = drawer.getByRole("group", { name: /^一并采信：核对没有查明的 \d+ 项$/ });
        const each = drawer.getByRole("region", { name: "核对没有查明" }).locator(".cw-member");
        const chosen = () => each.getByRole("radio", { name: /^申报：/, checked: true }).count();
        await together.getByRole("radio", { name: "申报" }).check();
        await together.getByLabel("共同的采信理由").fill("来源未答复，入户所见与申报一致");
        await together.getByLabel("共同的采信理由").press("Enter");
        assert.equal(await chosen(), await each.count());
        await accessible(page, "first-opinion");
        await together.getByRole("button", { name: "撤销" }).click();
        assert.equal(await chosen(), 0, "taken back");
        await together.getByRole("button", { name: /^填到这/ }).click();
        for (const open of await drawer.locator(".cw-member").all()) {
          if (await open.getByRole("radio", { checked: true }).count()) continue;
          await open.getByRole("radio", { name: /^申报：/ }).check();
          await open.getByLabel("采信理由").fill("入户所见与申报一致");
        }
        assert.equal(await drawer.getByLabel("采信理由", { exact: true }).evaluateAll((list) => list.filter((e) => !e.value).length), 0, "each has its reason");
        await drawer.getByText(/政策结论：符合条件，每月/).waitFor();
        await send(page, drawer, "提出初审意见");
      }));

    test("the clerk posts the notice", () =>
      withWindow(world, "clerk.yuexiu.1", async (window, page) => {
        await openCase(window, world);
        const drawer = await act(page, "张贴公示");
        await drawer.getByLabel("张贴地点").fill(`${village}公示栏`);
        await send(page, drawer, "登记已张贴");
        await page.getByText("正在公示").first().waitFor();
      }));

    test("everybody sees name, members and amount on the board, and nothing more", () =>
      withWindow(world, null, async (window, page) => {
        await window.open(`/board?division=${villageCode}`);
        const card = page.getByRole("article", { name: head.name });
        await card.waitFor();
        const text = await card.innerText();
        world.amount = /每月\s*([\d,.]+)\s*元/.exec(text)?.[1];
        assert.ok(world.amount, `no amount on the board: ${text}`);
        assert.match(text, /2 人/);
        const whole = await page.locator("body").innerText();
        for (const secret of [child.name, head.id, head.id.slice(-4), "1979", "工资", "北京路"]) assert.ok(!whole.includes(secret), `the board says ${secret}`);
      }, phone));
  });
}

async function apply(page) {
  await page.getByRole("navigation", { name: "主菜单" }).getByRole("link", { name: "申请" }).click();
  await page.getByRole("button", { name: "新申请" }).first().click();
  await page.getByRole("radio", { name: "最低生活保障", exact: true }).check();
  await labelled(page, "身份证号").fill(head.id);
  await page.getByLabel("姓名", { exact: true }).fill(head.name);
  await page.getByText("辖区登记簿没有此人").waitFor();
  await pick(page, "户籍所在村（社区）", "盐运西", village);
  await page.getByLabel("家庭住址").fill("北京路 12 号 301 房");
  await page.getByRole("radio", { name: "城镇" }).check();
  await step(page, "家庭成员");
  await pick(page, "与户主关系", "户主", /^户主$/);
  await page.getByRole("button", { name: "添加家庭成员" }).click();
  await labelled(page, "身份证号").fill(child.id);
  await page.getByRole("group", { name: /^成员 2/ }).getByLabel("姓名", { exact: true }).fill(child.name);
  await pick(page.getByRole("group", { name: child.name }), "与户主关系", "女", /^女$/, page);
  for (const who of [head, child]) {
    const card = page.getByRole("group", { name: who.name, exact: true });
    await card.getByRole("button", { name: /居住、就学、健康/ }).click();
    for (const [asked, answer] of [["长期共同居住", "是"], ["已独立生活", "否"], ["正在服刑", "否"], ["已宣告失踪", "否"], ["患当地认定", "否"], ["已就业", who === head ? "是" : "否"]]) {
      await card.getByRole("radiogroup", { name: new RegExp(asked) }).getByText(answer, { exact: true }).click();
    }
    await pick(card, "就读阶段", "", who === head ? "不在校" : "小学", page);
    await pick(card, "劳动能力", "", who === head ? "有劳动能力" : /无/, page);
    await pick(card, "残疾类别", "", /^无/, page);
    await pick(card, "残疾等级", "", /^无/, page);
    await card.getByLabel(/宗教场所居住的年数/).fill("0");
  }
  await step(page, "收入和财产");
  await fillAmounts(page.locator("form"), { 工资性收入: declaredWage, 金融资产: "6000", 住房套数: "1" }, "0");
  await page.getByLabel("工资性收入").nth(1).fill("0");
  for (const asked of ["有非居住类房产", "有工商登记"]) await page.getByRole("radiogroup", { name: new RegExp(asked) }).getByText("否", { exact: true }).click();
  await step(page, "授权和承诺");
  for (const who of [head, child]) await page.getByRole("checkbox", { name: new RegExp(`^${who.name}已签授权书`) }).check();
  await page.getByRole("radio", { name: "没有" }).check();
  await page.getByRole("checkbox", { name: /在承诺书上签字/ }).check();
  await page.getByLabel("银行账号").fill("80020000012345678");
  await page.getByLabel("开户银行").fill("中国工商银行广州北京路支行");
  await step(page, "核对并提交");
  await page.getByRole("button", { name: "提交申请" }).click();
  await page.waitForURL(/\/cases\//);
}

/** takeToPayment goes on with the case after its notice has run. */
export function takeToPayment(world) {
  describe("the same case after the seven days, to the payment list", () => {
    const test = inOrder(world);

    test("the notice is gone from the board", () =>
      withWindow(world, null, async (window, page) => {
        await window.open(`/board?division=${villageCode}`);
        assert.equal(await page.getByRole("article", { name: head.name }).count(), 0);
      }, phone));

    test("the county reviewer gives an opinion, after a visit where one was drawn", () =>
      withWindow(world, "reviewer.yuexiu", async (window, page) => {
        await noticeEnded(window, world.caseId);
        await openCase(window, world);
        const visit = page.getByRole("button", { name: "登记县级入户", exact: true });
        if (await visit.count()) {
          const drawer = await act(page, "登记县级入户");
          await drawer.getByRole("group", { name: "入户人 2" }).getByRole("button", { name: "移除" }).click();
          await drawer.getByRole("textbox", { name: "入户所见" }).fill("抽查入户，与调查表所记一致。");
          await send(page, drawer, "登记县级入户");
        }
        const drawer = await act(page, "提出审核意见");
        await drawer.getByRole("radio", { name: "建议确认", exact: true }).check();
        await drawer.getByRole("textbox", { name: "审核意见" }).fill("材料齐全，程序到位，建议确认。");
        await send(page, drawer, "提出审核意见");
      }));

    test("the approver reads the letter, and confirms", () =>
      withWindow(world, "approver.yuexiu", async (window, page) => {
        await openCase(window, world);
        const drawer = await act(page, "作出决定");
        await drawer.getByRole("radio", { name: "确认", exact: true }).check();
        await drawer.getByRole("button", { name: "下一步：看将送达的文书" }).click();
        const dialog = page.getByRole("dialog").filter({ hasText: "当事人将收到以下文书" });
        const letter = dialog.locator("iframe").contentFrame();
        await letter.getByText(world.amount).first().waitFor();
        await dialog.getByRole("checkbox", { name: /我已核对文书内容/ }).check();
        await dialog.getByRole("button", { name: /^(予以)?确\s?认$/ }).click();
        await dialog.waitFor({ state: "hidden" });
        await page.getByText("已确认").first().waitFor();
      }));

    test("the letter is a paper with the amount and the remedies", () =>
      withWindow(world, "reviewer.yuexiu", async (window, page) => {
        await openCase(window, world);
        const [paper] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: /确认通知书/ }).first().click()]);
        await paper.waitForLoadState();
        const text = await paper.locator("body").innerText();
        for (const part of [head.name, world.amount, "行政复议", "行政诉讼"]) assert.ok(text.includes(part), `the letter lacks ${part}`);
        world.letterPath = new URL(paper.url()).pathname;
      }));

    test("the finance officer makes the payment list with the family on it, and may not approve it", () =>
      withWindow(world, "finance.yuexiu", async (window, page) => {
        await window.open("/payrolls");
        const { now } = (await window.call("GET", "/api/session")).body;
        await page.getByRole("button", { name: "生成发放册" }).first().click();
        const dialog = page.getByRole("dialog", { name: "生成发放册" });
        await pick(dialog, "月份", "", monthAfter(now), page);
        await dialog.getByRole("button", { name: /^生\s?成$/ }).click();
        await page.waitForURL(/\/payrolls\/[0-9a-f-]+/);
        await window.settled();
        world.payrollId = new URL(page.url()).pathname.split("/").at(-1);
        assert.ok(await hasPayee(window, world.payrollId, head.name), `${head.name} is not on the list`);
        assert.equal(await page.getByRole("button", { name: /^审\s?定$/ }).count(), 0);
        const refused = await window.expecting([403], () => window.call("POST", `/api/payrolls/${world.payrollId}/approve`, { version: 1, problems_seen: true }));
        assert.equal(refused.status, 403);
        assert.match(refused.body.message, /[\u4e00-\u9fff]/);
      }));

    test("the approver approves the list and downloads it for Excel", () =>
      withWindow(world, "approver.yuexiu", async (window, page) => {
        await window.open(`/payrolls/${world.payrollId}`);
        await page.getByRole("button", { name: /^审\s?定$/ }).click();
        const dialog = page.getByRole("dialog", { name: "核对并审定" });
        const seen = dialog.getByRole("checkbox", { name: /需要核对/ });
        if (await seen.count()) await seen.check();
        await dialog.getByRole("checkbox", { name: /我已核对发放册/ }).check();
        await dialog.getByRole("button", { name: /^审\s?定$/ }).click();
        await dialog.waitFor({ state: "hidden" });
        await page.getByText("已审定").first().waitFor();
        const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: /下载 Excel/ }).click()]);
        assert.match(download.suggestedFilename(), /\.xlsx$/);
        const bytes = readFileSync(await download.path());
        assert.equal(bytes.subarray(0, 2).toString(), "PK");
        assert.ok(bytes.length > 4000, `only ${bytes.length} bytes`);
      }));

    test("household and person show the entitlement and the identity", () =>
      withWindow(world, "clerk.yuexiu.1", async (window, page) => {
        await window.open("/registry");
        await page.getByRole("main").getByLabel("身份证号、姓名、手机号码或编号").fill(head.id);
        await page.getByRole("main").getByRole("button", { name: /^查\s?询$/ }).click();
        await page.getByRole("main").getByRole("link", { name: head.name }).first().click();
        await page.waitForURL(/\/people\//);
        await window.settled();
        await page.getByRole("region", { name: /^救助身份/ }).getByText(/低保|最低生活保障/).first().waitFor();
        world.personPath = new URL(page.url()).pathname;
        await page.getByRole("button", { name: "家庭档案" }).click();
        await page.waitForURL(/\/households\//);
        await window.settled();
        await page.getByRole("region", { name: /^本户待遇/ }).getByText(world.amount).first().waitFor();
        world.householdPath = new URL(page.url()).pathname;
      }));
  });
}

/** noticeEnded waits for the job that ends notices whose days are over; it runs soon after the start. */
async function noticeEnded(window, id) {
  for (let tries = 0; tries < 120; tries++) {
    const { body } = await window.call("GET", `/api/cases/${id}`);
    if (body.steps.some((s) => s.step === "review" && s.state === "open")) return;
    await window.page.waitForTimeout(500);
  }
  throw new Error("the notice has not been ended within a minute of its last day");
}

/** monthAfter is the month after a day as the lists write it: an entitlement begins the month after the confirmation. */
function monthAfter(now) {
  const [year, month] = now.split("-").map(Number);
  return month === 12 ? `${year + 1}年1月` : `${year}年${month + 1}月`;
}

async function hasPayee(window, payroll, name) {
  let cursor = "";
  do {
    const { body } = await window.call("GET", `/api/payrolls/${payroll}/lines?limit=100${cursor && `&cursor=${encodeURIComponent(cursor)}`}`);
    if (body.lines.some((line) => line.payee_name === name)) return true;
    cursor = body.next ?? "";
  } while (cursor);
  return false;
}
