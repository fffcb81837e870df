// @ts-check
import { DecodeError } from "./transfer-syntax.js";

/** @typedef {Uint8Array | Int8Array | Uint16Array | Int16Array | Uint32Array | Int32Array | Float32Array | Float64Array} StoredValues */

/**
 * The stored values of a native frame: cut to Bits Stored at High Bit, and sign-extended where Pixel Representation is 1.
 * Sources: PS3.5 section 8.1.1; PS3.3 C.7.6.24 and C.7.6.25 for floats.
 *
 * @param {Uint8Array} bytes  little endian samples in their allocated cells
 * @param {{rows: number, columns: number, samplesPerPixel: number, bitsAllocated: number, bitsStored: number,
 *   highBit: number, pixelRepresentation: number, sampleKind?: "FLOAT" | "DOUBLE"}} image
 * @returns {StoredValues} one value a sample, in the order of the bytes
 * @throws {DecodeError} when bytes are missing, or cells aren't 1, 8, 16 or 32 bits of a whole number
 */
export function storedValues(bytes, image) {
  const { rows, columns, samplesPerPixel, bitsAllocated, bitsStored, highBit, pixelRepresentation, sampleKind } = image;
  const count = rows * columns * samplesPerPixel;
  if (bytes.length < (count * bitsAllocated) / 8) {
    throw new DecodeError("pixels.truncated", `The frame has ${bytes.length} bytes, fewer than its size needs`);
  }
  if (bitsAllocated === 1) {
    return Uint8Array.from({ length: count }, (_, i) => (bytes[i >> 3] >> (i & 7)) & 1);
  }
  if (sampleKind) {
    const own = bytes.slice(0, (count * bitsAllocated) / 8).buffer;
    return sampleKind === "FLOAT" ? new Float32Array(own) : new Float64Array(own);
  }
  const values = cells(bytes, count, bitsAllocated, pixelRepresentation === 1);
  const drop = bitsAllocated - 1 - highBit;
  const shift = bitsAllocated - bitsStored;
  if (shift > 0) {
    cut(values, drop, shift, bitsAllocated, pixelRepresentation === 1);
  }
  return values;
}

/** @param {Uint8Array} bytes @param {number} count @param {number} bitsAllocated @param {boolean} signed @returns {StoredValues} */
function cells(bytes, count, bitsAllocated, signed) {
  // Typed arrays want alignment, and the caller's bytes must stay as they are where they are still needed.
  const own = bytes.slice(0, (count * bitsAllocated) / 8).buffer;
  switch (bitsAllocated) {
    case 8:
      return signed ? new Int8Array(own) : new Uint8Array(own);
    case 16:
      return signed ? new Int16Array(own) : new Uint16Array(own);
    case 32:
      return signed ? new Int32Array(own) : new Uint32Array(own);
    default:
      throw new DecodeError("pixels.bits-allocated", `Bits Allocated is ${bitsAllocated}, not 1, 8, 16 or 32`);
  }
}

/**
 * Moves the stored bits to the top of 32 bits, then down again: what stands above or below them falls out.
 * @param {StoredValues} values @param {number} drop  bits above the stored ones @param {number} shift  bits that aren't stored
 * @param {number} allocated @param {boolean} signed
 */
function cut(values, drop, shift, allocated, signed) {
  const up = 32 - allocated + Math.max(drop, 0);
  const down = 32 - allocated + shift;
  if (signed) {
    for (let i = 0; i < values.length; i++) {
      values[i] = (values[i] << up) >> down;
    }
  } else {
    for (let i = 0; i < values.length; i++) {
      values[i] = (values[i] << up) >>> down;
    }
  }
}
