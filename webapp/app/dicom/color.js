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
    case "YBR_RCT": // only JPEG 2000 has it, and has undone it
    case "YBR_ICT":
      return rgb;
    case "YBR_FULL":
      return fromYbr(rgb, FULL);
    case "YBR_PARTIAL":
      return fromYbr(rgb, PARTIAL);
    default:
      throw new DecodeError("pixels.photometric", `Photometric Interpretation ${photometricInterpretation} is not supported`);
  }
}

/**
 * The colour space of samples when they come out of a codec, which has put back what was left out of a component. Sources: PS3.5
 * sections 8.2.2 to 8.2.4.
 * @param {string} photometricInterpretation
 */
export function decodedColor(photometricInterpretation) {
  return photometricInterpretation.replace("_422", "");
}

/**
 * 4:2:2 with a chroma pair for each pixel. Source: PS3.3 C.7.6.3.1.2: Y1 Y2 Cb Cr, each pair of pixels.
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

/** All of 0 to 255 is used. Source: ITU-T T.871 section 7. */
const FULL = { black: 0, gain: 1, redOfCr: 1.402, greenOfCb: 0.344136, greenOfCr: 0.714136, blueOfCb: 1.772 };

/** Y from 16 to 235, the others from 16 to 240. Source: ITU-R BT.601. */
const PARTIAL = { black: 16, gain: 255 / 219, redOfCr: 1.596027, greenOfCb: 0.391762, greenOfCr: 0.812968, blueOfCb: 2.017232 };

/** @param {Uint8Array} ybr  changed in place @param {typeof FULL} by @returns {Uint8Array} RGB */
function fromYbr(ybr, { black, gain, redOfCr, greenOfCb, greenOfCr, blueOfCb }) {
  const clamped = new Uint8ClampedArray(ybr.buffer, ybr.byteOffset, ybr.length);
  for (let i = 0; i < ybr.length; i += 3) {
    const light = gain * (ybr[i] - black);
    const cb = ybr[i + 1] - 128;
    const cr = ybr[i + 2] - 128;
    clamped[i] = light + redOfCr * cr;
    clamped[i + 1] = light - greenOfCb * cb - greenOfCr * cr;
    clamped[i + 2] = light + blueOfCb * cb;
  }
  return ybr;
}
