// An applicant disputes a report: the clerk takes the objection down with its proof, the head of the town re-checks it, and the
// next version shows both values beside each other while the first stays readable.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { describe, test } from "node:test";
import { accessible } from "./axe.mjs";
import { withWindow } from "./browser.mjs";
import { labelled, pick } from "./forms.mjs";
import { picture } from "./picture.mjs";

const town = "440104003";
const fact = "工资性收入";

/** issued orders and reports a case of the demonstration that waits for its verification, without waiting for people of departments. */
async function issued(window) {
  const { items } = (await window.call("GET", "/api/cases?status=open&step=verification&limit=50")).body;
  for (const one of items) {
    const { body } = await window.call("GET", `/api/cases/${one.id}`);
    if (!String(body.case.division).startsWith(town) || body.case.item !== "dibao") continue;
    const path = `/api/cases/${one.id}/verification`;
    let state = (await window.call("POST", `${path}/order`)).body;
    for (let wait = 0; wait < 120; wait++) {
      state = (await window.call("GET", path)).body;
      const sources = state.order.sources ?? [];
      if (sources.length > 0 && sources.every((s) => s.waiting === 0 || s.transport === "desk")) break;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    const made = await window.call("POST", `${path}/report`, { id: randomUUID(), go_on: true, remark: "司法部门尚未答复，先行出具。" });
    assert.equal(made.status, 200, JSON.stringify(made.body));
    return made.body;
  }
  throw new Error("no case of the town waits for its verification");
}

export function objection(world) {
  describe("an objection to a report", () => {
    test("is taken down with proof, re-checked by the town, and the next version keeps both values", async () => {
      let first;
      await withWindow(world, "verifier.yuexiu", async (window) => {
        first = await issued(window);
      });
      const line = first.content.lines.find((l) => l.label === fact && l.found.known && l.found.value !== 35000);
      assert.ok(line, "the report knows somebody's wage");
      const address = `/verification/reports/${first.id}`;

      await withWindow(world, "clerk.yuexiu.1", async (window, page) => {
        await window.open(address);
        await page.getByRole("button", { name: "登记异议" }).click();
        const drawer = page.getByRole("dialog", { name: "登记核对异议" });
        await pick(drawer, "有异议的项目", line.person, new RegExp(`^${line.person} · ${fact}`), page);
        await page.keyboard.press("Escape");
        await labelled(drawer, "当事人所说").fill("已在上月离职，现在做零工，每月约 350 元");
        await labelled(drawer, "异议的理由").fill("单位 10 月起停发工资，社保已停缴，有离职证明。");
        await drawer.getByRole("button", { name: "登记异议", exact: true }).click();
        const wanting = drawer.locator(".ant-form-item").filter({ hasText: "用来证明的材料" }).locator(".ant-form-item-explain-error");
        await wanting.getByText("请先上传证明材料，再在这里勾选。").waitFor();
        await pick(drawer, "材料种类", "", "收入证明", page);
        await drawer.locator("input[type=file]").setInputFiles({ name: "离职证明.png", mimeType: "image/png", buffer: picture() });
        await drawer.getByText("离职证明.png：已上传").waitFor();
        await drawer.getByRole("checkbox", { name: "离职证明.png" }).check();
        await drawer.getByRole("button", { name: "登记异议", exact: true }).click();
        await drawer.waitFor({ state: "hidden" });
        await page.getByText(/有一件异议正在复查，应在 .* 前办结/).waitFor();
        assert.equal(await page.getByRole("button", { name: "登记异议" }).count(), 0, "one at a time");
      });

      await withWindow(world, "head.yuexiu.1", async (window, page) => {
        await window.open(address);
        await page.getByRole("button", { name: "复查并办结" }).click();
        const drawer = page.getByRole("dialog", { name: "复查核对异议" });
        await labelled(drawer, "查明的情况").fill("电话核实原单位，10 月起停发工资属实。");
        await drawer.getByRole("radio", { name: "成立", exact: true }).check();
        await labelled(drawer, "理由").fill("离职证明和停缴记录一致");
        await drawer.getByRole("button", { name: "办结异议" }).click();
        await drawer.getByText(`请填写复查后的${fact}。`).first().waitFor();
        await accessible(page, "recheck");
        await labelled(drawer, `复查后的${fact}`).fill("350");
        await drawer.getByRole("button", { name: "办结异议" }).click();
        await page.waitForURL((at) => at.pathname.startsWith("/verification/reports/") && at.pathname !== address);
        await window.settled();
        const row = page.getByRole("region", { name: `${line.person}：申报与核对对照` }).getByRole("row", { name: new RegExp(`^${fact}`) });
        const both = await row.innerText();
        assert.ok(both.includes(line.found.text) && /更正为 350\.00 元/.test(both), `not both values: ${both}`);
        await page.getByText(/第 2 版（异议复查/).first().waitFor();
        await page.getByText(`${line.person}${fact}：${line.found.text} → 350.00 元/月`).waitFor();
        const [print] = await Promise.all([page.waitForEvent("popup"), page.getByRole("link", { name: /打印页/ }).click()]);
        await print.waitForLoadState();
        const text = await print.locator("body").innerText();
        for (const part of ["第 2 版", line.found.text, "更正为 350.00", "离职证明和停缴记录一致"]) assert.ok(text.includes(part), `the print page lacks ${part}`);
        await accessible(print, "report-print");
        await print.close();

        await page.getByRole("link", { name: "第 1 版" }).click();
        await page.getByText("这一版已被新版代替。").waitFor();
        assert.doesNotMatch(await row.innerText(), /更正为/);
        assert.ok((await row.innerText()).includes(line.found.text));
        const { body } = await window.call("GET", `/api/cases/${first.case_id}`);
        const kept = body.facts.find((f) => f.key === line.fact && f.person_id === line.person_id);
        assert.equal(kept.best, 35000, "the case goes on with what the town found");
      });
    });
  });
}
