// @ts-check
import { inflate } from "./inflate.js";

/** @typedef {{firstValue: number, bits: number, entries: Uint16Array}} LookupTable  entries of 0 to 2^bits - 1 */
/** @typedef {{firstValue: number, rgb: Uint8Array}} Palette  three bytes an entry */

/** The most entries that a descriptor's 16 bits can name. Source: PS3.3 C.11.1.1.1. */
const MOST_ENTRIES = 65536;

/** Tables that are in use: the frames of a series share them. */
const MOST_KEPT = 8;

/** @type {Map<string, Promise<Uint8Array>>} */
const kept = new Map();

/**
 * A Modality LUT or VOI LUT of the manifest.
 * @param {{firstValue: number, bits: number, table: string}} told
 * @returns {Promise<LookupTable>}
 */
export async function lookupTableOf({ firstValue, bits, table }) {
  const bytes = await unpacked(table, 2 * MOST_ENTRIES);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const entries = Uint16Array.from({ length: bytes.length >> 1 }, (_, i) => view.getUint16(2 * i, true));
  return { firstValue, bits, entries };
}

/**
 * The palette of the manifest.
 * @param {{firstValue: number, table: string}} told
 * @returns {Promise<Palette>}
 */
export async function paletteOf({ firstValue, table }) {
  return { firstValue, rgb: await unpacked(table, 3 * MOST_ENTRIES) };
}

/** @param {string} text  zlib in base64 @param {number} most @returns {Promise<Uint8Array>} */
function unpacked(text, most) {
  const known = kept.get(text);
  if (known) {
    return known;
  }
  const bytes = inflate(Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0)), "deflate", most);
  kept.set(text, bytes);
  if (kept.size > MOST_KEPT) {
    kept.delete(/** @type {string} */ (kept.keys().next().value));
  }
  return bytes;
}

/**
 * The output for an input value; inputs beyond the ends take the end's. Source: PS3.3 C.11.1.1.1.
 * @param {LookupTable} table @param {number} input
 */
export function lookedUp({ firstValue, entries }, input) {
  return entries[Math.min(Math.max(Math.round(input) - firstValue, 0), entries.length - 1)];
}

/**
 * Paints stored values by a palette. Source: PS3.3 C.7.6.3.1.5.
 * @param {import("./stored-values.js").StoredValues} stored
 * @param {Palette} palette
 * @returns {Uint8Array} RGB by pixel
 */
export function painted(stored, { firstValue, rgb }) {
  const last = rgb.length / 3 - 1;
  const out = new Uint8Array(stored.length * 3);
  for (let i = 0, to = 0; i < stored.length; i++, to += 3) {
    const from = 3 * Math.min(Math.max(stored[i] - firstValue, 0), last);
    out[to] = rgb[from];
    out[to + 1] = rgb[from + 1];
    out[to + 2] = rgb[from + 2];
  }
  return out;
}
