// @ts-check
import { initialView } from "./view-state.js";

/** @typedef {readonly import("../dicom/manifest.js").Series[]} AllSeries */

const nameOf = (/** @type {string} */ caseId) => `radcase.place.${caseId}`;

/**
 * Remembers, for this tab, where the reader was in a case: a page that comes again after signing in, or after a fault, goes on there.
 * @param {string} caseId
 * @param {AllSeries} series
 * @param {import("./reading-state.js").Place | null} place
 */
export function keepPlace(caseId, series, place) {
  const frame = place && series[place.series].frames[place.index];
  if (!frame) {
    return;
  }
  try {
    sessionStorage.setItem(nameOf(caseId), JSON.stringify({ instance: frame.instance, number: frame.number, view: place.view }));
  } catch {
    // Storage may be forbidden: then the case begins where it always does.
  }
}

/**
 * @param {string} caseId
 * @param {AllSeries} series
 * @returns {{series: number, index: number, view: import("./view-state.js").View} | undefined}
 */
export function keptPlace(caseId, series) {
  const kept = read(nameOf(caseId));
  for (const [at, { frames }] of series.entries()) {
    const index = kept ? frames.findIndex(({ instance, number }) => instance === kept.instance && number === kept.number) : -1;
    if (index >= 0) {
      return { series: at, index, view: Object.freeze({ ...initialView, ...kept.view }) };
    }
  }
  return undefined;
}

/** @param {string} caseId */
export function isPlaceKept(caseId) {
  return read(nameOf(caseId)) !== null;
}

/** @param {string} name @returns {any} */
function read(name) {
  try {
    return JSON.parse(sessionStorage.getItem(name) ?? "null");
  } catch {
    return null;
  }
}
