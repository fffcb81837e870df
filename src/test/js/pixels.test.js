// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { rgbOf } from "../../../webapp/app/dicom/color.js";
import { decodeFrame } from "../../../webapp/app/dicom/decode-frame.js";
import { modalityValues } from "../../../webapp/app/dicom/modality-values.js";
import { storedValues } from "../../../webapp/app/dicom/stored-values.js";

const image = { rows: 1, columns: 2, samplesPerPixel: 1, bitsAllocated: 16, bitsStored: 12, highBit: 11, pixelRepresentation: 0 };

test("bits above the stored ones fall out, and signs are extended", () => {
  const bytes = new Uint8Array([0xff, 0xff, 0x00, 0xf8]);

  assert.deepEqual([...storedValues(bytes, image)], [0x0fff, 0x0800]);
  assert.deepEqual([...storedValues(bytes, { ...image, pixelRepresentation: 1 })], [-1, -2048]);
});

test("stored bits may stand high in their cell", () => {
  const bytes = new Uint8Array([0xf5, 0xff, 0x05, 0x80]);

  assert.deepEqual([...storedValues(bytes, { ...image, highBit: 15 })], [0xfff, 0x800]);
});

test("a frame that is too short is refused", () => {
  assert.throws(() => storedValues(new Uint8Array(3), image), /fewer/);
});

test("32-bit samples come out whole", () => {
  const wide = { ...image, columns: 1, bitsAllocated: 32, bitsStored: 32, highBit: 31 };

  assert.deepEqual([...storedValues(new Uint8Array([0, 0, 0, 0x80]), wide)], [0x80000000]);
});

test("rescaled values are as narrow as they can be, and right", () => {
  const whole = modalityValues(new Uint16Array([0, 1024, 4095]), { rescaleSlope: 1, rescaleIntercept: -1024 });
  assert.ok(whole.values instanceof Int16Array);
  assert.deepEqual([...whole.values], [-1024, 0, 3071]);
  assert.deepEqual([whole.min, whole.max], [-1024, 3071]);

  const broken = modalityValues(new Uint16Array([0, 3]), { rescaleSlope: 0.5, rescaleIntercept: 0 });
  assert.ok(broken.values instanceof Float32Array);
  assert.deepEqual([...broken.values], [0, 1.5]);

  const wide = modalityValues(new Int16Array([-32768, 32767]), { rescaleSlope: 1, rescaleIntercept: -1024 });
  assert.deepEqual([...wide.values], [-33792, 31743]);
});

test("padding doesn't count for the extent of an image", () => {
  const { min, max } = modalityValues(new Int16Array([-2000, 5, 9]), { rescaleIntercept: 0, pixelPaddingValue: -2000 });

  assert.deepEqual([min, max], [5, 9]);
});

test("colour by plane and by pixel is the same picture", () => {
  const size = { rows: 1, columns: 2, photometricInterpretation: "RGB", bitsStored: 8 };

  assert.deepEqual([...rgbOf(new Uint8Array([1, 2, 3, 4, 5, 6]), { ...size, planarConfiguration: 0 })], [1, 2, 3, 4, 5, 6]);
  assert.deepEqual([...rgbOf(new Uint8Array([1, 4, 2, 5, 3, 6]), { ...size, planarConfiguration: 1 })], [1, 2, 3, 4, 5, 6]);
});

test("YBR_FULL becomes RGB", () => {
  const size = { rows: 1, columns: 2, photometricInterpretation: "YBR_FULL", bitsStored: 8, planarConfiguration: 0 };

  assert.deepEqual([...rgbOf(new Uint8Array([255, 128, 128, 76, 85, 255]), size)], [255, 255, 255, 254, 0, 0]);
});

test("uncompressed YBR_FULL_422 shares its chroma by two pixels", async () => {
  const told = { rows: 1, columns: 2, samplesPerPixel: 3, bitsAllocated: 8, bitsStored: 8, highBit: 7, pixelRepresentation: 0, photometricInterpretation: "YBR_FULL_422", transferSyntax: "1.2.840.10008.1.2.1" };

  const { values } = await decodeFrame(new Uint8Array([255, 0, 128, 128]), told);
  assert.deepEqual([...values], [255, 255, 255, 0, 0, 0]);
});

test("a Transfer Syntax without a codec is named", async () => {
  await assert.rejects(decodeFrame(new Uint8Array(4), { ...image, transferSyntax: "1.2.3" }), /1\.2\.3/);
});
