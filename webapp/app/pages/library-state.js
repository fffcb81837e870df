// @ts-check

/** The filters that may be chosen, in the order in which they stand on the page. */
export const FACETS = /** @type {const} */ (["modality", "bodyPart", "category", "difficulty", "status"]);

/** How many cards a page has: fills rows of 2, 3 and 4. */
export const PAGE_SIZE = 24;

const DEFAULT_SORT = "-updatedAt";

/** The order of what a search finds; there is none without a search. */
export const BEST_FIRST = "relevance";

/**
 * @typedef {{filters: Record<string, readonly string[]>, q: string, sort: string, page: number}} Query
 * @typedef {{query: Query, phase: "loading" | "ready" | "failed", cases: any[], pagination: any, facets: any, error: unknown}} LibraryState
 * @typedef {{type: "asked", query: Query} | {type: "answered", list: any, facets: any} | {type: "failed", error: unknown}} LibraryAction
 */

/**
 * What the address asks for.
 * @param {string} search  the address's query string
 * @returns {Query}
 */
export function queryOf(search) {
  const given = new URLSearchParams(search);
  /** @type {Record<string, readonly string[]>} */
  const filters = {};
  for (const facet of FACETS) {
    filters[facet] = [...new Set(given.getAll(facet).filter(Boolean))];
  }
  const page = Number(given.get("page"));
  const q = (given.get("q") ?? "").trim();
  return Object.freeze({
    filters: Object.freeze(filters),
    q,
    sort: given.get("sort") ?? usualSort(q),
    page: Number.isInteger(page) && page > 0 ? page : 1,
  });
}

/** @param {string} q */
function usualSort(q) {
  return q ? BEST_FIRST : DEFAULT_SORT;
}

/**
 * A query that looks for other words: the best first, on the first page.
 * @param {Query} query
 * @param {string} q
 * @returns {Query}
 */
export function searched(query, q) {
  const sort = q || query.sort === BEST_FIRST ? usualSort(q) : query.sort;
  return Object.freeze({ ...query, q, sort, page: 1 });
}

/**
 * The query string of a query, without what is usual.
 * @param {Query} query
 */
export function searchOf({ filters, q, sort, page }) {
  const search = filterParameters({ filters, q });
  if (sort !== usualSort(q)) {
    search.set("sort", sort);
  }
  if (page > 1) {
    search.set("page", String(page));
  }
  return search.toString();
}

/**
 * The filters of a query as parameters of the API.
 * @param {{filters: Record<string, readonly string[]>, q: string}} query
 */
export function filterParameters({ filters, q }) {
  const search = new URLSearchParams();
  for (const facet of FACETS) {
    filters[facet].forEach((value) => search.append(facet, value));
  }
  if (q) {
    search.set("q", q);
  }
  return search;
}

/**
 * A query with one value of a filter chosen or not; back to the first page.
 * @param {Query} query
 * @param {string} facet
 * @param {string} value
 * @returns {Query}
 */
export function toggled(query, facet, value) {
  const chosen = query.filters[facet];
  const values = chosen.includes(value) ? chosen.filter((other) => other !== value) : [...chosen, value];
  return Object.freeze({ ...query, page: 1, filters: Object.freeze({ ...query.filters, [facet]: values }) });
}

/** @param {Query} query @returns {Query} the same sorting without any filter */
export function cleared(query) {
  return searched({ ...queryOf(""), sort: query.sort }, "");
}

/** @param {Query} query */
export function isFiltered({ filters, q }) {
  return q !== "" || Object.values(filters).some((values) => values.length > 0);
}

/** @type {LibraryState} */
export const initial = Object.freeze({
  query: queryOf(""),
  phase: "loading",
  cases: [],
  pagination: null,
  facets: null,
  error: null,
});

/**
 * @param {LibraryState} state
 * @param {LibraryAction} action
 * @returns {LibraryState}
 */
export function next(state, action) {
  switch (action.type) {
    case "asked":
      return Object.freeze({ ...state, query: action.query, phase: "loading", error: null });
    case "answered":
      return Object.freeze({
        ...state,
        phase: "ready",
        cases: action.list.data,
        pagination: action.list.pagination,
        facets: action.facets,
      });
    case "failed":
      return Object.freeze({ ...state, phase: "failed", error: action.error });
  }
}
