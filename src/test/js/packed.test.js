// @ts-check
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { test } from "node:test";
import { decode } from "../../../webapp/app/dicom/codecs/packed.js";
import { decodeFrame } from "../../../webapp/app/dicom/decode-frame.js";

const charls = await createRequire(import.meta.url)("@cornerstonejs/codec-charls/wasmjs")();

/** Packs as CharLS does. @param {number[] | Uint16Array} values @param {number} columns @param {number} bits */
function packed(values, columns, bits) {
  const encoder = new charls.JpegLSEncoder();
  const samples = bits > 8 ? Uint16Array.from(values) : Uint8Array.from(values);
  const room = encoder.getDecodedBuffer({ width: columns, height: values.length / columns, bitsPerSample: bits, componentCount: 1 });
  room.set(new Uint8Array(samples.buffer));
  encoder.setNearLossless(0);
  encoder.encode();
  const bytes = withoutParameters(encoder.getEncodedBuffer().slice());
  encoder.delete();
  return { bytes, samples: new Uint8Array(samples.buffer) };
}

/** Above 12 bits CharLS writes the default parameters too. @param {Uint8Array} bytes */
function withoutParameters(bytes) {
  const at = 15;
  const has = bytes[at] === 0xff && bytes[at + 1] === 0xf8;
  return has ? Uint8Array.from([...bytes.subarray(0, at), ...bytes.subarray(at + 15)]) : bytes;
}

/** The same numbers each time. @param {number} seed */
function dice(seed) {
  let state = seed;
  return (/** @type {number} */ below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** @type {Record<string, (at: {x: number, y: number, most: number, roll: (below: number) => number}) => number>} */
const PICTURES = {
  noise: ({ most, roll }) => roll(most + 1),
  "a little noise on a slope": ({ x, y, most, roll }) => Math.min(most, x + y + roll(5)),
  "one value": ({ most }) => most >> 1,
  "flat fields": ({ x, y, most }) => (((x >> 4) + (y >> 3)) % 2 === 0 ? most : 0),
  "flat fields with a few errors": ({ most, roll }) => (roll(40) === 0 ? roll(most + 1) : most >> 2),
  "from one end to the other": ({ x, y, most }) => ((x + y) % 2 === 0 ? 0 : most),
};

for (const bits of [2, 3, 7, 8, 9, 12, 14, 15, 16]) {
  for (const [name, picture] of Object.entries(PICTURES)) {
    test(`${name}, of ${bits} bits, comes out as it went in`, () => {
      const roll = dice(bits);
      const most = 2 ** bits - 1;
      for (const [columns, rows] of [[61, 47], [1, 9], [9, 1], [1, 1], [256, 3]]) {
        const values = Array.from({ length: columns * rows }, (_, i) => picture({ x: i % columns, y: Math.floor(i / columns), most, roll }));
        const { bytes, samples } = packed(values, columns, bits);
        assert.deepEqual(new Uint8Array(decode(bytes, { rows, columns }).buffer), samples, `${columns} × ${rows}`);
      }
    });
  }
}

test("packed samples with signs have them inverted", async () => {
  for (const bits of [8, 12, 16]) {
    const least = -(2 ** (bits - 1));
    const values = [least, -1, 0, 1, -least - 1, 7];
    const { bytes } = packed(values.map((value) => value - least), 3, bits);
    const image = { rows: 2, columns: 3, samplesPerPixel: 1, bitsAllocated: 16, bitsStored: bits, highBit: bits - 1, pixelRepresentation: 1, isPacked: true };

    const pixels = await decodeFrame(bytes, { ...image, rescaleSlope: 1, rescaleIntercept: 0 });

    assert.deepEqual([...pixels.values], values);
  }
});

test("a bitstream cut or damaged anywhere is refused or decoded, and never runs on", () => {
  const roll = dice(1);
  const { bytes } = packed(Array.from({ length: 40 * 30 }, () => 1000 + roll(300)), 40, 12);
  let refused = 0;
  for (let length = 0; length < bytes.length; length++) {
    const damaged = bytes.slice();
    damaged[length] ^= 1 << roll(8);
    for (const wrong of [bytes.subarray(0, length), damaged]) {
      try {
        assert.equal(decode(wrong, { rows: 30, columns: 40 }).length, 40 * 30);
      } catch (error) {
        assert.equal(/** @type {any} */ (error).code, "codec.malformed");
        refused++;
      }
    }
  }
  assert.ok(refused > bytes.length / 2, `${refused} of ${2 * bytes.length}`);
});
