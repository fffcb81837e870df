// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { decodeRle } from "../../../webapp/app/dicom/rle.js";

/** A frame of segments, each already packed. @param {number[][]} segments */
function frameOf(segments) {
  const padded = segments.map((segment) => (segment.length % 2 === 0 ? segment : [...segment, 0]));
  const bytes = new Uint8Array(64 + padded.reduce((sum, segment) => sum + segment.length, 0));
  const header = new DataView(bytes.buffer);
  header.setUint32(0, segments.length, true);
  let at = 64;
  padded.forEach((segment, index) => {
    header.setUint32(4 + 4 * index, at, true);
    bytes.set(segment, at);
    at += segment.length;
  });
  return bytes;
}

const image = (/** @type {number} */ columns, /** @type {number} */ bitsAllocated, samplesPerPixel = 1) => ({ rows: 1, columns, samplesPerPixel, bitsAllocated });

test("literal and replicate runs unpack, and 128 does nothing", () => {
  const frame = frameOf([[2, 10, 20, 30, 128, 254, 7]]);

  assert.deepEqual([...decodeRle(frame, image(6, 8))], [10, 20, 30, 7, 7, 7]);
});

test("16-bit samples have their most significant byte first", () => {
  const frame = frameOf([[1, 0x12, 0x34], [1, 0xab, 0xcd]]);

  assert.deepEqual([...new Uint16Array(decodeRle(frame, image(2, 16)).buffer)], [0x12ab, 0x34cd]);
});

test("colour planes become pixels", () => {
  const frame = frameOf([[1, 1, 2], [1, 3, 4], [1, 5, 6]]);

  assert.deepEqual([...decodeRle(frame, image(2, 8, 3))], [1, 3, 5, 2, 4, 6]);
});

test("a run that goes beyond the image is cut, not written", () => {
  assert.deepEqual([...decodeRle(frameOf([[129, 9]]), image(3, 8))], [9, 9, 9]);
});

test("frames that lie are refused by a code", () => {
  const good = frameOf([[2, 10, 20, 30]]);
  const refusal = (/** @type {Uint8Array} */ bytes, wanted = image(3, 8)) => {
    try {
      decodeRle(bytes, wanted);
    } catch (error) {
      return /** @type {any} */ (error).code;
    }
    return "taken";
  };
  const withOffset = (/** @type {number} */ offset) => {
    const bytes = good.slice();
    new DataView(bytes.buffer).setUint32(4, offset, true);
    return bytes;
  };

  assert.equal(refusal(good.slice(0, 63)), "rle.truncated");
  assert.equal(refusal(good.slice(0, 66)), "rle.truncated");
  assert.equal(refusal(good, image(3, 16)), "rle.segments");
  assert.equal(refusal(withOffset(0)), "rle.offset");
  assert.equal(refusal(withOffset(4_000_000_000)), "rle.offset");
  for (let cut = 0; cut < good.length - 1; cut++) {
    assert.notEqual(refusal(good.slice(0, cut)), "taken", `cut at ${cut}`);
  }
});
