// The program under test: the built binary in demo mode, on data of its own, stopped and removed at the end.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const binary = process.env.ZHONGFU_BIN ?? fileURLToPath(new URL("../../bin/zhongfu", import.meta.url));
const startMs = 180_000;
const stopMs = 30_000;

/** freePort asks the system for a port that nobody uses. */
function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Program holds one data folder; it can be stopped and started again on it with the demo clock moved. */
export class Program {
  constructor(households = 3000) {
    if (!existsSync(binary)) throw new Error(`${binary} does not exist: run make build`);
    this.households = households;
    this.data = mkdtempSync(join(tmpdir(), "zhongfu-e2e-"));
    chmodSync(this.data, 0o755); // PostgreSQL runs as another user when the tests run as root
    this.log = [];
  }

  /** start returns when the program answers; shift is a Go duration that the demo clock is ahead by. */
  async start(shift = "") {
    this.port ??= await freePort();
    this.url = `http://127.0.0.1:${this.port}`;
    const env = { ...process.env };
    delete env.DATABASE_URL;
    delete env.ZHONGFU_KEYS;
    if (shift) env.ZHONGFU_DEMO_SHIFT = shift;
    const args = ["demo", "-serve", "-listen", `127.0.0.1:${this.port}`, "-data", this.data, "-households", String(this.households)];
    const child = spawn(binary, args, { env, stdio: ["ignore", "pipe", "pipe"] });
    this.child = child;
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => this.log.push(String(text)));
    const until = Date.now() + startMs;
    while (Date.now() < until) {
      if (child.exitCode !== null) throw new Error(`the program ended with ${child.exitCode}\n${this.lastLog()}`);
      const answer = await fetch(`${this.url}/healthz`).catch(() => null);
      if (answer?.ok) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the program did not answer within ${startMs / 1000} s\n${this.lastLog()}`);
  }

  /** departments asks the department simulator beside the demonstration, docs/deptsim.md: "GET", "/stats". */
  async departments(method, path, body) {
    const { url, admin } = JSON.parse(readFileSync(join(this.data, "deptsim.json"), "utf8"));
    const answer = await fetch(url + path, { method, headers: { Authorization: `Bearer ${admin}` }, body: body && JSON.stringify(body) });
    if (!answer.ok) throw new Error(`deptsim: ${method} ${path}: ${answer.status} ${await answer.text()}`);
    const text = await answer.text();
    return text ? JSON.parse(text) : undefined;
  }

  /** faults switches faults of sources on ({ tax: { down: 1 } }), on top of those that are on; without an argument all are switched off. */
  faults(plan) {
    return plan ? this.departments("POST", "/faults", plan) : this.departments("DELETE", "/faults");
  }

  /** stop ends the program the way an operator does, and waits for its database to be down. */
  async stop() {
    const child = this.child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGTERM");
    const timer = setTimeout(() => child.kill("SIGKILL"), stopMs);
    await ended;
    clearTimeout(timer);
  }

  async remove() {
    await this.stop();
    rmSync(this.data, { recursive: true, force: true, maxRetries: 5 });
  }

  lastLog() {
    return this.log.join("").split("\n").slice(-60).join("\n");
  }
}
