// @ts-check
import { lookedUp, lookupTableOf } from "./table.js";

/**
 * @typedef {{kind: "lut", center: number, width: number, function: "LINEAR_EXACT", explanation?: string, firstValue: number,
 *   bits: number, table: string}} LutWindow  center and width span the table's input: what is shown until it is unpacked, and what
 *   a drag begins with
 * @typedef {import("./table.js").LookupTable} LookupTable
 */

/**
 * The VOI LUTs of a description as windows, to choose from after the linear ones. Source: PS3.3 C.11.2.1.1.
 * @param {readonly {firstValue: number, bits: number, length: number, table: string, explanation?: string}[]} voiLuts  the manifest's
 * @returns {readonly LutWindow[]}
 */
export function lutWindows(voiLuts) {
  return voiLuts.map(({ length, ...told }) =>
    Object.freeze({
      kind: "lut",
      center: told.firstValue + (length - 1) / 2,
      width: Math.max(length - 1, 1),
      function: "LINEAR_EXACT",
      ...told,
    }),
  );
}

/** @param {any} window @returns {window is LutWindow} */
export function isLut(window) {
  return window.kind === "lut";
}

/** @type {WeakMap<LutWindow, Promise<LookupTable>>} */
const unpacking = new WeakMap();

/**
 * The table behind a window, unpacked once.
 * @param {LutWindow} window
 */
export function voiLutOf(window) {
  const table = unpacking.get(window) ?? lookupTableOf(window);
  unpacking.set(window, table);
  return table;
}

/**
 * The table as a texture of one row: the display value, in [0, 1], of firstValue + i at entry i. Inputs are modality values,
 * rounded; those beyond the ends take the end's.
 * @param {LookupTable} table
 * @returns {Float32Array}
 */
export function lutTexture({ bits, entries }) {
  return Float32Array.from(entries, (entry) => entry / (2 ** bits - 1));
}

/**
 * The display value, in [0, 1], of a modality value.
 * @param {number} value @param {LookupTable} table
 */
export function lutDisplayValue(value, table) {
  return lookedUp(table, value) / (2 ** table.bits - 1);
}
