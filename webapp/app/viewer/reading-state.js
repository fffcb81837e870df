// @ts-check
import { initialView, nextView } from "./view-state.js";

/**
 * What is read: how the stage is divided, and what each cell shows.
 * @typedef {{series: number, count: number, index: number, heading: 1 | -1, view: import("./view-state.js").View}} Place
 *   index: of the frame; heading: where the reader moves
 * @typedef {{rows: number, columns: number}} Layout
 * @typedef {{layout: Layout, active: number, cells: readonly (Place | null)[], kept: readonly Place[]}} Reading
 *   active: index of the cell; kept: where one was last in each series
 *
 * @typedef {{type: "layout", layout: Layout, fill: readonly (number | null)[]} | {type: "cell", cell: number} |
 *   {type: "series", series: number, cell?: number} | {type: "to", index: number, cell?: number} | {type: "by", step: number} |
 *   {type: "view", action: import("./view-state.js").ViewAction} | {type: "place", cell: number, index: number, view: import("./view-state.js").View}} ReadingAction
 *   fill: series for cells that had none; the cell is the active one unless it is told
 */

/**
 * @param {readonly number[]} counts  frames of each series
 * @param {{series: number, index: number}} start
 * @param {readonly number[]} first  where one begins in each series
 * @returns {Reading}
 */
export function beginReading(counts, start, first = counts.map(() => 0)) {
  const kept = counts.map((count, series) =>
    Object.freeze({ series, count, index: series === start.series ? start.index : first[series], heading: /** @type {1} */ (1), view: initialView }),
  );
  return Object.freeze({ layout: Object.freeze({ rows: 1, columns: 1 }), active: 0, cells: Object.freeze([kept[start.series]]), kept: Object.freeze(kept) });
}

/** @param {Reading} reading @returns {Place | null} */
export function activePlace(reading) {
  return reading.cells[reading.active];
}

/**
 * @param {Reading} reading
 * @param {ReadingAction} action
 * @returns {Reading} the same object when nothing changes
 */
export function nextReading(reading, action) {
  switch (action.type) {
    case "layout":
      return divided(reading, action.layout, action.fill);
    case "cell": {
      const exists = action.cell >= 0 && action.cell < reading.cells.length;
      return exists && action.cell !== reading.active ? Object.freeze({ ...reading, active: action.cell }) : reading;
    }
    case "series":
      return filled(reading, action.cell ?? reading.active, action.series);
    case "to":
      return moved(reading, action.cell ?? reading.active, action.index);
    case "by":
      return moved(reading, reading.active, (activePlace(reading)?.index ?? 0) + action.step);
    case "view":
      return changed(reading, reading.active, (place) => ({ ...place, view: nextView(place.view, action.action) }));
    case "place":
      return changed(moved(reading, action.cell, action.index), action.cell, (place) => ({ ...place, view: action.view }));
  }
}

/** @param {Reading} reading @param {Layout} layout @param {readonly (number | null)[]} fill @returns {Reading} */
function divided(reading, layout, fill) {
  const shown = activePlace(reading);
  const count = layout.rows * layout.columns;
  const cells = Array.from({ length: count }, (_, cell) => {
    const series = fill[cell];
    return count === 1 ? shown : (reading.cells.length === count && reading.cells[cell]) || (series === null || series === undefined ? null : reading.kept[series]);
  });
  const active = count === 1 ? 0 : Math.min(Math.max(cells.findIndex((place) => place?.series === shown?.series), 0), count - 1);
  return Object.freeze({ ...reading, layout: Object.freeze({ ...layout }), active, cells: Object.freeze(cells) });
}

/** @param {Reading} reading @param {number} cell @param {number} series @returns {Reading} */
function filled(reading, cell, series) {
  const place = reading.kept[series];
  const same = !place || cell < 0 || cell >= reading.cells.length || reading.cells[cell]?.series === series;
  return same ? reading : withCell(reading, cell, place);
}

/** @param {Reading} reading @param {number} cell @param {number} to @returns {Reading} */
function moved(reading, cell, to) {
  return changed(reading, cell, (place) => {
    const index = Math.min(Math.max(Math.round(to), 0), place.count - 1);
    return index === place.index ? place : { ...place, index, heading: index > place.index ? 1 : -1 };
  });
}

/** @param {Reading} reading @param {number} cell @param {(place: Place) => Place} change @returns {Reading} */
function changed(reading, cell, change) {
  const place = reading.cells[cell];
  const next = place && change(place);
  return next && next !== place ? withCell(reading, cell, Object.freeze(next)) : reading;
}

/** @param {Reading} reading @param {number} cell @param {Place} place @returns {Reading} */
function withCell(reading, cell, place) {
  return Object.freeze({ ...reading, cells: Object.freeze(reading.cells.with(cell, place)), kept: Object.freeze(reading.kept.with(place.series, place)) });
}
