// @ts-check
import { lookedUp } from "./table.js";

/** @typedef {Uint8Array | Int8Array | Uint16Array | Int16Array | Float32Array} ModalityValues */
/** @typedef {import("./stored-values.js").StoredValues} StoredValues */

/**
 * @typedef {{low: number, high: number}} Padding  modality values that are no measurement: black whatever the window is, and left
 *   out of every figure
 */

/**
 * From stored to modality values: by the Modality LUT, else stored value * slope + intercept. The result is as narrow as the
 * values allow, because it goes to the GPU as it is; doubles become floats. Values that aren't finite are padding too.
 * Sources: PS3.3 C.11.1.1, C.7.5.1.1.2.
 *
 * @param {StoredValues} stored
 * @param {{rescaleSlope?: number, rescaleIntercept?: number, pixelPaddingValue?: number, pixelPaddingRangeLimit?: number}} image
 * @param {import("./table.js").LookupTable} [table]  the Modality LUT, which takes the place of slope and intercept
 * @returns {{values: ModalityValues, min: number, max: number, padding: Padding | undefined}} min and max leave the padding out,
 *   if anything else is there
 */
export function modalityValues(stored, image, table) {
  const slope = Number.isFinite(image.rescaleSlope) && image.rescaleSlope !== 0 ? Number(image.rescaleSlope) : 1;
  const intercept = Number.isFinite(image.rescaleIntercept) ? Number(image.rescaleIntercept) : 0;
  const modalityValue = (/** @type {number} */ value) => (table ? lookedUp(table, value) : value * slope + intercept);
  const padding = paddingOf(image);
  const all = extent(stored, undefined);
  const seen = padding ? extent(stored, padding) : all;
  const values = table ? tabled(stored, table) : rescaled(stored, slope, intercept, ...ordered(all, modalityValue));
  const [min, max] = table ? ordered(extent(values, padding && mapped(padding, modalityValue)), (value) => value) : ordered(seen, modalityValue);
  return { values, min, max, padding: padding && mapped(padding, modalityValue) };
}

/** @param {Padding} range @param {(value: number) => number} by @returns {[number, number]} */
function ordered({ low, high }, by) {
  const ends = [by(low), by(high)];
  return [Math.min(...ends), Math.max(...ends)];
}

/** @param {Padding} range @param {(value: number) => number} by @returns {Padding} */
function mapped(range, by) {
  const [low, high] = ordered(range, by);
  return { low, high };
}

/** @param {{pixelPaddingValue?: number, pixelPaddingRangeLimit?: number}} image @returns {Padding | undefined} stored values */
export function paddingOf({ pixelPaddingValue, pixelPaddingRangeLimit = pixelPaddingValue }) {
  return pixelPaddingValue === undefined || pixelPaddingRangeLimit === undefined
    ? undefined
    : { low: Math.min(pixelPaddingValue, pixelPaddingRangeLimit), high: Math.max(pixelPaddingValue, pixelPaddingRangeLimit) };
}

/** @param {StoredValues} stored @param {Padding | undefined} padding @returns {Padding} the lowest and highest of the others */
function extent(stored, padding) {
  const { low: from, high: to } = padding ?? { low: Infinity, high: -Infinity };
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < stored.length; i++) {
    const value = stored[i];
    const counted = !(value >= from && value <= to) && value - value === 0; // finite
    if (counted) {
      if (value < low) {
        low = value;
      }
      if (value > high) {
        high = value;
      }
    }
  }
  return low <= high ? { low, high } : (padding ?? { low: 0, high: 0 });
}

/** @param {StoredValues} stored @param {import("./table.js").LookupTable} table */
function tabled(stored, table) {
  const values = new Uint16Array(stored.length);
  for (let i = 0; i < stored.length; i++) {
    values[i] = lookedUp(table, stored[i]);
  }
  return values;
}

/**
 * @param {StoredValues} stored @param {number} slope @param {number} intercept
 * @param {number} min @param {number} max @returns {ModalityValues}
 */
function rescaled(stored, slope, intercept, min, max) {
  const wide = stored instanceof Int32Array || stored instanceof Uint32Array || stored instanceof Float64Array;
  if (slope === 1 && intercept === 0 && !wide) {
    return /** @type {ModalityValues} */ (stored);
  }
  const whole = Number.isInteger(slope) && Number.isInteger(intercept) && !(stored instanceof Float32Array || stored instanceof Float64Array);
  const Values = whole && min >= -32768 && max <= 32767 ? Int16Array : whole && min >= 0 && max <= 65535 ? Uint16Array : Float32Array;
  const values = new Values(stored.length);
  for (let i = 0; i < stored.length; i++) {
    values[i] = stored[i] * slope + intercept;
  }
  return values;
}
