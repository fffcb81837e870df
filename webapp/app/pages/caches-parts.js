// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";

/** @typedef {import("../ui/element.js").Child} Child */

/** Figures under their names. @param {[name: string, value: Child | Child[], shape?: string][]} figures */
export function figureList(figures) {
  return element("dl", { class: "figures" }, figures.map(([name, value, shape]) => element("div", { class: shape }, element("dt", {}, name), element("dd", {}, value))));
}

/** A share as a small bar; the figure beside it says the same to who cannot see it. @param {number} value @param {number} most */
export function share(value, most) {
  return element("progress", { class: "share", max: Math.max(1, most), value: Math.min(value, Math.max(1, most)), "aria-hidden": "true" });
}

/** When something began, to say after "since". @param {string} when */
export function sinceNode(when) {
  const then = new Date(when);
  return element("time", { datetime: when, title: then.toLocaleString("en") }, words.caches.moment(then, new Date()));
}
