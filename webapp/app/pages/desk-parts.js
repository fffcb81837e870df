// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { toast } from "./toast.js";

/** A part of a page under its heading. @param {string} title @param {...import("../ui/element.js").Child} nodes */
export function deskPart(title, ...nodes) {
  return element("section", { class: "desk-part" }, element("h2", {}, title), ...nodes);
}

/** A time, relative when recent, exact on hover. @param {string} when */
export function timeNode(when) {
  const then = new Date(when);
  return element("time", { datetime: when, title: then.toLocaleString("en") }, words.when(then, new Date()));
}

/**
 * Something that is shown only once: a link, a token, recovery codes.
 * @param {string} secret
 * @param {{fileName?: string}} [more]
 */
export function shownOnce(secret, { fileName } = {}) {
  const copy = element("button", { type: "button", class: "button" }, icon("copy"), words.forms.copy);
  const said = element("span", { class: "soft small", role: "status" }, words.forms.once);
  const shown = element("output", {}, secret);
  copy.addEventListener("click", async () => {
    try {
      await navigator.clipboard.writeText(secret);
      said.textContent = words.forms.copied;
    } catch {
      getSelection()?.selectAllChildren(shown);
    }
  });
  const address = fileName && URL.createObjectURL(new Blob([`${secret}\n`], { type: "text/plain" }));
  return element(
    "div",
    { class: "once" },
    shown,
    element(
      "div",
      { class: "row-acts" },
      copy,
      address && element("a", { class: "button", href: address, download: fileName }, icon("download"), words.forms.download),
      said,
    ),
  );
}

/**
 * A dialog with a heading; it leaves the page when it closes.
 * @param {string} title
 * @param {(close: () => void) => import("../ui/element.js").Child[]} content
 */
export function openDialog(title, content) {
  const close = () => dialog.close();
  const dialog = element(
    "dialog",
    { "aria-label": title },
    element(
      "div",
      { class: "dialog-head" },
      element("h2", {}, title),
      element("button", { type: "button", class: "button bare icon-only", "aria-label": words.bar.close, onclick: close }, icon("close")),
    ),
    element("div", { class: "dialog-body" }, content(close)),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  /** @type {HTMLElement | null} */ (dialog.querySelector(".dialog-body :is(input, select):not([tabindex])"))?.focus();
}

/**
 * A button that does something at once, says so, and tells when it failed.
 * @param {string} name
 * @param {() => Promise<string | void>} act  answers what to say
 * @param {{label?: string, danger?: boolean}} [more]
 */
export function actButton(name, act, { label, danger } = {}) {
  const button = element("button", { type: "button", class: danger ? "button danger" : "button", "aria-label": label }, name);
  button.addEventListener("click", async () => {
    button.disabled = true;
    try {
      const said = await act();
      said && toast(said);
    } catch (error) {
      toast(error instanceof Error && error.message ? error.message : words.errors.server);
    } finally {
      button.disabled = false;
    }
  });
  return button;
}

/** @param {{page: number, pages: number, hasPrev: boolean, hasNext: boolean}} pagination @param {(page: number) => void} go */
export function pagingNav({ page, pages, hasPrev, hasNext }, go) {
  if (pages <= 1) {
    return null;
  }
  return element(
    "nav",
    { class: "paging", "aria-label": words.forms.pages },
    element("button", { type: "button", class: "button", disabled: !hasPrev, onclick: () => go(page - 1) }, icon("previous"), words.forms.previous),
    element("span", {}, words.forms.page(page, pages)),
    element("button", { type: "button", class: "button", disabled: !hasNext, onclick: () => go(page + 1) }, words.forms.next, icon("next")),
  );
}

/**
 * A table that becomes cards on a phone: each cell knows its column's name.
 * @param {string[]} heads
 * @param {import("../ui/element.js").Child[][][]} rows  each a list of cells, each a list of nodes
 */
export function dataTable(heads, rows) {
  return element(
    "table",
    { class: "table" },
    element("thead", {}, element("tr", {}, heads.map((head) => element("th", { scope: "col" }, head)))),
    element(
      "tbody",
      {},
      rows.map((cells) => element("tr", {}, cells.map((nodes, at) => element("td", { data: { label: heads[at] } }, element("div", {}, nodes))))),
    ),
  );
}

/** A checkbox with its words. @param {string} word @param {Record<string, any>} [properties] */
export function checkField(word, properties = {}) {
  const input = element("input", { type: "checkbox", ...properties });
  return { input, node: element("label", { class: "check" }, input, word) };
}
