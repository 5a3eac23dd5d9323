import createClient from "openapi-fetch";
import { ApiError, asApiError, problemFrom } from "./errors";
import type { paths } from "./schema";

let csrf = "";
let onSignedOut: () => void = () => undefined;

/** setCsrf keeps the token of the current session; every unsafe request carries it. */
export function setCsrf(token: string): void {
  csrf = token;
}

/** whenSignedOut registers what happens when a session has ended in the middle of work. */
export function whenSignedOut(handler: () => void): void {
  onSignedOut = handler;
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);

async function send(request: Request): Promise<Response> {
  if (!safe.has(request.method) && csrf) request.headers.set("X-CSRF-Token", csrf);
  request.headers.set("Accept", "application/json");
  let response: Response;
  try {
    response = await fetch(request);
  } catch (thrown) {
    throw asApiError(thrown);
  }
  if (response.ok) return response;
  const body: unknown = await response.json().catch(() => null);
  const problem = problemFrom(response.status, body, response.headers.get("X-Request-Id"));
  if (response.status === 401 && !new URL(request.url).pathname.startsWith("/api/session")) onSignedOut();
  throw new ApiError(problem);
}

/** client is the typed client made from the server's own description; failures are thrown as ApiError. */
export const client = createClient<paths>({
  baseUrl: globalThis.location?.origin ?? "",
  fetch: send,
});

export type Query = Record<string, string | number | boolean | undefined | null>;

interface Options {
  query?: Query;
  /** Made once per form instance (useIdempotencyKey), so that a second submit does nothing twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

function url(path: string, query?: Query): string {
  const target = new URL(path, globalThis.location.origin);
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value !== undefined && value !== null && value !== "") target.searchParams.set(name, String(value));
  }
  return target.toString();
}

async function call<T>(method: string, path: string, body: unknown, options: Options): Promise<T> {
  const headers = new Headers();
  if (options.idempotencyKey) headers.set("Idempotency-Key", options.idempotencyKey);
  const form = body instanceof FormData;
  const file = body instanceof Blob;
  if (file) headers.set("Content-Type", "application/octet-stream");
  else if (body !== undefined && !form) headers.set("Content-Type", "application/json");
  const response = await send(
    new Request(url(path, options.query), {
      method,
      headers,
      body: body === undefined ? undefined : form || file ? body : JSON.stringify(body),
      signal: options.signal,
      credentials: "same-origin",
    }),
  );
  if (response.status === 204 || response.headers.get("Content-Length") === "0") return undefined as T;
  const text = await response.text();
  return (text ? JSON.parse(text) : undefined) as T;
}

/** api calls the server by path; T is the shape of the answer. Body may be a FormData for uploads, or a file sent as it is. */
export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>("GET", path, undefined, { query, signal }),
  post: <T>(path: string, body?: unknown, options: Options = {}) => call<T>("POST", path, body, options),
  put: <T>(path: string, body?: unknown, options: Options = {}) => call<T>("PUT", path, body, options),
  del: <T = void>(path: string, options: Options = {}) => call<T>("DELETE", path, undefined, options),
};
