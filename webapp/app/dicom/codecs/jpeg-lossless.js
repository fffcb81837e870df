// @ts-check
import { Decoder } from "@cornerstonejs/jpeg-lossless-decoder-js";

/**
 * JPEG lossless (process 14), samples of 8 to 16 bits.
 * @param {Uint8Array} bytes
 * @param {{bitsAllocated: number}} image
 * @returns {Promise<Uint8Array>}  samples by pixel
 */
export async function decode(bytes, { bitsAllocated }) {
  const buffer = /** @type {ArrayBuffer} */ (bytes.buffer);
  const samples = new Decoder().decode(buffer, bytes.byteOffset, bytes.length, bitsAllocated <= 8 ? 1 : 2);
  return new Uint8Array(samples.buffer, samples.byteOffset, samples.byteLength);
}
