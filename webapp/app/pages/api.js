// @ts-check
import { signInAddress } from "./return-address.js";
import { secondsOf } from "./waiting.js";

/** A fault that a server told as problem+json (RFC 9457), or that kept the request from being answered. */
export class Problem extends Error {
  /**
   * @param {{status: number, code: string, title?: string, detail?: string, incident?: string,
   *   errors?: {pointer: string, code: string, detail: string}[], retryAfter?: number, body?: any}} told
   */
  constructor(told) {
    super(told.detail || told.title || told.code);
    this.name = "Problem";
    /** HTTP's status; 0 when nothing answered. */
    this.status = told.status;
    this.code = told.code;
    this.incident = told.incident ?? "";
    this.errors = told.errors ?? [];
    /** How many seconds to wait before trying again; 0 when nobody asked for it. */
    this.retryAfter = told.retryAfter ?? 0;
    this.body = told.body ?? null;
  }
}

/**
 * Asks the server. Paths are relative to the page's base.
 * @param {string} path
 * @param {{method?: string, json?: unknown, type?: string, body?: BodyInit, ifMatch?: string, signal?: AbortSignal,
 *   keepalive?: boolean}} [options]  keepalive: to be sent even if the page is left; for bodies below 64 KiB
 * @returns {Promise<{body: any, etag: string | null, status: number}>}
 * @throws {Problem} when the answer is not 2xx, or there is none; an AbortError when the signal was aborted
 */
export async function ask(path, { method = "GET", json, type = "application/json", body, ifMatch, signal, keepalive = false } = {}) {
  const headers = new Headers({ Accept: "application/json" });
  if (json !== undefined) {
    headers.set("Content-Type", type);
  }
  if (ifMatch) {
    headers.set("If-Match", ifMatch);
  }
  let response;
  try {
    response = await fetch(path, { method, headers, body: json === undefined ? body : JSON.stringify(json), signal, keepalive });
  } catch (error) {
    if (signal?.aborted) {
      throw error;
    }
    throw new Problem({ status: 0, code: "network.unreachable" });
  }
  const answered = await bodyOf(response);
  if (!response.ok) {
    const problem = problemOf(response, answered);
    if (problem.code === "auth.required") {
      goToSignIn();
    }
    throw problem;
  }
  return { body: answered, etag: response.headers.get("ETag"), status: response.status };
}

/** Leaves for sign-in and comes back after it, unless the page keeps something that would be lost. */
function goToSignIn() {
  if (dispatchEvent(new Event("signinneeded", { cancelable: true }))) {
    location.assign(signInAddress(location.href, document.baseURI));
  }
}

/** @param {Response} response */
async function bodyOf(response) {
  const text = response.status === 204 ? "" : await response.text();
  if (!text || !/json/.test(response.headers.get("Content-Type") ?? "")) {
    return null;
  }
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** @param {Response} response @param {any} answered */
function problemOf(response, answered) {
  return new Problem({
    status: response.status,
    code: answered?.code ?? `http.${response.status}`,
    title: answered?.title ?? response.statusText,
    detail: answered?.detail,
    incident: answered?.incident ?? response.headers.get("X-Request-Id") ?? "",
    errors: answered?.errors,
    retryAfter: secondsOf(response.headers.get("Retry-After"), Date.now()),
    body: answered,
  });
}
