// @ts-check
import { DecodeError } from "./transfer-syntax.js";

/**
 * The mask of an answer of `GET api/cases/{id}/instances/{uid}/overlays?frame=n`: one bit a pixel, row by row without padding,
 * the lowest bit of a byte first. Source: PS3.3 C.9.2.
 * @param {Uint8Array} bits
 * @param {{rows: number, columns: number}} image
 * @returns {Uint8Array} rows * columns; 255 where a plane marks the pixel, else 0
 * @throws {DecodeError} when bytes are missing
 */
export function overlayMask(bits, { rows, columns }) {
  const mask = new Uint8Array(rows * columns);
  if (bits.length * 8 < mask.length) {
    throw new DecodeError("overlays.truncated", `The overlay has ${bits.length} bytes, fewer than its size needs`);
  }
  for (let i = 0; i < mask.length; i++) {
    mask[i] = (bits[i >> 3] >> (i & 7)) & 1 ? 255 : 0;
  }
  return mask;
}
