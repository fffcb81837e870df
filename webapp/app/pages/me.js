// @ts-check
import { ask } from "./api.js";

/** Also read by theme.js, so that the bar fits the role from the first paint. */
const KEY = "radcase.me";

/**
 * @typedef {{id: string, username: string | null, name: string, role: string, traineeLevel: string | null,
 *   institution: {id: string, name: string} | null, secondFactor: boolean}} Me
 */

/** Who one was when this tab asked last. @returns {Me | null} */
export function rememberedMe() {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "null");
  } catch {
    return null;
  }
}

/** Who one is. @returns {Promise<Me>} */
export async function askMe() {
  const { body } = await ask("api/auth/me");
  rememberMe(body);
  return body;
}

/** @param {Me} me */
export function rememberMe(me) {
  const { dataset } = document.documentElement;
  if (dataset.remembered && dataset.remembered !== me.role) {
    dataset.remembered = me.role;
  }
  dataset.role = me.role;
  try {
    sessionStorage.setItem(KEY, JSON.stringify(me));
  } catch {
    // Storage may be forbidden; then every page asks before it draws.
  }
}

export function forgetMe() {
  try {
    sessionStorage.removeItem(KEY);
  } catch {
    // Nothing was remembered.
  }
}
