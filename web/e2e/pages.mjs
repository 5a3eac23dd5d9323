// Every page of routes.tsx, for a role that may see it.
import { randomUUID } from "node:crypto";
import { password } from "./browser.mjs";

const id = (body) => body.items[0].id;

/** Homes of other roles: the same route, other content. */
const homes = ["province", "city.guangzhou", "head.yuexiu.1", "reviewer.yuexiu", "approver.yuexiu", "verifier.yuexiu", "finance.yuexiu", "village.yuexiu.1", "desk.yuexiu", "admin", "auditor"];

/** Who looks at what; `at` finds the address of a page about one thing, asking the server as that person. */
export const pages = [
  ...homes.map((login) => ({ route: "/", name: `home of ${login}`, login })),
  { route: "/sign-in", login: null, narrow: true },
  { route: "/board", login: null, narrow: true },
  { route: "/check", login: null, narrow: true },
  { route: "/board/objection/$id", login: null, narrow: true, at: objectionPage },
  { route: "/", login: "clerk.yuexiu.1" },
  { route: "/account", login: "clerk.yuexiu.1" },
  { route: "/inbox", login: "clerk.yuexiu.1", narrow: true },
  { route: "/apply", login: "clerk.yuexiu.1" },
  { route: "/apply/$draft", login: "clerk.yuexiu.1", narrow: true, at: async () => `/apply/${randomUUID()}?new=1` },
  { route: "/cases", login: "clerk.yuexiu.1" },
  { route: "/cases/$id", login: "clerk.yuexiu.1", narrow: true, at: caseAt("survey") },
  { route: "/cases/$id", name: "/cases/$id · survey form", login: "clerk.yuexiu.1", narrow: true, at: caseAt("survey"), open: (page) => drawer(page, "登记入户调查") },
  { route: "/cases/$id", name: "/cases/$id · first opinion", login: "head.yuexiu.1", at: caseAt("first_opinion"), open: (page) => drawer(page, "提出初审意见") },
  { route: "/cases/$id", name: "/cases/$id · verification", login: "verifier.yuexiu", at: caseAt("verification"), open: (page) => verification(page) },
  { route: "/cases/$id", name: "/cases/$id · decision", login: "approver.yuexiu", at: caseAt("confirm"), open: (page) => drawer(page, "作出决定") },
  { route: "/verification/reports/$id", login: "verifier.yuexiu", at: reportPage },
  { route: "/verification/reports/$id", name: "/verification/reports/$id · objection", login: "clerk.yuexiu.1", at: reportPage, open: (page) => drawer(page, "登记异议", "登记核对异议") },
  { route: "/verification/orders/$id/households/$household", login: "verifier.yuexiu", at: findingPage },
  { route: "/review", login: "reviewer.yuexiu" },
  { route: "/registry", login: "clerk.yuexiu.1" },
  { route: "/people/new", login: "clerk.yuexiu.1" },
  { route: "/people/$id", login: "clerk.yuexiu.1", at: async (window) => `/people/${await person(window)}` },
  { route: "/people/$id/edit", login: "clerk.yuexiu.1", at: async (window) => `/people/${await person(window)}/edit` },
  { route: "/households/new", login: "clerk.yuexiu.1" },
  { route: "/households/$id", login: "clerk.yuexiu.1", at: householdPage },
  { route: "/entitlements", login: "finance.yuexiu" },
  { route: "/payrolls", login: "finance.yuexiu" },
  { route: "/payrolls/$id", login: "finance.yuexiu", at: payrollPage },
  { route: "/staff", login: "admin" },
  { route: "/organisations", login: "admin" },
  { route: "/access", login: "admin" },
  { route: "/audit", login: "auditor" },
  { route: "/policy", login: "clerk.yuexiu.1" },
  { route: "/policies", login: null, narrow: true },
  { route: "/policies/$item", login: null, narrow: true, at: async () => "/policies/dibao" },
  { route: "/policies/standards", login: null, narrow: true },
  { route: "/policies/documents", login: null, narrow: true },
  { route: "/policies/documents/$id", login: null, narrow: true, at: async () => "/policies/documents/GD2024" },
  { route: "/policy/versions", login: "province" },
  { route: "/policy/drafts/$id", login: "admin", at: draftPage },
  { route: "/standards", login: "city.guangzhou" },
  { route: "/standards/cpi", login: "city.guangzhou" },
  { route: "/simulation", login: "province" },
  { route: "/simulation/$id", login: "province", narrow: true, at: simulationPage },
  { route: "/verification/orders", login: "verifier.yuexiu" },
  { route: "/verification/orders/$id", login: "verifier.yuexiu", at: async (window) => `/verification/orders/${await batch(window)}` },
  { route: "/verification/orders/new", login: "verifier.yuexiu", at: clientOrderPage },
  { route: "/verification/batches/new", login: "verifier.yuexiu" },
  { route: "/verification/authorisations", login: "clerk.yuexiu.1" },
  { route: "/verification/clients", login: "province" },
  { route: "/people/$id/asked", login: "verifier.yuexiu", at: askedPage },
  { route: "/self", login: null, narrow: true },
  { route: "/verification/sources", login: "verifier.yuexiu" },
  { route: "/verification/catalogue", login: "verifier.yuexiu" },
  { route: "/liveness", login: "verifier.yuexiu" },
  { route: "/liveness", name: "/liveness · new campaign", login: "verifier.yuexiu", open: (page) => drawer(page, "新的批次", "新的认证批次") },
  { route: "/liveness/visits", login: "village.yuexiu.1", narrow: true },
  { route: "/liveness/$id", login: "verifier.yuexiu", at: livenessPage },
  { route: "/desk/questions", login: "desk.yuexiu.justice", narrow: true },
  { route: "/desk/questions", name: "/desk/questions · answer", login: "desk.yuexiu.justice", narrow: true, open: (page) => deskForm(page) },
  { route: "/policy/$pack", login: "clerk.yuexiu.1", at: async () => "/policy/guangdong" },
];

export function caseAt(step) {
  return async (window) => `/cases/${id((await window.call("GET", `/api/cases?status=open&step=${step}&limit=1`)).body)}`;
}

/** deskForm opens the first question of a desk, with its records. */
async function deskForm(page) {
  await page.getByRole("region", { name: "要答复的问题（表格）" }).locator("[data-open]").first().click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "有记录" }).check();
  await dialog.getByRole("group", { name: "第 1 条记录" }).waitFor();
}

async function drawer(page, name, title = name) {
  await page.getByRole("button", { name, exact: true }).click();
  await page.getByRole("dialog", { name: title }).locator("form").waitFor();
}

/** verification is the drawer of a case that nobody has asked about yet. */
async function verification(page) {
  await page.getByRole("button", { name: "出具核对报告", exact: true }).click();
  await page.getByRole("dialog", { name: "出具核对报告" }).getByRole("button", { name: "发起核对" }).waitFor();
}

/** reportPage is the report that the case of path.mjs got. */
async function reportPage(window) {
  const { body } = await window.call("POST", "/api/verification/orders/search", { kind: "case", limit: 20 });
  for (const order of body.orders) {
    const { reports } = (await window.call("GET", `/api/verification/orders/${order.id}/reports`)).body;
    if (reports.length > 0) return `/verification/reports/${reports[0].id}`;
  }
  throw new Error("no report has been issued");
}

/** batch is a small batch that one source answers at once. */
async function batch(window) {
  const order = randomUUID();
  const input = { id: order, kind: "batch", title: "浏览器测试的复核", purpose: "social_assistance", classes: ["disability_certificate"], categories: ["dibao"] };
  const { status, body } = await window.call("POST", "/api/verification/orders", input);
  if (status !== 200 && status !== 201) throw new Error(`a batch could not be ordered: ${status} ${JSON.stringify(body)}`);
  return order;
}

/** askedPage is who asked about somebody of a batch. */
async function askedPage(window) {
  const order = await batch(window);
  for (let wait = 0; wait < 60; wait++) {
    const { people } = (await window.call("GET", `/api/verification/orders/${order}/people?limit=1`)).body;
    if (people.length > 0) return `/people/${people[0].person_id}/asked`;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("nobody was put into the batch");
}

/** clientOrderPage is the form once a charity is registered: the province does that in a window of its own. */
async function clientOrderPage(window) {
  await registerClient(window);
  return "/verification/orders/new";
}

/** findingPage is a household of such a batch. */
async function findingPage(window) {
  const order = await batch(window);
  for (let wait = 0; wait < 120; wait++) {
    const { households } = (await window.call("GET", `/api/verification/orders/${order}/households?limit=1`)).body;
    if (households.length > 0) return `/verification/orders/${order}/households/${households[0].household_id}`;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the batch was not answered");
}

/** person is somebody of an open case: their file has the most in it. */
export async function person(window) {
  const { body } = await window.call("GET", await caseAt("letter")(window).then((path) => `/api${path}`));
  return body.members[0].person_id;
}

export async function householdPage(window) {
  const { body } = await window.call("GET", `/api/people/${await person(window)}/file`);
  return `/households/${body.households[0].household_id}`;
}

/** payrollPage makes this month's list where there is none. */
export async function payrollPage(window) {
  const { now } = (await window.call("GET", "/api/session")).body;
  const { status, body } = await window.call("POST", "/api/payrolls", { item: "dibao", month: now.slice(0, 7) });
  if (status === 200) return `/payrolls/${body.id}`;
  const { body: list } = await window.call("GET", "/api/payrolls?limit=1");
  return `/payrolls/${list.payrolls[0].id}`;
}

/** noticeVillage is a village with a running notice, found on the board as a visitor does. */
export async function noticeVillage(window) {
  let division = "440104000000";
  for (let level = 3; level <= 5; level++) {
    const { body } = await window.call("GET", `/api/public/notices?division=${division}`);
    if (body.notices?.length > 0) return { division, notice: body.notices[0].id };
    const place = (body.places ?? []).find((p) => p.notices > 0);
    if (!place) break;
    division = place.code;
  }
  throw new Error("no notice is running anywhere");
}

async function objectionPage(window) {
  const { division, notice } = await noticeVillage(window);
  return `/board/objection/${notice}?division=${division}`;
}

/** draftPage begins a draft of the pack in force. */
async function draftPage(window) {
  const { status, body } = await window.call("POST", "/api/policy-drafts", { id: randomUUID(), pack: "guangdong", title: "浏览器测试的草稿" });
  if (status !== 200) throw new Error(`a draft could not be begun: ${status} ${JSON.stringify(body)}`);
  return `/policy/drafts/${body.id}`;
}

/** simulationPage tries a higher standard out and waits for the result. */
export async function simulationPage(window) {
  const { now } = (await window.call("GET", "/api/session")).body;
  const day = now.slice(0, 10);
  const changes = [{ parameter: "dibao_standard", divisions: ["4401"], from: day, value: "1350", status: "sample" }];
  const { status, body } = await window.call("POST", "/api/simulations", { id: randomUUID(), title: "广州低保标准提高到 1350 元", day, changes });
  if (status !== 200) throw new Error(`a simulation could not be begun: ${status} ${JSON.stringify(body)}`);
  for (let wait = 0; wait < 120; wait++) {
    const run = (await window.call("GET", `/api/simulations/${body.id}`)).body;
    if (run.state === "done") return `/simulation/${body.id}`;
    if (run.state !== "queued" && run.state !== "running") throw new Error(`the simulation ended ${run.state}: ${run.failure}`);
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("the simulation did not end");
}

/** registerClient lets a charity order, as the province's desk does. */
export async function registerClient(window) {
  const province = await window.context.browser().newContext({ baseURL: window.url });
  try {
    const signed = await (await province.request.post("/api/session", { data: { login: "province", password } })).json();
    const input = { name: "省慈善总会", purpose: "charity", classes: ["vehicle"], quota: 50, basis: "浏览器测试的协议" };
    const answer = await province.request.put("/api/verification/clients", { data: input, headers: { "X-CSRF-Token": signed.csrf } });
    if (!answer.ok()) throw new Error(`a client could not be registered: ${answer.status()} ${await answer.text()}`);
  } finally {
    await province.close();
  }
}

/** livenessPage is a campaign, begun where there is none. */
export async function livenessPage(window) {
  const { body: list } = await window.call("GET", "/api/liveness?limit=1");
  if (list.items.length > 0) return `/liveness/${list.items[0].id}`;
  const { status, body } = await window.call("POST", "/api/liveness", { id: randomUUID(), title: "浏览器测试的认证", method: "sample", choice: { categories: ["dibao"], percent: 30 } });
  if (status !== 200) throw new Error(`a campaign could not be begun: ${status} ${JSON.stringify(body)}`);
  return `/liveness/${body.id}`;
}
