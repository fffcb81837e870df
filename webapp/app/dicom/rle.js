// @ts-check
import { DecodeError } from "./transfer-syntax.js";

/** Bytes of the header: the number of segments, then fifteen offsets, each 32 bits little endian. */
const HEADER = 64;

/**
 * Decodes one RLE frame to samples as a native Transfer Syntax has them: little endian, colour by pixel.
 * Each segment holds one byte of one sample, the most significant first. Source: PS3.5 Annex G.
 *
 * @param {Uint8Array} bytes  the frame's bitstream
 * @param {{rows: number, columns: number, samplesPerPixel: number, bitsAllocated: number}} image
 * @returns {Uint8Array} rows * columns * samplesPerPixel * bitsAllocated / 8 bytes
 * @throws {DecodeError} when segments are missing or too short, or offsets lie
 */
export function decodeRle(bytes, { rows, columns, samplesPerPixel, bitsAllocated }) {
  if (bitsAllocated === 1) {
    // Real files have the packed bytes of the native frame in one segment.
    const packed = { rows: 1, columns: Math.ceil((rows * columns * samplesPerPixel) / 8), samplesPerPixel: 1, bitsAllocated: 8 };
    return decodeRle(bytes, packed);
  }
  const bytesPerSample = bitsAllocated / 8;
  const segments = samplesPerPixel * bytesPerSample;
  if (bytes.length < HEADER) {
    throw new DecodeError("rle.truncated", "The RLE header is cut");
  }
  const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER);
  if (header.getUint32(0, true) !== segments) {
    throw new DecodeError("rle.segments", `RLE has ${header.getUint32(0, true)} segments where ${segments} are needed`);
  }
  const pixels = rows * columns;
  const stride = segments;
  const out = new Uint8Array(pixels * segments);
  for (let segment = 0; segment < segments; segment++) {
    const start = header.getUint32(4 + 4 * segment, true);
    const end = segment + 1 < segments ? header.getUint32(8 + 4 * segment, true) : bytes.length;
    if (start < HEADER || start > end || end > bytes.length) {
      throw new DecodeError("rle.offset", `RLE segment ${segment + 1} lies outside the frame`);
    }
    const sample = Math.floor(segment / bytesPerSample);
    const significance = segment % bytesPerSample;
    const first = sample * bytesPerSample + (bytesPerSample - 1 - significance);
    unpack(bytes.subarray(start, end), out, first, stride, pixels);
  }
  return out;
}

/**
 * Unpacks one PackBits segment into every `stride`th byte.
 * @param {Uint8Array} packed @param {Uint8Array} out @param {number} first @param {number} stride @param {number} count
 */
function unpack(packed, out, first, stride, count) {
  let from = 0;
  let made = 0;
  let to = first;
  while (made < count) {
    if (from >= packed.length) {
      throw new DecodeError("rle.truncated", "An RLE segment is cut");
    }
    const control = packed[from++];
    if (control < 128) {
      const literal = Math.min(control + 1, count - made);
      if (from + literal > packed.length) {
        throw new DecodeError("rle.truncated", "An RLE segment is cut");
      }
      for (let i = 0; i < literal; i++, to += stride) {
        out[to] = packed[from + i];
      }
      from += control + 1;
      made += literal;
    } else if (control > 128) {
      const run = Math.min(257 - control, count - made);
      const value = packed[from++];
      for (let i = 0; i < run; i++, to += stride) {
        out[to] = value;
      }
      made += run;
    }
  }
}
