// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask, Problem } from "./api.js";
import { askFirst } from "./ask-first.js";
import { dataTable, deskPart } from "./desk-parts.js";
import { errorNotice } from "./notice.js";
import { toast } from "./toast.js";

const ADDRESS = "api/admin/database/move";
const OFTEN = 1000;
const SELDOM = 5000;

/** What may be ordered in each phase; the first is what usually comes next. @type {Record<string, string[]>} */
const ORDERS = {
  none: ["start"],
  copying: ["cancel"],
  verifying: ["cancel"],
  ready: ["switch", "verify", "cancel"],
  switched: ["finish", "roll-back"],
  "rolled-back": ["start"],
  finished: [],
  cancelled: ["start"],
};

/** At which step each phase is. @type {Record<string, number>} */
const STEPS = { copying: 0, verifying: 1, ready: 2, switched: 3, finished: 4 };

/** The move to another database: how far it is, and what can be done. It keeps itself up to date. */
export function moveSection() {
  const state = element("div", { class: "move-state" });
  const acts = element("div", { class: "row-acts" });
  const details = element("div", {});
  const said = element("p", { role: "status", class: "visually-hidden" });
  let shownPhase = "";

  async function refresh() {
    let rest = SELDOM;
    try {
      const { body: move } = await ask(ADDRESS);
      show(move);
      rest = STEPS[move.phase] === undefined || move.phase === "finished" ? SELDOM : OFTEN;
    } catch (error) {
      state.replaceChildren(errorNotice(error, { retry: refresh }));
      acts.replaceChildren();
      shownPhase = "";
    }
    setTimeout(() => (document.hidden ? addEventListener("visibilitychange", refresh, { once: true }) : refresh()), rest);
  }

  /** @param {any} move */
  function show(move) {
    state.replaceChildren(...stateNodes(move));
    details.replaceChildren(...detailNodes(move, details.querySelector("details")?.open ?? false));
    // Buttons stay as they are while nothing changes, so that they keep the focus.
    if (move.phase !== shownPhase) {
      shownPhase = move.phase;
      said.textContent = words.move.phases[move.phase] ?? "";
      acts.replaceChildren(...(move.to ? ORDERS[move.phase] : []).map((order, at) => orderButton(order, at === 0 && order !== "cancel" && order !== "finish")));
    }
  }

  /** @param {string} order @param {boolean} next */
  function orderButton(order, next) {
    const button = element("button", { type: "button", class: next ? "button next" : "button" }, words.move.orders[order]);
    button.addEventListener("click", async () => {
      const consequence = words.move.consequences[order];
      const title = words.move.orders[order];
      if (consequence && !(await askFirst({ title, consequence, act: title }))) {
        return;
      }
      button.disabled = true;
      try {
        show((await ask(ADDRESS, { method: "POST", json: { order } })).body);
        toast(words.move.done[order]);
      } catch (error) {
        toast(error instanceof Problem && error.message ? error.message : words.errors.server);
      } finally {
        button.disabled = false;
      }
    });
    return button;
  }

  refresh();
  return deskPart(words.move.title, said, state, acts, details);
}

/** @param {any} move @returns {Node[]} */
function stateNodes(move) {
  if (!move.to) {
    return [element("p", {}, words.move.noTarget), element("p", { class: "soft" }, words.move.noTargetDetail)];
  }
  if (move.phase === "none") {
    return [element("p", {}, words.move.none)];
  }
  const at = STEPS[move.phase];
  const working = at === 0 || at === 1;
  const facts = [
    working && words.move.rows(move.done, move.rows),
    working && move.rowsPerSecond >= 1 && words.move.rate(move.rowsPerSecond),
    working && move.secondsLeft !== null && words.move.left(move.secondsLeft),
    at !== undefined && at < 4 && words.move.lag(move.pending, move.lagMillis),
  ].filter((fact) => fact !== false);
  const nodes = [
    at !== undefined &&
      element(
        "ol",
        { class: "move-steps" },
        words.move.steps.map((step, index) => element("li", { class: index < at ? "done" : "", "aria-current": index === at ? "step" : null }, step)),
      ),
    element("p", {}, words.move.phases[move.phase]),
    working && element("progress", { max: Math.max(1, move.rows), value: Math.min(move.done, move.rows), "aria-label": words.move.steps[at] }),
    facts.length > 0 && element("p", { class: "soft small" }, facts.join(" · ")),
    move.problem && element("p", { class: "notice", role: "alert" }, words.move.waits(move.problem)),
    move.keptUntil && element("p", { class: "soft small" }, words.move.kept(move.keptUntil)),
    move.longestPauseMillis > 0 && element("p", { class: "soft small" }, words.move.pause(move.longestPauseMillis)),
  ];
  return nodes.filter((node) => node instanceof Node);
}

/** @param {any} move @param {boolean} open @returns {Node[]} */
function detailNodes(move, open) {
  if (move.tables.length === 0) {
    return [];
  }
  const tables = dataTable(
    words.move.table,
    move.tables.map((/** @type {any} */ table) =>
      [table.name, table.rows.toLocaleString("en"), table.copied.toLocaleString("en"), table.compared.toLocaleString("en"), table.checksum, table.mismatches.toLocaleString("en")].map(
        (value) => [value],
      ),
    ),
  );
  const mismatches = dataTable(
    words.move.mismatch,
    move.mismatches.map((/** @type {any} */ one) => [[one.table], [one.key.join(", ")], [words.move.kinds[one.kind]]]),
  );
  return [
    element(
      "details",
      { open },
      element("summary", {}, `${words.move.tables} · ${words.move.found(move.mismatchesFound)}`),
      tables,
      move.mismatches.length > 0 && element("h3", {}, words.move.mismatches),
      move.mismatches.length > 0 && mismatches,
    ),
  ];
}
