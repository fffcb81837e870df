// @ts-check
import { DecodeError } from "./transfer-syntax.js";

/**
 * Colour samples as RGB by pixel, 8 bits each.
 * Sources: PS3.3 C.7.6.3.1.2 (Photometric Interpretation), C.7.6.3.1.3 (Planar Configuration).
 *
 * @param {import("./stored-values.js").StoredValues} samples  three a pixel
 * @param {{rows: number, columns: number, photometricInterpretation: string, planarConfiguration?: number, bitsStored: number}} image
 *   how the samples are now, after decoding
 * @returns {Uint8Array} rows * columns * 3
 */
export function rgbOf(samples, { rows, columns, photometricInterpretation, planarConfiguration = 0, bitsStored }) {
  const pixels = rows * columns;
  const rgb = new Uint8Array(pixels * 3);
  const step = planarConfiguration === 1 ? 1 : 3;
  const plane = planarConfiguration === 1 ? pixels : 1;
  const down = Math.max(bitsStored - 8, 0);
  for (let i = 0, from = 0, to = 0; i < pixels; i++, from += step, to += 3) {
    rgb[to] = samples[from] >> down;
    rgb[to + 1] = samples[from + plane] >> down;
    rgb[to + 2] = samples[from + 2 * plane] >> down;
  }
  switch (photometricInterpretation) {
    case "RGB":
      return rgb;
    case "YBR_FULL":
      return fromYbr(rgb);
    default:
      throw new DecodeError("pixels.photometric", `Photometric Interpretation ${photometricInterpretation} is not supported`);
  }
}

/**
 * YBR_FULL_422 with a chroma pair for each pixel. Source: PS3.3 C.7.6.3.1.2: Y1 Y2 Cb Cr, each pair of pixels.
 * @param {Uint8Array} shared  two bytes a pixel
 * @param {number} pixels  an even number
 * @returns {Uint8Array} Y Cb Cr by pixel
 */
export function expandedYbr422(shared, pixels) {
  const ybr = new Uint8Array(pixels * 3);
  for (let from = 0, to = 0; to < ybr.length; from += 4, to += 6) {
    ybr[to] = shared[from];
    ybr[to + 1] = ybr[to + 4] = shared[from + 2];
    ybr[to + 2] = ybr[to + 5] = shared[from + 3];
    ybr[to + 3] = shared[from + 1];
  }
  return ybr;
}

/** @param {Uint8Array} ybr  changed in place @returns {Uint8Array} RGB, by CCIR 601-2 at full range */
function fromYbr(ybr) {
  const clamped = new Uint8ClampedArray(ybr.buffer, ybr.byteOffset, ybr.length);
  for (let i = 0; i < ybr.length; i += 3) {
    const y = ybr[i];
    const cb = ybr[i + 1] - 128;
    const cr = ybr[i + 2] - 128;
    clamped[i] = y + 1.402 * cr;
    clamped[i + 1] = y - 0.344136 * cb - 0.714136 * cr;
    clamped[i + 2] = y + 1.772 * cb;
  }
  return ybr;
}
