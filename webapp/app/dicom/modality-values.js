// @ts-check

/** @typedef {Uint8Array | Int8Array | Uint16Array | Int16Array | Float32Array} ModalityValues */

/**
 * Applies the Modality LUT's linear form: modality value = stored value * slope + intercept. The result is as narrow as
 * the values allow, because it goes to the GPU as it is. Source: PS3.3 C.11.1.1.2.
 *
 * @param {import("./stored-values.js").StoredValues} stored
 * @param {{rescaleSlope?: number, rescaleIntercept?: number, pixelPaddingValue?: number}} image
 * @returns {{values: ModalityValues, min: number, max: number}} min and max leave the padding out, if anything else is there
 */
export function modalityValues(stored, { rescaleSlope = 1, rescaleIntercept = 0, pixelPaddingValue }) {
  const slope = Number.isFinite(rescaleSlope) && rescaleSlope !== 0 ? rescaleSlope : 1;
  const intercept = Number.isFinite(rescaleIntercept) ? rescaleIntercept : 0;
  const all = extent(stored, undefined);
  const seen = pixelPaddingValue === undefined ? all : extent(stored, pixelPaddingValue);
  const ends = [all.min * slope + intercept, all.max * slope + intercept];
  const values = rescaled(stored, slope, intercept, Math.min(...ends), Math.max(...ends));
  const shown = [seen.min * slope + intercept, seen.max * slope + intercept];
  return { values, min: Math.min(...shown), max: Math.max(...shown) };
}

/** @param {import("./stored-values.js").StoredValues} stored @param {number | undefined} padding */
function extent(stored, padding) {
  let min = Infinity;
  let max = -Infinity;
  for (let i = 0; i < stored.length; i++) {
    const value = stored[i];
    if (value !== padding) {
      if (value < min) {
        min = value;
      }
      if (value > max) {
        max = value;
      }
    }
  }
  return min <= max ? { min, max } : { min: padding ?? 0, max: padding ?? 0 };
}

/**
 * @param {import("./stored-values.js").StoredValues} stored @param {number} slope @param {number} intercept
 * @param {number} min @param {number} max @returns {ModalityValues}
 */
function rescaled(stored, slope, intercept, min, max) {
  const narrow = !(stored instanceof Int32Array || stored instanceof Uint32Array);
  if (slope === 1 && intercept === 0 && narrow) {
    return /** @type {ModalityValues} */ (stored);
  }
  const whole = Number.isInteger(slope) && Number.isInteger(intercept);
  const Values = whole && min >= -32768 && max <= 32767 ? Int16Array : whole && min >= 0 && max <= 65535 ? Uint16Array : Float32Array;
  const values = new Values(stored.length);
  for (let i = 0; i < stored.length; i++) {
    values[i] = stored[i] * slope + intercept;
  }
  return values;
}
