// What the program must not let happen, seen on the screen of the person who tries it.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { withWindow } from "./browser.mjs";
import { labelled } from "./forms.mjs";
import { idNumber, wrongCheck } from "./idNumber.mjs";

const chinese = /[\u4e00-\u9fff]{4,}/;

/** casesAt lists the open cases of the actor's range that stand at a step. */
async function casesAt(window, step) {
  const { status, body } = await window.call("GET", `/api/cases?status=open&step=${step}&limit=50`);
  assert.equal(status, 200);
  assert.ok(body.items.length > 0, `no case stands at ${step}`);
  return body.items;
}

export function refusals(world) {
  describe("refusals on screen", () => {
    test("a wrong check digit is said at the field", () =>
      withWindow(world, "clerk.tianhe.1", async (window, page) => {
        await window.open(`/apply/${randomUUID()}?new=1`);
        const field = labelled(page, "身份证号");
        await field.fill(wrongCheck(idNumber("440106", "1980-01-02", 931)));
        await field.blur();
        const said = page.locator(".ant-form-item").filter({ has: field }).locator(".ant-form-item-explain-error");
        await said.waitFor();
        assert.match(await said.innerText(), /校验/);
        assert.equal(await field.getAttribute("aria-invalid"), "true");
        await page.getByRole("button", { name: "下一步" }).click();
        await page.getByRole("alert").filter({ hasText: "校验" }).waitFor();
        await page.getByRole("heading", { name: /第 1 步/ }).waitFor();
      }));

    test("a clerk of another town cannot open the case", () =>
      withWindow(world, "clerk.tianhe.1", async (own) => {
        const [one] = await casesAt(own, "survey");
        await withWindow(world, "clerk.tianhe.2", async (window, page) => {
          await window.expecting([404], () => window.open(`/cases/${one.id}`));
          await page.getByText(/没有找到该案件|不在您的管辖范围/).first().waitFor();
          assert.ok(!(await page.locator("body").innerText()).includes(one.applicant_name));
        });
      }));

    test("who reviewed a case may not decide it, whatever the new duty", () =>
      refuseSamePerson(world));

    test("no decision before the notice has run", () =>
      withWindow(world, "approver.tianhe", async (window, page) => {
        const [one] = await casesAt(window, "notice");
        await window.open(`/cases/${one.id}`);
        assert.equal(await page.getByRole("button", { name: "作出决定" }).count(), 0);
        const { body } = await window.call("GET", `/api/cases/${one.id}`);
        const refused = await window.expecting([409], () =>
          window.call("POST", `/api/cases/${one.id}/confirm`, { version: body.case.version, outcome: "confirm", amount_fen: body.result?.amount_fen ?? 100 }));
        assert.equal(refused.status, 409);
        assert.match(refused.body.message, /公示/);
        const { body: after } = await window.call("GET", `/api/cases/${one.id}`);
        assert.equal(after.case.status, "open");
        assert.equal(after.decision ?? null, null);
      }));

    test("a late step climbs to the level above, and is shown there as late", () =>
      withWindow(world, "clerk.tianhe.1", async (own, page) => {
        await own.open("/inbox?box=office&colour=late");
        const { body } = await own.call("GET", "/api/tasks?box=office&limit=100");
        const late = body.items.filter((t) => t.left_days < 0);
        assert.ok(late.length > 0, "the demonstration has no late duty in this town");
        await page.getByRole("main").getByText(/逾期 \d+ 天/).first().waitFor();
        const above = ["reviewer.tianhe", "approver.tianhe", "city.guangzhou", "province"];
        const climbed = new Set();
        for (const login of above) {
          await withWindow(world, login, async (window) => {
            await window.open("/inbox?box=escalated");
            const main = window.page.getByRole("main");
            for (const t of late) {
              const row = main.getByRole("row").filter({ hasText: t.subject });
              if ((await row.count()) > 0 && /逾期 \d+ 天/.test(await row.first().innerText())) climbed.add(t.id);
            }
          });
          if (climbed.size === late.length) break;
        }
        assert.equal(climbed.size, late.length, "a late duty is shown to nobody above");
      }));

    test("the same draft sent twice at once makes one case", () =>
      withWindow(world, "clerk.tianhe.1", async (window, page) => {
        const draft = randomUUID();
        const name = "余同文";
        const { body: items } = await window.call("GET", "/api/items");
        assert.ok(items.items.some((i) => i.id === "dibao_single" || i.id === "dibao"));
        const { body: session } = await window.call("GET", "/api/session");
        const villages = (await window.call("GET", `/api/divisions?parent=${session.current.division}`)).body;
        const body = {
          request_key: draft, draft_id: draft, item: "dibao", division: villages[0].code, urban: true, facts: {}, pledge: true,
          members: [{ id_number: idNumber("440106", "1971-06-05", 937), name, relation: "02", facts: {}, authorisation: { signed_by: name, signed_on: session.now.slice(0, 10) } }],
        };
        await window.call("PUT", `/api/drafts/${draft}`, { kind: "application", title: `${name}户 1 人`, division: villages[0].code, version: 0, content: { members: [] } });
        const answers = await Promise.all([1, 2, 3].map(() => window.call("POST", "/api/cases", body)));
        assert.deepEqual(answers.map((a) => a.status), [200, 200, 200], JSON.stringify(answers));
        assert.equal(new Set(answers.map((a) => a.body.id)).size, 1);
        await window.open("/cases"); // the newest stand first
        const rows = page.getByRole("main").getByRole("row").filter({ hasText: `${name}户` });
        await rows.first().waitFor();
        assert.equal(await rows.count(), 1);
      }));

    test("a masked number shows only for a purpose, and the look stands in the audit", () => revealAndAudit(world));
  });
}

async function refuseSamePerson(world) {
  let reviewed;
  await withWindow(world, "reviewer.tianhe", async (window) => {
    for (const one of await casesAt(window, "review")) {
      const { body } = await window.call("GET", `/api/cases/${one.id}`);
      const act = body.acts.find((a) => a.act === "review");
      if (!act || act.blocked || ["drawn", "relative"].includes(body.case.county_visit)) continue;
      const outcome = act.agree_blocked ? "refuse" : "agree";
      const done = await window.call("POST", `/api/cases/${one.id}/review`, { version: body.case.version, outcome, opinion: "材料齐全，程序到位，请予决定。" });
      assert.equal(done.status, 200, JSON.stringify(done.body));
      reviewed = one.id;
      break;
    }
    assert.ok(reviewed, "no case can be reviewed");
  });
  await withWindow(world, "admin", async (window, page) => {
    const { body } = await window.call("GET", "/api/staff?q=reviewer.tianhe");
    const [person] = body.items;
    const both = { name: person.name, organisation_id: person.organisation_id, version: person.version, assignments: [{ role: "county_reviewer", division: person.division }, { role: "county_approver", division: person.division }] };
    const refused = await window.expecting([422], () => window.call("PUT", `/api/staff/${person.id}`, both));
    assert.equal(refused.status, 422);
    assert.match(refused.body.message, /互相把关/);
    const moved = await window.call("PUT", `/api/staff/${person.id}`, { ...both, assignments: both.assignments.slice(1) });
    assert.ok(moved.status < 300, JSON.stringify(moved.body));
    await window.open("/staff");
    await page.getByRole("main").getByRole("table").waitFor();
  });
  await withWindow(world, "reviewer.tianhe", async (window, page) => {
    await window.open(`/cases/${reviewed}`);
    const button = page.getByRole("button", { name: /^作出决定.*暂不能办理：/ });
    await button.waitFor();
    assert.match(await button.innerText(), /同一人不能再办理/);
    const { body } = await window.call("GET", `/api/cases/${reviewed}`);
    const refused = await window.expecting([403], () =>
      window.call("POST", `/api/cases/${reviewed}/confirm`, { version: body.case.version, outcome: "refuse", reason: "不符合规定条件。" }));
    assert.equal(refused.status, 403);
    assert.equal(refused.body.code, "same_person");
    assert.match(refused.body.message, chinese);
  });
}

async function revealAndAudit(world) {
  const purpose = `电话核实入户时间 ${Date.now() % 100000}`;
  let who;
  await withWindow(world, "clerk.tianhe.1", async (window, page) => {
    const { body } = await window.call("GET", "/api/session");
    who = body.staff.name;
    const [one] = await casesAt(window, "survey");
    await window.open(`/cases/${one.id}`);
    assert.ok(!/\d{17}[\dX]/.test(await page.locator("body").innerText()), "an ID number stands in clear");
    await page.getByRole("button", { name: /^查看完整.*身份证号$/ }).first().click();
    const dialog = page.getByRole("dialog", { name: /^查看完整/ });
    const ok = dialog.getByRole("button", { name: /^查\s?看$/ });
    assert.ok(await ok.isDisabled(), "a number can be seen without a purpose");
    await dialog.getByLabel(/查看用途/).fill(purpose);
    await ok.click();
    await page.getByRole("main").getByText(/^\d{17}[\dX]$/).first().waitFor();
  });
  await withWindow(world, "auditor", async (window, page) => {
    await window.open("/audit");
    await page.getByRole("main").getByLabel("人员姓名").fill(who);
    await page.getByRole("main").getByLabel("人员姓名").press("Enter");
    await page.getByRole("main").getByText(purpose).first().waitFor();
  });
}
