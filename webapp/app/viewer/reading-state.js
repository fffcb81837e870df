// @ts-check
import { initialView, nextView } from "./view-state.js";

/**
 * What is read: which series, where in it, and how each is looked at.
 * @typedef {{count: number, index: number, heading: 1 | -1, view: import("./view-state.js").View}} Place
 * @typedef {{active: number, places: readonly Place[]}} Reading  active: index of the series
 *
 * @typedef {{type: "series", series: number} | {type: "to", index: number} | {type: "by", step: number} |
 *   {type: "view", action: import("./view-state.js").ViewAction}} ReadingAction
 */

/**
 * @param {readonly number[]} counts  frames of each series
 * @param {{series: number, index: number}} start
 * @returns {Reading}
 */
export function beginReading(counts, start) {
  const places = counts.map((count, series) =>
    Object.freeze({ count, index: series === start.series ? start.index : 0, heading: /** @type {1} */ (1), view: initialView }),
  );
  return Object.freeze({ active: start.series, places: Object.freeze(places) });
}

/**
 * @param {Reading} reading
 * @param {ReadingAction} action
 * @returns {Reading} the same object when nothing changes
 */
export function nextReading(reading, action) {
  const place = reading.places[reading.active];
  switch (action.type) {
    case "series": {
      const exists = action.series >= 0 && action.series < reading.places.length;
      return exists && action.series !== reading.active ? Object.freeze({ ...reading, active: action.series }) : reading;
    }
    case "to":
      return moved(reading, place, action.index);
    case "by":
      return moved(reading, place, place.index + action.step);
    case "view":
      return changed(reading, { ...place, view: nextView(place.view, action.action) });
  }
}

/** @param {Reading} reading @param {Place} place @param {number} to @returns {Reading} */
function moved(reading, place, to) {
  const index = Math.min(Math.max(Math.round(to), 0), place.count - 1);
  return index === place.index ? reading : changed(reading, { ...place, index, heading: index > place.index ? 1 : -1 });
}

/** @param {Reading} reading @param {Place} place @returns {Reading} */
function changed(reading, place) {
  return Object.freeze({ ...reading, places: Object.freeze(reading.places.with(reading.active, Object.freeze(place))) });
}
