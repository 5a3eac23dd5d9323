import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { ApiError } from "./errors";
import { api, setCsrf, whenSignedOut } from "./http";

const answer = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  vi.spyOn(globalThis, "fetch").mockImplementation(() =>
    Promise.resolve(new Response(body === null ? null : JSON.stringify(body), { status, headers: { "Content-Type": "application/json", ...headers } })),
  );
const sent = (spy: ReturnType<typeof answer>) => spy.mock.calls[0]![0] as Request;

describe("api", () => {
  beforeEach(() => setCsrf("token-1"));
  afterEach(() => vi.restoreAllMocks());

  it("sends the token with unsafe requests only", async () => {
    const get = answer(200, []);
    await api.get("/api/staff", { q: "李", cursor: undefined, division: "" });
    expect(sent(get).headers.get("X-CSRF-Token")).toBeNull();
    expect(new URL(sent(get).url).search).toBe("?q=%E6%9D%8E");
    get.mockRestore();
    const post = answer(201, { id: "1" });
    await api.post("/api/staff", { name: "李" }, { idempotencyKey: "k" });
    expect(sent(post).headers.get("X-CSRF-Token")).toBe("token-1");
    expect(sent(post).headers.get("Idempotency-Key")).toBe("k");
    expect(await sent(post).json()).toEqual({ name: "李" });
  });

  it("takes an empty answer", async () => {
    answer(204, null);
    await expect(api.del("/api/session")).resolves.toBeUndefined();
  });

  it("throws the server's problem with its fields and reference", async () => {
    answer(422, { status: 422, code: "invalid", message: "有 1 项需要修改。", reference: "R-1", errors: [{ name: "login", message: "已被使用" }] });
    const thrown = await api.post("/api/staff", {}).catch((e: unknown) => e);
    expect(thrown).toBeInstanceOf(ApiError);
    expect(thrown).toMatchObject({ status: 422, message: "有 1 项需要修改。", reference: "R-1", errors: [{ name: "login", message: "已被使用" }] });
  });

  it("has a sentence for a failure that is not the server's own", async () => {
    vi.spyOn(globalThis, "fetch").mockImplementation(() => Promise.resolve(new Response("<html>bad gateway", { status: 502 })));
    await expect(api.get("/api/home")).rejects.toMatchObject({ status: 502, message: "系统暂时不能处理这个请求，请稍后重试。" });
  });

  it("says that the network is down", async () => {
    vi.spyOn(globalThis, "fetch").mockRejectedValue(new TypeError("Failed to fetch"));
    await expect(api.get("/api/home")).rejects.toMatchObject({ code: "network" });
  });

  it("tells when a session has ended, but not while asking whether there is one", async () => {
    const out = vi.fn();
    whenSignedOut(out);
    answer(401, { status: 401, code: "not_signed_in", message: "请登录。" });
    await expect(api.get("/api/session")).rejects.toMatchObject({ status: 401 });
    expect(out).not.toHaveBeenCalled();
    await expect(api.get("/api/tasks")).rejects.toMatchObject({ status: 401 });
    expect(out).toHaveBeenCalledOnce();
  });
});
