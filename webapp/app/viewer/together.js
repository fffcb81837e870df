// @ts-check
import { matchingIndex, nearestFrame } from "../volume/space.js";
import { activePlace, nextReading } from "./reading-state.js";

/** @typedef {import("./reading-state.js").Reading} Reading */
/** @typedef {readonly import("../dicom/manifest.js").Series[]} AllSeries */

/** The other cells cut the patient where the active one does, as far as they can. @param {Reading} reading @param {AllSeries} series @returns {Reading} */
export function followed(reading, series) {
  const leader = activePlace(reading);
  const shown = leader && series[leader.series].frames[leader.index];
  return moved(reading, (at) => (shown ? matchingIndex(shown, series[at].frames) : undefined));
}

/** The other cells turn to a place. @param {Reading} reading @param {AllSeries} series @param {readonly number[]} place  in the patient @returns {Reading} */
export function turnedTo(reading, series, place) {
  return moved(reading, (at) => nearestFrame(series[at].frames, place));
}

/** @param {Reading} reading @param {(series: number) => number | undefined} indexFor */
function moved(reading, indexFor) {
  return reading.cells.reduce((now, cell, at) => {
    const index = cell && at !== reading.active ? indexFor(cell.series) : undefined;
    return index === undefined ? now : nextReading(now, { type: "to", index, cell: at });
  }, reading);
}
