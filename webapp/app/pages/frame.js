// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { settings } from "../ui/settings.js";
import { isLetterKey } from "../ui/shortcuts.js";
import { startAccountMenu } from "./account-menu.js";

/** @typedef {{keys: string[], does: string}} KeyHelp */

/**
 * Brings the bar to life: theme, search by `/`, the keys' dialog by `?`, the account menu.
 * @param {KeyHelp[]} [pageKeys]  the page's own keys, for the dialog
 * @returns {Promise<import("./me.js").Me | null>} who one is; null when it can't be found out
 */
export function startFrame(pageKeys = []) {
  markPlace();
  settings.letterKeys = settings.letterKeys;
  startSkipLink();
  startTheme();
  const openKeys = () => showKeys(pageKeys);
  the("[data-keys]").addEventListener("click", openKeys);
  document.addEventListener("keydown", (event) => {
    if (event.key === "/" && isLetterKey(event)) {
      event.preventDefault();
      the("[data-search] input").focus();
    } else if (event.key === "?" && isLetterKey(event)) {
      event.preventDefault();
      openKeys();
    }
  });
  return startAccountMenu();
}

/** Brings the small bar of a page to life that strangers see. */
export function startDoor() {
  startSkipLink();
  startTheme();
}

/** Marks the bar's entry that leads to this very page. */
function markPlace() {
  for (const link of document.querySelectorAll("[data-place]")) {
    const here = /** @type {HTMLAnchorElement} */ (link).pathname === location.pathname;
    here ? link.setAttribute("aria-current", "page") : link.removeAttribute("aria-current");
  }
}

/** The page has a base address, so a link to #main would lead elsewhere. */
function startSkipLink() {
  the("[data-skip]").addEventListener("click", (event) => {
    event.preventDefault();
    the("#main").focus();
  });
}

function startTheme() {
  const button = the("[data-theme-toggle]");
  const name = () => {
    const label = settings.theme === "dark" ? words.bar.useLight : words.bar.useDark;
    button.setAttribute("aria-label", label);
    button.title = label;
  };
  button.addEventListener("click", () => {
    settings.theme = settings.theme === "dark" ? "light" : "dark";
    name();
  });
  name();
}

/** @param {KeyHelp[]} pageKeys */
function showKeys(pageKeys) {
  const all = [...pageKeys, ...words.keys.everywhere];
  const toggle = element("input", {
    type: "checkbox",
    checked: settings.letterKeys,
    onchange: () => (settings.letterKeys = toggle.checked),
  });
  const dialog = element(
    "dialog",
    { "aria-labelledby": "keys-title" },
    element(
      "div",
      { class: "dialog-head" },
      element("h2", { id: "keys-title" }, words.keys.title),
      element(
        "button",
        { type: "button", class: "button bare icon-only", "aria-label": words.bar.close, onclick: () => dialog.close() },
        icon("close"),
      ),
    ),
    element(
      "div",
      { class: "dialog-body" },
      element(
        "dl",
        { class: "keys-list" },
        all.map(({ keys, does }) =>
          element("div", {}, element("dt", {}, does), element("dd", {}, keys.map((key) => element("kbd", {}, key)))),
        ),
      ),
      element("label", { class: "check" }, toggle, words.keys.letters),
    ),
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
