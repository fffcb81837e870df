// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { ask, Problem } from "./api.js";
import { errorNotice } from "./notice.js";

/** @typedef {{tag: string, keyword: string, vr: string, value: string, items?: HeaderElement[][]}} HeaderElement */

/**
 * Shows the data set of an instance, as it came in, de-identified.
 * @param {string} caseId
 * @param {string} instanceUid
 */
export async function showHeader(caseId, instanceUid) {
  const body = element("div", { class: "dialog-body header-list" });
  const dialog = element(
    "dialog",
    { class: "wide", "aria-labelledby": "header-title" },
    element(
      "div",
      { class: "dialog-head" },
      element("h2", { id: "header-title" }, words.teaching.header),
      element("button", { type: "button", class: "button bare icon-only", "aria-label": words.bar.close, onclick: () => dialog.close() }, icon("close")),
    ),
    body,
  );
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  try {
    const answer = await ask(`api/cases/${encodeURIComponent(caseId)}/instances/${encodeURIComponent(instanceUid)}/header`);
    body.replaceChildren(...listed(answer.body.elements));
  } catch (error) {
    const sealed = error instanceof Problem && error.status === 403;
    body.replaceChildren(sealed ? element("p", {}, words.teaching.headerSealed) : errorNotice(error));
  }
}

/** @param {HeaderElement[]} elements @returns {Node[]} */
function listed(elements) {
  const rows = flat(elements, 0).map(({ told, depth }) => {
    const row = element(
      "tr",
      {},
      element("td", { class: "tag" }, told.tag),
      element("td", {}, element("span", { class: "nested" }, "›".repeat(depth)), told.keyword),
      element("td", {}, told.vr),
      element("td", {}, told.value),
    );
    return { row, text: `${told.tag} ${told.keyword} ${told.value}`.toLowerCase() };
  });
  const search = element("input", { class: "input", type: "search", "aria-label": words.teaching.search, placeholder: words.teaching.search });
  const tally = element("p", { class: "soft small", role: "status" }, words.teaching.elements(rows.length));
  search.addEventListener("input", () => {
    const wanted = search.value.trim().toLowerCase();
    rows.forEach(({ row, text }) => (row.hidden = !text.includes(wanted)));
    tally.textContent = words.teaching.elements(rows.filter(({ row }) => !row.hidden).length);
  });
  const heads = [words.teaching.tag, words.teaching.name, "VR", words.teaching.value];
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, heads.map((head) => element("th", { scope: "col" }, head)))),
    element("tbody", {}, rows.map(({ row }) => row)),
  );
  return [search, tally, element("div", { class: "header-table", tabindex: 0 }, table)];
}

/** @param {HeaderElement[]} elements @param {number} depth @returns {{told: HeaderElement, depth: number}[]} */
function flat(elements, depth) {
  return elements.flatMap((told) => [{ told, depth }, ...(told.items ?? []).flatMap((item) => flat(item, depth + 1))]);
}
