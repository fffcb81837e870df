// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { deflateRawSync, deflateSync } from "node:zlib";
import { decodeFrame } from "../../../webapp/app/dicom/decode-frame.js";
import { seriesOf } from "../../../webapp/app/dicom/manifest.js";
import { lutDisplayValue, lutTexture, voiLutOf } from "../../../webapp/app/dicom/voi-lut.js";

const native = "1.2.840.10008.1.2.1";
const image = { rows: 1, columns: 4, samplesPerPixel: 1, bitsAllocated: 8, bitsStored: 8, highBit: 7, pixelRepresentation: 0, photometricInterpretation: "MONOCHROME2", transferSyntax: native };

const table = (/** @type {ArrayLike<number>} */ bytes) => deflateSync(Uint8Array.from(bytes)).toString("base64");
const words = (/** @type {number[]} */ ...values) => table(new Uint8Array(Uint16Array.from(values).buffer));

test("palette colours take the place of stored values, and the ends those beyond them", async () => {
  const palette = { firstValue: 1, table: table([10, 20, 30, 40, 50, 60]) };

  const pixels = await decodeFrame(new Uint8Array([0, 1, 2, 9]), { ...image, photometricInterpretation: "PALETTE COLOR", palette });

  assert.equal(pixels.components, 3);
  assert.deepEqual([...pixels.values], [10, 20, 30, 10, 20, 30, 40, 50, 60, 40, 50, 60]);
});

test("a Modality LUT takes the place of the rescale", async () => {
  const modalityLut = { firstValue: -1, bits: 16, table: words(1000, 2000, 65535) };
  const signed = { ...image, pixelRepresentation: 1, modalityLut, rescaleSlope: 1, rescaleIntercept: -5 };

  const { values, min, max } = await decodeFrame(new Uint8Array([0xfe, 0xff, 0, 1]), signed);

  assert.deepEqual([...values], [1000, 1000, 2000, 65535]);
  assert.deepEqual([min, max], [1000, 65535]);
});

test("a VOI LUT is a window after the others, with a linear one over its input until it is there", async () => {
  const told = { ...image, windows: [{ center: 40, width: 400 }], voiLuts: [{ firstValue: 100, length: 3, bits: 12, table: words(0, 1024, 4095), explanation: "BONE" }] };
  const [linear, lut] = seriesOf({ series: [{ uid: "1", image: told, frames: [{ href: "f" }] }] })[0].frames[0].image.windows;

  assert.deepEqual(linear, { center: 40, width: 400 });
  assert.deepEqual([lut.kind, lut.explanation, lut.center, lut.width, lut.function], ["lut", "BONE", 101, 2, "LINEAR_EXACT"]);
  const unpacked = await voiLutOf(lut);
  assert.equal(await voiLutOf(lut), unpacked);
  assert.deepEqual([99, 100, 100.6, 102, 500].map((value) => lutDisplayValue(value, unpacked)), [0, 0, 1024 / 4095, 1, 1]);
  assert.deepEqual([...lutTexture(unpacked)], [0, Math.fround(1024 / 4095), 1]);
});

test("a broken table is refused and not shown in part", async () => {
  const palette = { firstValue: 0, table: Buffer.from("no zlib").toString("base64") };

  await assert.rejects(decodeFrame(new Uint8Array(4), { ...image, palette }), { code: "inflate.malformed" });
});

test("floats keep their values, and what isn't finite counts for nothing", async () => {
  const floats = { ...image, bitsAllocated: 32, bitsStored: 32, highBit: 31, sampleKind: "FLOAT" };

  const { values, min, max } = await decodeFrame(new Uint8Array(Float32Array.of(0.5, NaN, -1.25, Infinity).buffer), floats);

  assert.deepEqual([...values], [0.5, NaN, -1.25, Infinity]);
  assert.deepEqual([min, max], [-1.25, 0.5]);
});

test("doubles become floats", async () => {
  const doubles = { ...image, bitsAllocated: 64, bitsStored: 64, highBit: 63, sampleKind: "DOUBLE", rescaleSlope: 2 };

  const { values } = await decodeFrame(new Uint8Array(Float64Array.of(0.1, 1, 2, 3).buffer), doubles);

  assert.ok(values instanceof Float32Array);
  assert.deepEqual([...values], [Math.fround(0.2), 2, 4, 6]);
});

test("32 bits a sample come out as numbers that a texture can hold", async () => {
  const wide = { ...image, columns: 2, bitsAllocated: 32, bitsStored: 32, highBit: 31, rescaleSlope: 0.001 };

  const { values } = await decodeFrame(new Uint8Array(Uint32Array.of(4_000_000_000, 1000).buffer), wide);

  assert.deepEqual([...values], [4_000_000, 1]);
});

test("one bit a sample is unpacked from the lowest bit, plain, in RLE and deflated", async () => {
  const bits = { ...image, columns: 10, bitsAllocated: 1, bitsStored: 1, highBit: 0 };
  const frame = new Uint8Array([0b0000_0101, 0b10]);
  const rle = new Uint8Array(64 + 3);
  rle.set([1, 0, 0, 0, 64]);
  rle.set([1, ...frame], 64);
  const deflated = new Uint8Array([...deflateRawSync(frame), 0]);

  for (const [bytes, transferSyntax] of /** @type {const} */ ([[frame, native], [rle, "1.2.840.10008.1.2.5"], [deflated, "1.2.840.10008.1.2.8.1"]])) {
    const { values } = await decodeFrame(bytes, { ...bits, transferSyntax });
    assert.deepEqual([...values], [1, 0, 1, 0, 0, 0, 0, 0, 0, 1]);
  }
});

test("YBR_PARTIAL_422 shares its chroma by two pixels and leaves room above and below", async () => {
  const told = { ...image, columns: 2, samplesPerPixel: 3, photometricInterpretation: "YBR_PARTIAL_422" };

  const { values } = await decodeFrame(new Uint8Array([235, 16, 128, 128]), told);

  assert.deepEqual([...values], [255, 255, 255, 0, 0, 0]);
});

test("padding is a range of modality values", async () => {
  const padded = { ...image, pixelPaddingValue: 250, pixelPaddingRangeLimit: 255, rescaleSlope: -1, rescaleIntercept: 0 };

  const { padding, min, max } = await decodeFrame(new Uint8Array([255, 251, 10, 20]), padded);

  assert.deepEqual([padding, min, max], [{ low: -255, high: -250 }, -20, -10]);
});

test("low values are white if the shape says so, or MONOCHROME1 without one", () => {
  const inverse = (/** @type {any} */ told) => seriesOf({ series: [{ uid: "1", image: { ...image, ...told }, frames: [{ href: "f" }] }] })[0].frames[0].image.inverse;

  assert.equal(inverse({}), false);
  assert.equal(inverse({ photometricInterpretation: "MONOCHROME1" }), true);
  assert.equal(inverse({ photometricInterpretation: "MONOCHROME1", presentationLutShape: "IDENTITY" }), false);
  assert.equal(inverse({ presentationLutShape: "INVERSE" }), true);
});
