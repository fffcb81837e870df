// @ts-check
/*
 * Sequential DCT with 12 bits a sample, of one component: what libjpeg-turbo for 8 bits leaves out. Scans are entropy coded by
 * Huffman tables; blocks go from left to right, from top to bottom. Source: ITU-T T.81, sections by number below.
 */
import { DecodeError } from "../transfer-syntax.js";
import { inverseDct } from "./jpeg-idct.js";
import { Marker, segmentsOf } from "./jpeg-segments.js";

/** Where the coefficients of a block stand, row by row, in the order of the bitstream. Source: figure A.6. */
const ZIGZAG = new Uint8Array([
  0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28, 35, 42, 49, 56, 57, 50, 43, 36,
  29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
]);

/** @typedef {{counts: Uint8Array, symbols: Uint8Array}} HuffmanTable  codes of each length from 1 to 16, and what they stand for */

/**
 * @param {Uint8Array} bytes
 * @param {{rows: number, columns: number}} image
 * @returns {Uint8Array} little endian words
 * @throws {DecodeError}
 */
export function decode12Bits(bytes, { rows, columns }) {
  const segments = segmentsOf(bytes);
  const frame = segments.find(({ marker }) => marker === Marker.SOF1 || marker === Marker.SOF0)?.body;
  if (!frame || frame[5] !== 1 || word(frame, 1) !== rows || word(frame, 3) !== columns) {
    throw new DecodeError("codec.size", "The JPEG frame isn't one component of the image's size");
  }
  const tables = tablesOf(segments);
  const scan = segments[segments.length - 1];
  const bits = new Bits(bytes, scan.end);
  const quantities = required(tables.quantities.get(frame[8]));
  const dc = required(tables.huffman.get(scan.body[2] >> 4));
  const ac = required(tables.huffman.get(16 + (scan.body[2] & 15)));
  const across = Math.ceil(columns / 8);
  const blocks = across * Math.ceil(rows / 8);
  const out = new Uint16Array(rows * columns);
  const block = new Int32Array(64);
  let before = 0;
  for (let i = 0; i < blocks; i++) {
    if (tables.restart > 0 && i > 0 && i % tables.restart === 0) {
      bits.restart();
      before = 0;
    }
    before = readBlock(bits, dc, ac, before, quantities, block);
    inverseDct(block);
    put(block, out, rows, columns, 8 * Math.floor(i / across), 8 * (i % across));
  }
  return new Uint8Array(out.buffer);
}

/** @param {Uint8Array} body @param {number} at */
function word(body, at) {
  return (body[at] << 8) | body[at + 1];
}

/** @template T @param {T | undefined} table @returns {T} */
function required(table) {
  if (!table) {
    throw new DecodeError("codec.malformed", "The JPEG bitstream lacks a table");
  }
  return table;
}

/** Sources: B.2.4.1, B.2.4.2, B.2.4.4. @param {{marker: number, body: Uint8Array}[]} segments */
function tablesOf(segments) {
  /** @type {Map<number, Uint16Array>} */
  const quantities = new Map();
  /** @type {Map<number, HuffmanTable>} */
  const huffman = new Map();
  let restart = 0;
  for (const { marker, body } of segments) {
    if (marker === Marker.DQT) {
      for (let at = 0; at < body.length; ) {
        const size = body[at] >> 4 ? 2 : 1;
        const from = at + 1;
        quantities.set(body[at] & 15, Uint16Array.from({ length: 64 }, (_, i) => (size === 2 ? word(body, from + 2 * i) : body[from + i])));
        at += 1 + 64 * size;
      }
    } else if (marker === Marker.DHT) {
      for (let at = 0; at < body.length; ) {
        const counts = body.subarray(at + 1, at + 17);
        const total = counts.reduce((sum, count) => sum + count, 0);
        huffman.set(body[at], { counts, symbols: body.subarray(at + 17, at + 17 + total) });
        at += 17 + total;
      }
    } else if (marker === Marker.DRI) {
      restart = word(body, 0);
    }
  }
  return { quantities, huffman, restart };
}

/** The bits of a scan, without the zeros that are stuffed behind FF. Beyond the end they are zero. Source: F.2.2.5. */
class Bits {
  #bits = 0;
  #left = 0;

  /** @param {Uint8Array} bytes @param {number} at */
  constructor(bytes, at) {
    this.bytes = bytes;
    this.at = at;
  }

  bit() {
    if (this.#left === 0) {
      this.#bits = this.#byte();
      this.#left = 8;
    }
    this.#left--;
    return (this.#bits >> this.#left) & 1;
  }

  #byte() {
    if (this.at >= this.bytes.length + 64) {
      throw new DecodeError("codec.truncated", "The JPEG scan is cut");
    }
    const value = this.bytes[this.at] ?? 0;
    if (value === 0xff && this.bytes[this.at + 1] !== 0) {
      this.at += this.bytes[this.at + 1] >= 0xd0 && this.bytes[this.at + 1] <= 0xd7 ? 0 : this.bytes.length; // a marker ends the data
      return 0;
    }
    this.at += value === 0xff ? 2 : 1;
    return value;
  }

  /** A signed number of some bits. Source: F.2.2.1, figure F.12. @param {number} size */
  number(size) {
    let value = 0;
    for (let i = 0; i < size; i++) {
      value = (value << 1) | this.bit();
    }
    return size > 0 && value < 1 << (size - 1) ? value - (1 << size) + 1 : value;
  }

  /** Source: F.2.2.3, figure F.16. @param {HuffmanTable} table */
  symbol({ counts, symbols }) {
    let code = 0;
    let first = 0;
    let before = 0;
    for (let length = 0; length < 16; length++) {
      code = (code << 1) | this.bit();
      if (code - first < counts[length]) {
        return symbols[before + code - first];
      }
      before += counts[length];
      first = (first + counts[length]) << 1;
    }
    throw new DecodeError("codec.malformed", "The JPEG scan has a code that no table knows");
  }

  /** Goes on behind the next restart marker. Source: F.2.2.5. */
  restart() {
    this.#left = 0;
    while (this.at + 1 < this.bytes.length && !(this.bytes[this.at] === 0xff && this.bytes[this.at + 1] >= 0xd0 && this.bytes[this.at + 1] <= 0xd7)) {
      this.at++;
    }
    this.at += 2;
  }
}

/**
 * One block's coefficients, dequantised. Source: F.2.2.
 * @param {Bits} bits @param {HuffmanTable} dc @param {HuffmanTable} ac @param {number} before  the DC of the block before
 * @param {Uint16Array} quantities @param {Int32Array} block @returns {number} this block's DC
 */
function readBlock(bits, dc, ac, before, quantities, block) {
  block.fill(0);
  const level = before + bits.number(bits.symbol(dc));
  block[0] = level * quantities[0];
  for (let k = 1; k < 64; k++) {
    const symbol = bits.symbol(ac);
    const size = symbol & 15;
    if (size === 0 && symbol !== 0xf0) {
      break; // nothing but zeros to the end
    }
    k += symbol >> 4;
    if (k > 63) {
      throw new DecodeError("codec.malformed", "A JPEG block has more than 64 coefficients");
    }
    block[ZIGZAG[k]] = bits.number(size) * quantities[k];
  }
  return level;
}

/**
 * Shifts the level and cuts at the image's edge. Source: A.3.1.
 * @param {Int32Array} block @param {Uint16Array} out @param {number} rows @param {number} columns
 * @param {number} top @param {number} left
 */
function put(block, out, rows, columns, top, left) {
  const height = Math.min(8, rows - top);
  const width = Math.min(8, columns - left);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      out[(top + y) * columns + left + x] = Math.min(Math.max(block[8 * y + x] + 2048, 0), 4095);
    }
  }
}
