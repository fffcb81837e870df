// @ts-check
import { nextReading } from "./reading-state.js";
import { initialView } from "./view-state.js";

/** @typedef {readonly import("../dicom/manifest.js").Series[]} AllSeries */

/**
 * What `PUT api/cases/{id}/display` takes: how the case hangs now.
 * @param {import("./reading-state.js").Reading} reading
 * @param {AllSeries} series
 */
export function displayOf({ layout, cells }, series) {
  return {
    hanging: null,
    layout,
    cells: cells.map((place) => {
      if (!place) {
        return null;
      }
      const { instance, number } = series[place.series].frames[place.index];
      const { window, inverted, zoom, offset, rotation, flipped } = place.view;
      return {
        seriesUid: series[place.series].uid,
        instanceUid: instance,
        frame: number,
        window: window && { center: window.center, width: window.width },
        zoom,
        offset: { x: offset.x, y: offset.y },
        rotation,
        flipped,
        inverted,
      };
    }),
    keyImages: [],
  };
}

/**
 * The reading with a display that was kept; images that the case has no more leave their cell empty.
 * @param {import("./reading-state.js").Reading} reading
 * @param {AllSeries} series
 * @param {any} display  answer of `GET api/cases/{id}/display`, with a layout
 * @returns {import("./reading-state.js").Reading}
 */
export function hung(reading, series, { layout, cells }) {
  const found = cells.map((/** @type {any} */ cell) => cell && placeOf(series, cell));
  const fill = found.map((/** @type {any} */ place) => place?.series ?? null);
  const single = layout.rows * layout.columns === 1;
  const divided = nextReading(reading, { type: "layout", layout, fill });
  return found.reduce((/** @type {typeof reading} */ now, /** @type {any} */ place, /** @type {number} */ cell) => {
    if (!place) {
      return now;
    }
    const filled = nextReading(now, { type: "series", series: place.series, cell: single ? 0 : cell });
    return nextReading(filled, { type: "place", cell: single ? 0 : cell, index: place.index, view: place.view });
  }, divided);
}

/**
 * The reading as its modality usually hangs.
 * @param {import("./reading-state.js").Reading} reading
 * @param {AllSeries} series
 * @param {import("./hanging.js").Hanging} hanging
 * @returns {import("./reading-state.js").Reading}
 */
export function hungUsually(reading, series, { rows, columns, cells }) {
  const kept = cells.map(({ series: at, frame }) => {
    const { instance, number } = series[at].frames[frame];
    return { seriesUid: series[at].uid, instanceUid: instance, frame: number, ...initialView };
  });
  return hung(reading, series, { layout: { rows, columns }, cells: kept });
}

/**
 * The reading with a frame in its active cell.
 * @param {import("./reading-state.js").Reading} reading @param {AllSeries} series @param {string} instance @param {number} number
 * @returns {import("./reading-state.js").Reading} the same when the case has no such frame
 */
export function atFrame(reading, series, instance, number) {
  const isIt = (/** @type {import("../dicom/manifest.js").Frame} */ frame) => frame.instance === instance && frame.number === number;
  const at = series.findIndex(({ frames }) => frames.some(isIt));
  return at < 0 ? reading : nextReading(nextReading(reading, { type: "series", series: at }), { type: "to", index: series[at].frames.findIndex(isIt) });
}

/** @param {AllSeries} series @param {any} cell */
function placeOf(series, { seriesUid, instanceUid, frame, window, zoom, offset, rotation, flipped, inverted }) {
  const at = series.findIndex(({ uid }) => uid === seriesUid);
  const index = at < 0 ? -1 : series[at].frames.findIndex(({ instance, number }) => instance === instanceUid && number === frame);
  return index < 0 ? null : { series: at, index, view: Object.freeze({ ...initialView, window, zoom, offset: Object.freeze(offset), rotation, flipped, inverted }) };
}
