// @ts-check
import { ACCEPT } from "../dicom/transfer-syntax.js";

/** Under way since before anybody wanted them. @type {Map<string, {response: Promise<Response>, controller: AbortController}>} */
const early = new Map();

/** Begins to fetch the frame that will be wanted first. @param {string} href @param {AbortSignal} signal  ends it */
export function fetchEarly(href, signal) {
  const controller = new AbortController();
  signal.addEventListener("abort", () => controller.abort());
  const response = send(href, true, controller.signal);
  // Who asks for it hears of a failure.
  response.catch(() => {});
  early.set(href, { response, controller });
}

/** Asks for a frame, packed or as its file has it. @param {string} href @param {boolean} urgent @param {AbortSignal} abort @returns {Promise<Response>} */
export function fetchFrame(href, urgent, abort) {
  const begun = early.get(href);
  if (!begun || abort.aborted) {
    return send(href, urgent, abort);
  }
  early.delete(href);
  abort.addEventListener("abort", () => begun.controller.abort());
  return begun.response;
}

/** @param {string} href @param {boolean} urgent @param {AbortSignal} signal */
function send(href, urgent, signal) {
  return fetch(href, { headers: { Accept: ACCEPT }, signal, priority: urgent ? "high" : "low" });
}
