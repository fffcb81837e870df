// @ts-check
import { DecodeError } from "../transfer-syntax.js";

/** Markers. Source: ITU-T T.81 table B.1. */
export const Marker = Object.freeze({ SOF0: 0xc0, SOF1: 0xc1, DHT: 0xc4, SOI: 0xd8, SOS: 0xda, DQT: 0xdb, DRI: 0xdd, APP0: 0xe0, APP14: 0xee });

/**
 * The marker segments of a JPEG bitstream up to its first scan, whose header is the last. Source: ITU-T T.81 B.1.1.
 * @param {Uint8Array} bytes
 * @returns {{marker: number, body: Uint8Array, end: number}[]}  end: of the segment, in bytes
 * @throws {DecodeError} when it is cut, or no JPEG
 */
export function segmentsOf(bytes) {
  const segments = [];
  let at = 2;
  while (at + 4 <= bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1];
    if (marker === 0xff) {
      at++; // fill
      continue;
    }
    const end = at + 2 + ((bytes[at + 2] << 8) | bytes[at + 3]);
    if (end > bytes.length) {
      break;
    }
    segments.push({ marker, body: bytes.subarray(at + 4, end), end });
    if (marker === Marker.SOS) {
      return segments;
    }
    at = end;
  }
  throw new DecodeError("codec.malformed", "The JPEG bitstream has no scan");
}
