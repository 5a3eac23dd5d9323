// One Chromium for all tests. Every window is watched: a request to another host, an error in the console, a violation of
// the content security policy or an answer of the server that nobody expected is a fault, and a fault fails the test.
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];

/** launch starts Debian's Chromium, without a window around it where that is installed. */
export function launch() {
  const shell = "/usr/bin/chromium-headless-shell";
  return chromium.launch({ executablePath: process.env.CHROMIUM || (existsSync(shell) ? shell : "/usr/bin/chromium"), args: flags });
}

const patience = Number(process.env.E2E_TIMEOUT ?? 60_000);
const moment = 400; // ms without a question: as long as a search waits for the next key

const wide = { width: 1440, height: 900 };
export const phone = { width: 390, height: 844 };
export const password = "Zhongfu-2026";

/** Kept contexts by login: whose test has ended leaves the session and the browser's cache to the next test of the same login. */
const kept = new Map();

/** forgetSessions is for a program that was stopped: its sessions may have run out meanwhile. */
export async function forgetSessions() {
  const contexts = [...kept.values()].flat();
  kept.clear();
  await Promise.all(contexts.map((context) => context.close().catch(() => undefined)));
}

/** Window is one person's browser window with what went wrong in it. */
export class Window {
  static async open(browser, url, viewport = wide, context = undefined) {
    const window = new Window();
    window.url = url;
    window.faults = [];
    window.expected = new Set();
    window.context = context ?? await browser.newContext({
      viewport, locale: "zh-CN", timezoneId: "Asia/Shanghai", acceptDownloads: true, reducedMotion: "reduce", baseURL: url,
    });
    window.context.setDefaultTimeout(patience);
    window.watch();
    window.page = await window.context.newPage();
    if (context) await window.page.setViewportSize(viewport);
    window.follow(window.page);
    return window;
  }

  /** of opens the window of a login: signed in through the sign-in page the first time, on the kept session afterwards. */
  static async of(browser, url, login, viewport) {
    const context = kept.get(login)?.pop();
    const window = await Window.open(browser, url, viewport, context);
    window.login = login;
    if (!context) return window.signIn(login);
    const storage = await context.newCDPSession(window.page);
    await storage.send("Storage.clearDataForOrigin", { origin: new URL(url).origin, storageTypes: "local_storage,indexeddb,service_workers,cache_storage" });
    await storage.detach();
    await window.page.goto("/account"); // the lightest page with the frame around it
    const frame = window.page.getByRole("button", { name: /打开个人菜单/ });
    await frame.or(window.page.getByLabel("登录名", { exact: true })).first().waitFor();
    return (await frame.count()) > 0 ? window : window.signIn(login);
  }

  watch() {
    const host = new URL(this.url).host;
    this.listeners = [];
    const on = (event, listener) => {
      this.listeners.push([event, listener]);
      this.context.on(event, listener);
    };
    on("request", (request) => {
      const to = new URL(request.url());
      if (/^https?:|^wss?:/.test(to.protocol) && to.host !== host) this.faults.push(`request to another host: ${request.url()}`);
    });
    on("response", (response) => {
      const { pathname } = new URL(response.url());
      const asking = response.status() === 401 && pathname === "/api/session"; // "is anybody signed in?"
      if (response.status() >= 400 && !asking && !this.expected.has(response.status())) {
        this.faults.push(`${response.status()} ${response.request().method()} ${pathname}`);
      }
    });
    on("console", (message) => {
      const answer = message.text().startsWith("Failed to load resource"); // judged by its status above
      if (message.type() === "error" && !answer) this.faults.push(`console: ${message.text()}`);
    });
    on("weberror", (error) => this.faults.push(`error: ${error.error().stack ?? error.error()}`));
  }

  /** follow keeps what the page has asked for and not got yet. A new document begins anew: what the old one asked for is given up. */
  follow(page) {
    this.asked = new Map();
    const done = (request) => this.asked.delete(request);
    page.on("request", (request) => {
      if (request.isNavigationRequest() && request.frame() === page.mainFrame()) this.asked.clear();
      this.asked.set(request, Date.now());
    });
    page.on("requestfinished", done);
    page.on("requestfailed", done);
  }

  /** quiet waits until the page has asked for nothing during a moment; one that never rests is named with what it asks for. */
  async quiet() {
    const until = Date.now() + patience;
    for (let since = Date.now(); Date.now() - since < moment; ) {
      await new Promise((resolve) => setTimeout(resolve, 25));
      if (this.asked.size > 0) since = Date.now();
      if (Date.now() > until) {
        const open = [...this.asked].slice(0, 3).map(([request, at]) => `${request.method()} ${request.url()} for ${Date.now() - at} ms`);
        throw new Error(`the page does not come to rest: ${open.join("; ") || "one question after another"}`);
      }
    }
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

  /** go shows another page of the program as a link does, without loading the program anew. */
  async go(path) {
    await this.page.evaluate((path) => history.pushState(null, "", path), path);
    await this.page.waitForFunction((path) => location.pathname + location.search === path, path);
    await this.settled();
  }

  /** settled waits for the heading, for skeletons to go and for the page's own requests to end. */
  async settled() {
    const { page } = this;
    await page.locator("h1").first().waitFor();
    await this.quiet();
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

  /** close fails where anything went wrong in the window; otherwise a signed-in person's context is kept. */
  async close() {
    if (!this.login || this.faults.length > 0) {
      await this.context.close();
    } else {
      await Promise.all(this.context.pages().map((page) => page.close()));
      for (const [event, listener] of this.listeners) this.context.off(event, listener);
      kept.set(this.login, [...(kept.get(this.login) ?? []), this.context]);
    }
    if (this.faults.length > 0) throw new Error(`faults in the window:\n${[...new Set(this.faults)].join("\n")}`);
  }
}

/** withWindow opens a window for a signed-in person (or nobody), runs the test in it and judges it. */
export async function withWindow(world, login, run, viewport) {
  const window = login ? await Window.of(world.browser, world.program.url, login, viewport) : await Window.open(world.browser, world.program.url, viewport);
  try {
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
