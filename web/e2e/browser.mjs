// One Chromium for all tests. Every window is watched: a request to another host, an error in the console, a violation of
// the content security policy or an answer of the server that nobody expected is a fault, and a fault fails the test.
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM || "/usr/bin/chromium", args: flags });
}

const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
export const password = "Zhongfu-2026";

/** Window is one person's browser window with what went wrong in it. */
export class Window {
  static async open(browser, url, viewport = wide) {
    const window = new Window();
    window.url = url;
    window.faults = [];
    window.expected = new Set();
    window.context = await browser.newContext({
      viewport, locale: "zh-CN", timezoneId: "Asia/Shanghai", acceptDownloads: true, reducedMotion: "reduce", baseURL: url,
    });
    window.context.setDefaultTimeout(Number(process.env.E2E_TIMEOUT ?? 30_000));
    window.watch();
    window.page = await window.context.newPage();
    return window;
  }

  watch() {
    const host = new URL(this.url).host;
    this.context.on("request", (request) => {
      const to = new URL(request.url());
      if (/^https?:|^wss?:/.test(to.protocol) && to.host !== host) this.faults.push(`request to another host: ${request.url()}`);
    });
    this.context.on("response", (response) => {
      const { pathname } = new URL(response.url());
      const asking = response.status() === 401 && pathname === "/api/session"; // "is anybody signed in?"
      if (response.status() >= 400 && !asking && !this.expected.has(response.status())) {
        this.faults.push(`${response.status()} ${response.request().method()} ${pathname}`);
      }
    });
    this.context.on("console", (message) => {
      const answer = message.text().startsWith("Failed to load resource"); // judged by its status above
      if (message.type() === "error" && !answer) this.faults.push(`console: ${message.text()}`);
    });
    this.context.on("weberror", (error) => this.faults.push(`error: ${error.error().stack ?? error.error()}`));
  }

  /** expecting runs something that the server is to refuse with one of these statuses. */
  async expecting(statuses, run) {
    for (const s of statuses) this.expected.add(s);
    try {
      return await run();
    } finally {
      this.expected.clear();
    }
  }

  /** signIn goes through the sign-in page, as a person does. */
  async signIn(login) {
    const { page } = this;
    await page.goto("/sign-in");
    await page.getByLabel("登录名", { exact: true }).fill(login);
    await page.getByLabel("密码", { exact: true }).fill(password);
    await page.getByRole("button", { name: /^登\s?录$/ }).click();
    await page.waitForURL((at) => at.pathname === "/");
    await page.getByRole("button", { name: /打开个人菜单/ }).waitFor(); // the frame stands; until then the old page does
    return this;
  }

  /** open shows a page and waits until it has what it asked for. */
  async open(path) {
    await this.page.goto(path);
    await this.settled();
  }

  /** settled waits for the heading, for skeletons to go and for the page's own requests to end. */
  async settled() {
    const { page } = this;
    await page.locator("h1").first().waitFor();
    await page.waitForLoadState("networkidle");
    await page.waitForFunction(() => !document.querySelector('.ant-skeleton, .zf-row-skeleton, [aria-busy="true"]'));
  }

  /** call asks the server from inside the page, as its own scripts would, with the session's token. */
  call(method, path, body) {
    return this.page.evaluate(
      async ([method, path, body]) => {
        const session = await (await fetch("/api/session")).json();
        const headers = { Accept: "application/json", "X-CSRF-Token": session.csrf, "Idempotency-Key": crypto.randomUUID() };
        if (body) headers["Content-Type"] = "application/json";
        const answer = await fetch(path, { method, headers, body: body ? JSON.stringify(body) : undefined });
        const text = await answer.text();
        return { status: answer.status, body: text ? JSON.parse(text) : null };
      },
      [method, path, body],
    );
  }

  /** close fails where anything went wrong in the window. */
  async close() {
    await this.context.close();
    if (this.faults.length > 0) throw new Error(`faults in the window:\n${[...new Set(this.faults)].join("\n")}`);
  }
}

/** withWindow opens a window for a signed-in person (or nobody), runs the test in it and judges it. */
export async function withWindow(world, login, run, viewport) {
  const window = await Window.open(world.browser, world.program.url, viewport);
  try {
    if (login) await window.signIn(login);
    await run(window, window.page);
  } catch (thrown) {
    const shot = process.env.E2E_SHOTS;
    if (shot) await window.page.screenshot({ path: `${shot}/failed-${Date.now()}.png` }).catch(() => undefined);
    thrown.message += `\nat ${window.page.url()}${window.faults.length ? `\nfaults: ${window.faults.join("; ")}` : ""}`;
    await window.context.close().catch(() => undefined);
    throw thrown;
  }
  await window.close();
}
