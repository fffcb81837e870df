// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { srgbOf } from "../../../webapp/app/dicom/cielab.js";
import { overlayMask } from "../../../webapp/app/dicom/overlays.js";
import { framesOn, placementOn, segmentMask, segmentsOf, sourceOf } from "../../../webapp/app/dicom/segmentation.js";
import { shutterMask } from "../../../webapp/app/dicom/shutters.js";

const lines = (/** @type {Uint8Array} */ mask, /** @type {number} */ columns) =>
  Array.from({ length: mask.length / columns }, (_, row) => [...mask.subarray(row * columns, (row + 1) * columns)].map((value) => (value ? "#" : ".")).join(""));

const hidden = (/** @type {any[]} */ shutters, /** @type {number} */ rows, /** @type {number} */ columns, aspectRatio = 1) =>
  lines(/** @type {Uint8Array} */ (shutterMask({ rows, columns, aspectRatio, shutters })), columns);

test("bits of an overlay become a mask", () => {
  assert.deepEqual(lines(overlayMask(new Uint8Array([0b0100_0001, 0b1000]), { rows: 3, columns: 4 }), 4), ["#...", "..#.", "...#"]);
  assert.throws(() => overlayMask(new Uint8Array(1), { rows: 3, columns: 4 }), /fewer/);
});

// The same pictures as of the server's LayersTest.
test("a rectangle leaves its edges", () => {
  assert.deepEqual(hidden([{ shape: "RECTANGULAR", left: 2, right: 4, upper: 2, lower: 3 }], 4, 5), ["#####", "#...#", "#...#", "#####"]);
});

test("a circle is round on oblong pixels too", () => {
  const circle = { shape: "CIRCULAR", row: 3, column: 3, radius: 2 };

  assert.deepEqual(hidden([circle], 5, 5), ["##.##", "#...#", ".....", "#...#", "##.##"]);
  assert.deepEqual(hidden([circle], 5, 5, 2), ["#####", "##.##", ".....", "##.##", "#####"]);
});

test("a polygon is closed and leaves its border", () => {
  assert.deepEqual(hidden([{ shape: "POLYGONAL", vertices: [1, 3, 3, 1, 3, 5] }], 4, 5), ["##.##", "#...#", ".....", "#####"]);
  assert.deepEqual(hidden([{ shape: "POLYGONAL", vertices: [1, 1, 3, 1, 3, 5, 1, 5, 2, 3] }], 3, 5), [".###.", ".....", "....."]);
});

test("what one of two shutters hides is hidden, and none is no mask", () => {
  const both = [{ shape: "RECTANGULAR", left: 2, right: 4, upper: 2, lower: 3 }, { shape: "CIRCULAR", row: 2, column: 2, radius: 1 }];

  assert.deepEqual(hidden(both, 4, 5), ["#####", "#..##", "#.###", "#####"]);
  assert.equal(shutterMask({ rows: 4, columns: 5, aspectRatio: 1 }), undefined);
});

test("CIELab colours become sRGB", () => {
  const encoded = (/** @type {number[]} */ [l, a, b]) => [(l / 100) * 65535, ((a + 128) / 255) * 65535, ((b + 128) / 255) * 65535];
  const near = (/** @type {readonly number[]} */ found, /** @type {number[]} */ wanted) =>
    found.forEach((value, i) => assert.ok(Math.abs(value - wanted[i]) <= 1, `${found} is not ${wanted}`));

  near(srgbOf(encoded([100, 0, 0])), [255, 255, 255]);
  near(srgbOf(encoded([0, 0, 0])), [0, 0, 0]);
  // The primaries at D50. Source: Lindbloom, CIE colour calculator.
  near(srgbOf(encoded([54.29, 80.81, 69.89])), [255, 0, 0]);
  near(srgbOf(encoded([87.82, -79.27, 80.99])), [0, 255, 0]);
  near(srgbOf(encoded([29.57, 68.3, -112.03])), [0, 0, 255]);
});

const plane = { rows: 4, columns: 4, rowSpacing: 2, columnSpacing: 1, orientation: [1, 0, 0, 0, 1, 0] };
const frame = (/** @type {any} */ told) => ({ index: 0, href: "", rendered: undefined, overlays: undefined, number: 1, ...told, image: { ...plane, ...told.image } });
const series = (/** @type {string} */ uid, /** @type {any[]} */ frames, isSegmentation = false) =>
  /** @type {any} */ ({ uid, frames: frames.map(frame), isSegmentation });

const source = series("ct", [0, 3, 6].map((z) => ({ instance: `slice-${z}`, position: [0, 0, z] })));
const segmentation = { type: "BINARY", series: "ct", segments: [{ number: 1, label: "Liver", cielab: [65535, 32896, 32896] }, { number: 2, label: "Lesion" }] };

test("a segmentation lies over the series that it names, else over that of its frames", () => {
  const drawn = { image: { segmentation: { ...segmentation, series: undefined }, sources: [{ instance: "slice-3", frame: 1 }] } };

  assert.equal(sourceOf(series("seg", [{ image: { segmentation } }], true), [series("mr", [{ instance: "x" }]), source]), source);
  assert.equal(sourceOf(series("seg", [drawn], true), [series("mr", [{ instance: "x" }]), source]), source);
  assert.equal(sourceOf(series("seg", [{ image: { segmentation: { ...segmentation, series: "gone" } } }], true), [source]), undefined);
});

test("frames lie on the frames that they were drawn on", () => {
  const seg = series("seg", [
    { position: [0, 0, 0], image: { sources: [{ instance: "slice-3", frame: 1 }], segment: 1 } },
    { position: [0, 0, 0], image: { sources: [{ instance: "slice-3", frame: 1 }], segment: 2 } },
    { position: [0, 0, 0], image: { sources: [{ instance: "slice-6", frame: 2 }], segment: 1 } },
  ]);

  assert.deepEqual(framesOn(seg, source, 1).map(({ image }) => image.segment), [1, 2]);
  assert.deepEqual(framesOn(seg, source, 2), []);
});

test("frames that name no source lie where their plane is", () => {
  const seg = series("seg", [{ position: [5, 5, 1] }, { position: [0, 0, 3] }, { position: [0, 0, 4.6] }, { position: [0, 0, 3], image: { orientation: [0, 1, 0, 0, 0, 1] } }]);

  assert.deepEqual(framesOn(seg, source, 0).map((one) => one.position), [[5, 5, 1]]);
  assert.deepEqual(framesOn(seg, source, 1).map((one) => one.position), [[0, 0, 3]]);
  assert.deepEqual(framesOn(seg, source, 2).map((one) => one.position), [[0, 0, 4.6]]);
});

test("a smaller or finer frame is placed in the source's pixels", () => {
  const whole = frame({ position: [0, 0, 0] });

  assert.deepEqual(placementOn(whole, source.frames[0]), { left: 0, top: 0, width: 4, height: 4 });
  assert.deepEqual(placementOn(frame({ position: [2, 2, 0], image: { rows: 2, columns: 2 } }), source.frames[0]), { left: 2, top: 1, width: 2, height: 2 });
  // Half the size of pixel, with the same upper left corner: its centre lies a quarter further up and to the left.
  const fine = { rows: 8, columns: 8, rowSpacing: 1, columnSpacing: 0.5 };
  assert.deepEqual(placementOn(frame({ position: [-0.25, -0.5, 0], image: fine }), source.frames[0]), { left: 0, top: 0, width: 4, height: 4 });
  assert.equal(placementOn(frame({ position: [0, 0, 0], image: { orientation: [0, 1, 0, 1, 0, 0] } }), source.frames[0]), undefined);
});

test("segments have their colour, or one of ours", () => {
  assert.deepEqual(segmentsOf({ segmentation, segment: 1 }).map(({ label, color }) => ({ label, color })), [{ label: "Liver", color: [255, 255, 255] }]);
  assert.equal(segmentsOf({ segmentation }).length, 2);
  assert.equal(segmentsOf({ segmentation, segment: 2 })[0].color.length, 3);
});

test("binary, fractional and labelled frames become masks", () => {
  const mask = (/** @type {string} */ type, /** @type {number[]} */ values, maximum = 100) =>
    [...segmentMask(/** @type {any} */ ({ values }), { segmentation: { type, maximum } }, 2)];

  assert.deepEqual(mask("BINARY", [0, 1]), [0, 255]);
  assert.deepEqual(mask("FRACTIONAL", [0, 50, 100, 120]), [0, 128, 255, 255]);
  assert.deepEqual(mask("LABELMAP", [0, 1, 2]), [0, 0, 255]);
});
