// Takes the pictures of docs/screenshots from a fresh demonstration (or from the running one at ZHONGFU_URL).
import { mkdirSync, statSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { launch, phone, Window } from "./browser.mjs";
import { act, labelled, pick } from "./forms.mjs";
import { idNumber } from "./idNumber.mjs";
import { caseAt, livenessPage, noticeVillage, payrollPage, simulationPage } from "./pages.mjs";
import { Program } from "./program.mjs";

const folder = fileURLToPath(new URL("../../docs/screenshots/", import.meta.url));
const desk = { width: 1280, height: 800 };
const largest = 200_000;

const shots = [
  { name: "sign-in", at: () => "/sign-in" },
  { name: "workbench-clerk", login: "clerk.yuexiu.1", at: () => "/" },
  { name: "workbench-province", login: "province", at: () => "/", height: 1100 },
  { name: "inbox", login: "clerk.yuexiu.1", at: () => "/inbox?box=office", height: 720 },
  { name: "wizard", login: "clerk.yuexiu.1", at: wizard, then: fillWizard },
  { name: "wizard-phone", login: "clerk.yuexiu.1", viewport: phone, at: wizard, then: fillWizard },
  { name: "case", login: "head.yuexiu.1", at: differing("first_opinion"), height: 740 },
  { name: "survey-phone", login: "clerk.yuexiu.1", viewport: phone, at: caseAt("survey"), then: (page) => act(page, "登记入户调查") },
  { name: "decision", login: "approver.yuexiu", at: deciding, then: decide },
  { name: "letter", login: "reviewer.yuexiu", viewport: { width: 900, height: 1273 }, at: letter },
  { name: "check-phone", viewport: phone, at: () => "/check" },
  { name: "policies", at: () => "/policies" },
  { name: "standards", login: "city.guangzhou", at: () => "/standards" },
  { name: "versions", login: "province", at: () => "/policy/versions" },
  { name: "board-phone", viewport: phone, at: board },
  { name: "person", login: "clerk.yuexiu.1", at: receiver },
  { name: "payment-list", login: "finance.yuexiu", at: payrollPage },
  { name: "policy", login: "clerk.yuexiu.1", at: () => "/policy/guangdong" },
  { name: "audit", login: "auditor", at: () => "/audit" },
  { name: "batch", login: "verifier.yuexiu", at: batch, height: 1000 },
  { name: "household-found", login: "verifier.yuexiu", at: found, height: 1000 },
  { name: "sources", login: "verifier.yuexiu", at: () => "/verification/sources", height: 860 },
  { name: "liveness", login: "verifier.yuexiu", at: livenessPage, height: 900 },
  { name: "simulation", login: "province", at: simulationPage, height: 1100 },
];

function wizard() {
  return `/apply/${crypto.randomUUID()}?new=1`;
}

async function fillWizard(page) {
  await labelled(page, "身份证号").fill(idNumber("440104", "1983-09-17", 953));
  await page.getByLabel("姓名", { exact: true }).fill("余志文");
  await pick(page, "户籍所在村（社区）", "盐运西", "盐运西");
  await page.waitForLoadState("networkidle");
  await page.evaluate(() => window.scrollTo(0, 0));
}

/** differing finds a case whose sources disagree: the page has most to show then. */
function differing(step) {
  return async (window) => {
    const { items } = (await window.call("GET", `/api/cases?status=open&step=${step}&limit=20`)).body;
    for (const one of items) {
      const { body } = await window.call("GET", `/api/cases/${one.id}`);
      if (body.facts.some((f) => f.unexplained) && body.result?.outcome === "eligible") return `/cases/${one.id}`;
    }
    return `/cases/${items[0].id}`;
  };
}

async function deciding(window) {
  const { items } = (await window.call("GET", "/api/cases?status=open&step=confirm&limit=20")).body;
  for (const one of items) {
    const { body } = await window.call("GET", `/api/cases/${one.id}`);
    if (body.result?.outcome === "eligible" && body.acts.some((a) => a.act === "confirm" && !a.agree_blocked)) return `/cases/${one.id}`;
  }
  throw new Error("no case can be confirmed");
}

async function decide(page) {
  const drawer = await act(page, "作出决定");
  await drawer.getByRole("radio", { name: "确认", exact: true }).check();
  await drawer.getByRole("button", { name: "下一步：看将送达的文书" }).click();
  await page.getByRole("dialog").filter({ hasText: "当事人将收到以下文书" }).locator("iframe").contentFrame().locator("h1, h2, p").first().waitFor();
  await page.mouse.move(0, 0);
}

async function letter(window) {
  const { items } = (await window.call("GET", "/api/cases?status=confirmed&limit=20")).body;
  for (const one of items) {
    const { body } = await window.call("GET", `/api/cases/${one.id}`);
    const paper = body.papers.find((p) => p.kind === "confirmation_letter");
    if (paper) return `/api/cases/${one.id}/papers/${paper.id}`;
  }
  throw new Error("no confirmation letter has been issued");
}

/** receiver is somebody who receives the benefit: identity and entitlement stand in the file. */
async function receiver(window) {
  const { items } = (await window.call("GET", "/api/cases?status=confirmed&limit=1")).body;
  const { body } = await window.call("GET", `/api/cases/${items[0].id}`);
  return `/people/${body.members[0].person_id}`;
}

const classes = [
  "real_estate", "real_estate_transfer", "vehicle", "company", "self_employed", "social_insurance", "pension", "income_tax", "housing_contract", "large_outflow",
  "fund_account", "deposit", "household_register", "disability_certificate", "medical_settlement", "commercial_insurance", "security_holding", "land_contract",
];
let ordered;

/** batch is a half-yearly verification of everybody on the benefit, answered to its end. */
async function batch(window) {
  ordered = crypto.randomUUID();
  const order = { id: ordered, kind: "batch", title: "2026 年下半年复核", purpose: "social_assistance", classes, categories: ["dibao"] };
  const { status, body } = await window.call("POST", "/api/verification/orders", order);
  if (status !== 200) throw new Error(`no batch: ${status} ${JSON.stringify(body)}`);
  for (let wait = 0; wait < 240; wait++) {
    if ((await window.call("GET", `/api/verification/orders/${ordered}`)).body.state === "answered") return `/verification/orders/${ordered}`;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the batch did not end");
}

/** found is a household of the batch where most was found otherwise than known. */
async function found(window) {
  if (!ordered) await batch(window);
  for (let wait = 0; wait < 120; wait++) {
    const { households } = (await window.call("GET", `/api/verification/orders/${ordered}/households?limit=50`)).body;
    const one = households.toSorted((a, b) => (b.differs ?? 0) - (a.differs ?? 0))[0];
    if (one) return `/verification/orders/${ordered}/households/${one.household_id}`;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("no household was compared");
}

async function board(window) {
  await window.page.goto("/board");
  return `/board?division=${(await noticeVillage(window)).division}`;
}

async function take(browser, url, shot) {
  const window = await Window.open(browser, url, { ...(shot.viewport ?? desk), ...(shot.height ? { height: shot.height } : {}) });
  if (shot.login) await window.signIn(shot.login);
  const path = await shot.at(window);
  await window.page.goto(path);
  if (!path.includes("/papers/")) await window.settled();
  await shot.then?.(window.page);
  await window.page.evaluate(() => document.fonts.ready);
  const file = `${folder}${shot.name}.png`;
  await window.page.screenshot({ path: file, animations: "disabled" });
  await window.close();
  const { size } = statSync(file);
  console.log(`${String(Math.round(size / 1000)).padStart(4)} kB  ${shot.name}`);
  if (size > largest) throw new Error(`${shot.name}.png is larger than ${largest / 1000} kB`);
}

const wanted = process.argv.slice(2);
const program = process.env.ZHONGFU_URL ? null : new Program();
let browser;
try {
  mkdirSync(folder, { recursive: true });
  await program?.start();
  browser = await launch();
  for (const shot of shots) {
    if (wanted.length === 0 || wanted.includes(shot.name)) await take(browser, process.env.ZHONGFU_URL ?? program.url, shot);
  }
} finally {
  await browser?.close();
  await program?.remove();
}
