// @ts-check
import { DecodeError } from "../transfer-syntax.js";

/*
 * The frames that RadCase packs: JPEG-LS of one component without loss and with default parameters. CharLS reads them
 * too, but has 57 kB to be fetched before the first image. Names are those of ITU-T T.87.
 */

/** Of the run lengths' codes, T.87 table A.5. */
const J = Uint8Array.of(0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13, 14, 15);
const RESET = 64;
const CONTEXTS = 365;
/** Where the contexts of run interruptions stand, after the regular ones. */
const INTERRUPTED = CONTEXTS;

/**
 * Decodes a frame.
 * @param {Uint8Array} bytes
 * @param {{rows: number, columns: number}} image
 * @returns {Uint8Array | Uint16Array}  Uint8Array up to a precision of 8
 * @throws {DecodeError} of code codec.malformed
 */
export function decode(bytes, { rows, columns }) {
  const { precision, begin } = frameHeader(bytes, rows, columns);
  return new Scan(bytes, begin, precision, columns).decode(rows);
}

/** @param {Uint8Array} bytes @param {number} rows @param {number} columns @returns {{precision: number, begin: number}} begin: of the coded bits */
function frameHeader(bytes, rows, columns) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const isRight =
    bytes.length > 25 &&
    view.getUint32(0) === 0xffd8fff7 &&
    view.getUint16(4) === 11 &&
    view.getUint16(7) === rows &&
    view.getUint16(9) === columns &&
    view.getUint8(11) === 1 &&
    view.getUint32(15) === 0xffda0008 &&
    view.getUint8(19) === 1 &&
    view.getUint16(22) === 0;
  const precision = isRight ? view.getUint8(6) : 0;
  if (precision < 2 || precision > 16) {
    throw new DecodeError("codec.malformed", "The frame isn't packed as RadCase does");
  }
  return { precision, begin: 25 };
}

/** One scan. T.87 annex A, decoding; error values are never quantised. */
class Scan {
  #bytes;
  #at;
  /** Bits that were read ahead, at the top; all 32 of them, which a field would keep as a boxed double. */
  #held = new Int32Array(1);
  /** How many they are. */
  #count = 0;
  #afterFF = false;
  /** Bits that were made up after the end. */
  #missing = 0;
  #runIndex = 0;

  /** @param {Uint8Array} bytes @param {number} begin @param {number} precision @param {number} columns */
  constructor(bytes, begin, precision, columns) {
    this.#bytes = bytes;
    this.#at = begin;
    this.precision = precision;
    this.columns = columns;
    this.maxval = (1 << precision) - 1;
    this.limit = 2 * (precision + Math.max(8, precision));
    const a = Math.max(2, (this.maxval + 1 + 32) >> 6);
    this.A = new Int32Array(CONTEXTS + 2).fill(a);
    this.B = new Int32Array(CONTEXTS + 2);
    this.C = new Int8Array(CONTEXTS);
    this.N = new Int32Array(CONTEXTS + 2).fill(1);
  }

  /** @param {number} rows */
  decode(rows) {
    const { columns } = this;
    const samples = this.precision > 8 ? new Uint16Array(rows * columns) : new Uint8Array(rows * columns);
    const quantized = quantizer(this.maxval);
    let above = new Int32Array(columns + 2);
    let line = new Int32Array(columns + 2);
    for (let row = 0; row < rows; row++) {
      line[0] = above[1];
      above[columns + 1] = above[columns];
      this.#line(above, line, quantized);
      for (let x = 1, to = row * columns; x <= columns; x++, to++) {
        samples[to] = line[x];
      }
      [above, line] = [line, above];
    }
    if (this.#missing > this.#count) {
      throw new DecodeError("codec.malformed", "The frame ends too early");
    }
    return samples;
  }

  /** @param {Int32Array} above @param {Int32Array} line @param {Int8Array} quantized */
  #line(above, line, quantized) {
    const { columns, maxval, limit, precision, A, B, C, N } = this;
    const held = this.#held;
    const middle = maxval;
    const escape = limit - precision - 1;
    let c = above[0];
    let b = above[1];
    let a = line[0];
    for (let x = 1; x <= columns; ) {
      const d = above[x + 1];
      const mixed = 81 * quantized[middle + d - b] + 9 * quantized[middle + b - c] + quantized[middle + c - a];
      if (mixed === 0) {
        x = this.#run(above, line, x);
        a = line[x - 1];
        c = above[x - 1];
        b = above[x];
        continue;
      }
      const sign = mixed < 0 ? -1 : 1;
      const q = mixed < 0 ? -mixed : mixed;
      const low = a < b ? a : b;
      const high = a < b ? b : a;
      let px = (c >= high ? low : c <= low ? high : a + b - c) + (sign < 0 ? -C[q] : C[q]);
      px = px < 0 ? 0 : px > maxval ? maxval : px;
      let n = N[q];
      let sum = A[q];
      // The least that makes n << k no less than the sum: their lengths differ by that, or by one less.
      let k = Math.clz32(n) - Math.clz32(sum);
      k = k < 0 ? 0 : n << k < sum ? k + 1 : k;
      if (this.#count < 25) {
        this.#fill();
      }
      const zeros = Math.clz32(held[0]);
      let mapped = 0;
      if (zeros + 1 + k <= this.#count && zeros < escape) {
        // All of the code is at hand, as nearly always.
        const rest = (held[0] << zeros) << 1;
        mapped = (zeros << k) | ((rest >>> 1) >>> (31 - k));
        held[0] = rest << k;
        this.#count -= zeros + 1 + k;
      } else {
        mapped = this.#golomb(k, escape);
      }
      let error = (mapped >> 1) ^ -(mapped & 1);
      if (k === 0 && 2 * B[q] <= -n) {
        error = ~error;
      }
      let bias = B[q] + error;
      sum += error < 0 ? -error : error;
      if (n === RESET) {
        sum >>= 1;
        bias >>= 1;
        n >>= 1;
      }
      n++;
      if (bias <= -n) {
        bias += n;
        C[q] = Math.max(C[q] - 1, -128);
        bias = bias <= -n ? 1 - n : bias;
      } else if (bias > 0) {
        bias -= n;
        C[q] = Math.min(C[q] + 1, 127);
        bias = bias > 0 ? 0 : bias;
      }
      A[q] = sum;
      B[q] = bias;
      N[q] = n;
      a = (px + (sign < 0 ? -error : error)) & maxval;
      line[x] = a;
      c = b;
      b = d;
      x++;
    }
  }

  /** Decodes a run and what ends it. @param {Int32Array} above @param {Int32Array} line @param {number} x @returns {number} where the line goes on */
  #run(above, line, x) {
    const { columns } = this;
    const value = line[x - 1];
    const remaining = columns - x + 1;
    let length = 0;
    while (this.#bits(1) === 1) {
      const whole = 1 << J[this.#runIndex];
      length += whole;
      if (length <= remaining && this.#runIndex < 31) {
        this.#runIndex++;
      }
      if (length >= remaining) {
        line.fill(value, x, columns + 1);
        return columns + 1;
      }
    }
    length += this.#bits(J[this.#runIndex]);
    if (length >= remaining) {
      throw new DecodeError("codec.malformed", "A run is longer than its line");
    }
    const end = x + length;
    line.fill(value, x, end);
    const up = above[end];
    const error = this.#interruption(value === up ? 1 : 0);
    line[end] = (value === up ? value + error : up + (value > up ? -error : error)) & this.maxval;
    this.#runIndex = Math.max(this.#runIndex - 1, 0);
    return end + 1;
  }

  /** T.87 A.7.2. @param {0 | 1} type  1 if the samples at the left and above are alike */
  #interruption(type) {
    const { A, B, N } = this;
    const q = INTERRUPTED + type;
    const wanted = A[q] + (type === 1 ? N[q] >> 1 : 0);
    let k = 0;
    while (N[q] << k < wanted) {
      k++;
    }
    const coded = this.#golomb(k, this.limit - J[this.#runIndex] - 1 - this.precision - 1);
    const mapped = coded + type;
    const odd = (mapped & 1) === 1;
    const size = (mapped + 1) >> 1;
    // B counts the negative errors here, T.87's Nn.
    const error = (k !== 0 || 2 * B[q] >= N[q]) === odd ? -size : size;
    B[q] += error < 0 ? 1 : 0;
    A[q] += (coded + 1 - type) >> 1;
    if (N[q] === RESET) {
      A[q] >>= 1;
      B[q] >>= 1;
      N[q] >>= 1;
    }
    N[q]++;
    return error;
  }

  /** T.87 A.5.3. @param {number} k @param {number} escape  so many zeros say that the value follows as it is */
  #golomb(k, escape) {
    const held = this.#held;
    let zeros = 0;
    for (;;) {
      if (this.#count < 25) {
        this.#fill();
      }
      const ahead = Math.clz32(held[0]);
      if (ahead < this.#count) {
        zeros += ahead;
        held[0] = (held[0] << ahead) << 1;
        this.#count -= ahead + 1;
        break;
      }
      zeros += this.#count;
      held[0] = 0;
      this.#count = 0;
      if (zeros > 64) {
        throw new DecodeError("codec.malformed", "The frame has a code that can't be");
      }
    }
    return zeros < escape ? (zeros << k) + this.#bits(k) : this.#bits(this.precision) + 1;
  }

  /** @param {number} count  at most 25 */
  #bits(count) {
    if (count === 0) {
      return 0;
    }
    if (this.#count < count) {
      this.#fill();
    }
    const bits = this.#held[0] >>> (32 - count);
    this.#held[0] <<= count;
    this.#count -= count;
    return bits;
  }

  /** To 25 bits at least. After FF, a zero bit is stuffed; more than that is a marker. */
  #fill() {
    const bytes = this.#bytes;
    while (this.#count < 25) {
      const byte = bytes[this.#at];
      if (byte === undefined || (this.#afterFF && byte > 0x7f)) {
        this.#missing += 8;
        this.#count += 8;
        continue;
      }
      const width = this.#afterFF ? 7 : 8;
      this.#held[0] |= byte << (32 - width - this.#count);
      this.#count += width;
      this.#afterFF = byte === 0xff;
      this.#at++;
    }
  }
}

/** Where each difference of neighbours stands among nine, for the range's differences. T.87 A.3.3 and C.2.4.1.1. @param {number} maxval */
function quantizer(maxval) {
  const [t1, t2, t3] = thresholds(maxval);
  const table = new Int8Array(2 * maxval + 1);
  for (let difference = -maxval; difference <= maxval; difference++) {
    const size = Math.abs(difference);
    const region = size >= t3 ? 4 : size >= t2 ? 3 : size >= t1 ? 2 : size > 0 ? 1 : 0;
    table[maxval + difference] = difference < 0 ? -region : region;
  }
  return table;
}

/** @param {number} maxval */
function thresholds(maxval) {
  if (maxval >= 128) {
    const factor = (Math.min(maxval, 4095) + 128) >> 8;
    return [factor + 2, 4 * factor + 3, 17 * factor + 4];
  }
  const factor = Math.floor(256 / (maxval + 1));
  const t1 = Math.max(2, Math.floor(3 / factor));
  const t2 = Math.max(3, Math.floor(7 / factor), t1);
  return [t1, t2, Math.max(4, Math.floor(21 / factor), t2)];
}
