// @ts-check
import { words } from "../words/en.js";
import { Problem } from "./api.js";
import { element } from "../ui/element.js";

/**
 * An error's place on a page: what happened, what was kept, what to do, and the incident number, small.
 * A fault of our own goes to the console as well.
 * @param {unknown} error
 * @param {{kept?: string, retry?: () => void}} [more]
 */
export function errorNotice(error, { kept, retry } = {}) {
  const { title, detail } = tell(error);
  if (!(error instanceof Problem)) {
    reportError(error);
  }
  const incident = error instanceof Problem ? error.incident : "";
  return element(
    "div",
    { class: "notice", role: "alert" },
    element("h2", {}, title),
    detail && element("p", { class: "soft" }, detail),
    kept && element("p", { class: "soft" }, kept),
    error instanceof Problem && error.code === "auth.required" && element("a", { href: "sign-in", target: "_blank" }, words.errors.signIn),
    retry && element("button", { type: "button", class: "button", onclick: retry }, words.errors.retry),
    incident && element("p", { class: "incident" }, words.errors.incident(incident)),
  );
}

/**
 * What a fault means to a person.
 * @param {unknown} error
 * @returns {{title: string, detail: string}}
 */
export function tell(error) {
  if (!(error instanceof Problem)) {
    return { title: words.errors.page, detail: words.errors.pageDetail };
  }
  if (error.status === 0) {
    return { title: words.errors.unreachable, detail: words.errors.unreachableDetail };
  }
  if (error.code === "auth.required") {
    return { title: words.errors.signedOut, detail: words.errors.signedOutDetail };
  }
  if (error.status === 404) {
    return { title: words.errors.gone, detail: words.errors.goneDetail };
  }
  if (error.status >= 500) {
    return { title: words.errors.server, detail: words.errors.serverDetail };
  }
  return { title: words.errors.refused, detail: error.message };
}
