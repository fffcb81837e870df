// @ts-check
import { words } from "../words/en.js";
import { ask } from "./api.js";
import { cardSkeleton, caseCard, markRead } from "./case-card.js";
import { element, icon, the } from "../ui/element.js";
import { drawFacets, facetWord } from "./facet-list.js";
import { startFrame } from "./frame.js";
import { BEST_FIRST, cleared, FACETS, filterParameters, initial, isFiltered, next, PAGE_SIZE, queryOf, searched, searchOf, toggled } from "./library-state.js";
import { keepList } from "./next-case.js";
import { errorNotice } from "./notice.js";

const results = the("[data-results]");
const sheet = /** @type {HTMLDialogElement} */ (the("[data-filter-sheet]"));
const searchBox = /** @type {HTMLInputElement} */ (the("[data-search] input"));
const sortBox = /** @type {HTMLSelectElement} */ (the("[data-sort]"));
const opened = new Set();

let state = initial;
let asking = new AbortController();

/** @param {import("./library-state.js").LibraryAction} action */
function dispatch(action) {
  state = next(state, action);
  draw();
}

/**
 * Shows what a query finds, and writes it into the address.
 * @param {import("./library-state.js").Query} query
 */
function go(query) {
  const search = searchOf(query);
  history.pushState(null, "", search ? `?${search}` : location.pathname);
  load();
}

async function load() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const query = queryOf(location.search);
  searchBox.value = query.q;
  dispatch({ type: "asked", query });
  const filters = filterParameters(query);
  const list = new URLSearchParams(filters);
  list.set("sort", query.sort);
  list.set("page", String(query.page));
  list.set("limit", String(PAGE_SIZE));
  try {
    const [cases, facets] = await Promise.all([
      ask(`api/cases?${list}`, { signal }),
      ask(`api/cases/facets?${filters}`, { signal }),
    ]);
    dispatch({ type: "answered", list: cases.body, facets: facets.body });
    keepList(state.cases.map(({ id }) => id));
    await markRevealed(signal).catch(() => {}); // A card without its mark is still right.
  } catch (error) {
    if (!signal.aborted) {
      dispatch({ type: "failed", error });
    }
  }
}

/** Draws what the learner revealed: lists are shared, so this comes by a call of her own. @param {AbortSignal} signal */
async function markRevealed(signal) {
  const ids = state.cases.filter(({ view }) => view === "study").map(({ id }) => id);
  if (ids.length === 0) {
    return;
  }
  const asked = new URLSearchParams(ids.map((id) => ["id", id]));
  asked.set("limit", String(ids.length));
  const { body } = await ask(`api/cases/revealed?${asked}`, { signal });
  for (const revealed of body.data) {
    const card = results.querySelector(`[data-case="${CSS.escape(revealed.id)}"]`);
    card && markRead(/** @type {HTMLElement} */ (card), revealed);
  }
}

function draw() {
  const { phase, query, pagination } = state;
  results.setAttribute("aria-busy", String(phase === "loading"));
  results.classList.toggle("stale", phase === "loading" && state.cases.length > 0);
  the("[data-clear]").hidden = !isFiltered(query);
  const best = /** @type {HTMLOptionElement} */ (sortBox.querySelector(`[value="${BEST_FIRST}"]`));
  best.hidden = best.disabled = query.q === "";
  sortBox.value = query.sort;
  the("[data-tally]").textContent = pagination && phase === "ready" ? words.library.tally(pagination.total) : "";
  if (pagination && phase === "ready") {
    the("[data-show]").textContent = words.library.showCases(pagination.total);
  }
  drawFacets(the("[data-facet-groups]"), state, { opened, redraw: draw, toggle: (facet, value) => go(toggled(query, facet, value)) });
  drawChosen();
  if (phase === "ready") {
    results.replaceChildren(...found());
  } else if (phase === "failed") {
    results.replaceChildren(errorNotice(state.error, { retry: load }));
  } else if (state.cases.length === 0) {
    const bones = Array.from({ length: 12 }, cardSkeleton);
    results.replaceChildren(
      element("p", { class: "visually-hidden", role: "status" }, words.library.loading),
      element("div", { class: "cards", "aria-hidden": "true" }, bones),
    );
  }
}

/** The chosen filters, each with a way to take it away. */
function drawChosen() {
  const { query } = state;
  const chips = FACETS.flatMap((facet) =>
    query.filters[facet].map((value) => chip(facetWord(facet, value), () => go(toggled(query, facet, value)))),
  );
  if (query.q) {
    chips.unshift(chip(words.library.searched(query.q), () => go(searched(query, ""))));
  }
  the("[data-chosen]").replaceChildren(...chips);
}

/** @param {string} name @param {() => void} drop */
function chip(name, drop) {
  return element("button", { type: "button", "aria-label": words.library.drop(name), onclick: drop }, name, icon("close"));
}

/** @returns {Node[]} */
function found() {
  if (state.cases.length === 0) {
    return [isFiltered(state.query) ? nothingMatches() : nothingYet()];
  }
  return [element("div", { class: "cards" }, state.cases.map(caseCard)), paging()];
}

function nothingMatches() {
  return element(
    "div",
    { class: "notice" },
    element("h2", {}, words.library.nothing),
    element("p", { class: "soft" }, words.library.nothingDetail),
    element("button", { type: "button", class: "button", onclick: () => go(cleared(state.query)) }, words.library.clearFilters),
  );
}

function nothingYet() {
  return element(
    "div",
    { class: "notice" },
    element("h2", {}, words.library.empty),
    element("p", { class: "soft" }, words.library.emptyDetail),
    element("a", { class: "button next", href: "cases/new", data: { for: "educator admin" } }, icon("newCase"), words.bar.newCase),
  );
}

function paging() {
  const { page, pages, hasPrev, hasNext } = state.pagination;
  if (pages <= 1) {
    return element("div", { class: "paging" });
  }
  const turn = (/** @type {number} */ to) => {
    go({ ...state.query, page: to });
    scrollTo({ top: 0 });
    the("#main").focus({ preventScroll: true });
  };
  return element(
    "nav",
    { class: "paging", "aria-label": words.library.pages },
    element("button", { type: "button", class: "button", disabled: !hasPrev, onclick: () => turn(page - 1) }, icon("previous"), words.library.previous),
    element("span", {}, words.library.page(page, pages)),
    element("button", { type: "button", class: "button", disabled: !hasNext, onclick: () => turn(page + 1) }, words.library.next, icon("next")),
  );
}

/** On a narrow page the filters stand in a sheet. */
function startSheet() {
  const facets = the("[data-facets]");
  the("[data-open-filter]").addEventListener("click", () => {
    the("[data-sheet-place]").append(facets);
    sheet.showModal();
  });
  sheet.addEventListener("close", () => the("[data-facets-place]").append(facets));
  sheet.querySelectorAll("[data-close]").forEach((button) => button.addEventListener("click", () => sheet.close()));
  matchMedia("(min-width: 961px)").addEventListener("change", ({ matches }) => matches && sheet.close());
}

startFrame();
startSheet();
the("[data-facets]").addEventListener("submit", (event) => event.preventDefault());
the("[data-clear]").addEventListener("click", () => go(cleared(state.query)));
the("[data-search]").addEventListener("submit", (event) => {
  event.preventDefault();
  go(searched(state.query, searchBox.value.trim()));
});
searchBox.addEventListener("search", () => searchBox.value === "" && state.query.q && go(searched(state.query, "")));
sortBox.addEventListener("change", () => go({ ...state.query, sort: sortBox.value, page: 1 }));
addEventListener("popstate", load);
addEventListener("pageshow", (event) => event.persisted && load());
load();
