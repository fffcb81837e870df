// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { seriesOf } from "../../../webapp/app/dicom/manifest.js";
import { edgeLetters } from "../../../webapp/app/dicom/orientation.js";
import { texelsOf } from "../../../webapp/app/volume/texels.js";
import { fromVoxel, geometryOf, middleOf, PLANES, placesOf, reachOf, spacingAlong, toVoxel, valueAt, volumeOf } from "../../../webapp/app/volume/volume.js";
import { slabSteps } from "../../../webapp/app/volume/volume-painter.js";
import { beginVolume, nextVolume, pixelOf, placeAt, screenPlane } from "../../../webapp/app/volume/volume-view.js";

const CT = {
  rows: 4, columns: 6, rowSpacing: 2, columnSpacing: 0.5, samplesPerPixel: 1, photometricInterpretation: "MONOCHROME2",
  orientation: [1, 0, 0, 0, 1, 0], bitsStored: 12, pixelRepresentation: 0, rescaleSlope: 1, rescaleIntercept: -1024,
};

/** @param {{image?: any, positions?: number[][], warnings?: any[], frameImage?: any}} change  of four even CT slices; frameImage: of the second slice */
function verdictOn({ image = {}, positions = [[0, 0, 0], [0, 0, 3], [0, 0, 6], [0, 0, 9]], warnings = [], frameImage = {} } = {}) {
  const frames = positions.map((position, index) => ({ href: "f", position, image: index === 1 ? frameImage : undefined }));
  const stacks = [{ first: 1, frames: frames.length, sorted: "position", spacing: 3, warnings }];
  const series = seriesOf({ series: [{ uid: "1", image: { ...CT, ...image }, frames, stacks }] })[0];
  return volumeOf(series, series.stacks[0]);
}

/** @param {readonly number[] | undefined} actual @param {readonly number[]} expected */
function near(actual, expected) {
  assert.equal(actual?.length, expected.length);
  expected.forEach((value, i) => assert.ok(Math.abs((actual?.[i] ?? NaN) - value) < 1e-9, `${actual} is not ${expected}`));
}

/** 6 columns of 0.5 mm, 4 rows of 2 mm, 4 slices of 3 mm from the origin on. */
const geometry = verdictOn().geometry ?? assert.fail();

test("even slices of one plane are a volume", () => {
  assert.deepEqual(geometry.size, [6, 4, 4]);
  near(fromVoxel(geometry, [2, 1, 3]), [1, 2, 9]);
  near(toVoxel(geometry, [1, 2, 9]), [2, 1, 3]);
});

test("what is no volume says why", () => {
  assert.equal(verdictOn({ positions: [[0, 0, 0], [0, 0, 3]] }).obstacle, "few-slices");
  assert.equal(verdictOn({ image: { samplesPerPixel: 3, photometricInterpretation: "RGB" } }).obstacle, "color");
  assert.equal(verdictOn({ image: { orientation: undefined } }).obstacle, "no-plane");
  assert.equal(verdictOn({ frameImage: { rows: 5 } }).obstacle, "no-plane");
  assert.equal(verdictOn({ frameImage: { orientation: [0, 1, 0, -1, 0, 0] } }).obstacle, "no-plane");
  assert.equal(verdictOn({ image: { rowSpacing: 0, columnSpacing: 0 } }).obstacle, "no-plane");
  assert.equal(verdictOn({ positions: [[0, 0, 0], [0, 0, 3], [0, 0, 6.5], [0, 0, 9]] }).obstacle, "uneven-spacing");
  assert.equal(verdictOn({ positions: [[0, 0, 0], [0, 1, 3], [0, 0, 6], [0, 0, 9]] }).obstacle, "uneven-spacing");
  assert.equal(verdictOn({ positions: [[0, 0, 0], [0, 0, 0], [0, 0, 0]] }).obstacle, "uneven-spacing");
  for (const code of ["missing-slices", "uneven-spacing", "shared-places"]) {
    assert.equal(verdictOn({ warnings: [{ code }] }).obstacle, code);
  }
});

test("the slices of a tilted gantry are a volume whose slices are shifted, and every voxel is where it was", () => {
  const { geometry: tilted } = verdictOn({ positions: [[0, 0, 0], [0, 1, 3], [0, 2, 6.01], [0, 3, 9]], warnings: [{ code: "tilt" }] });

  near(tilted && fromVoxel(tilted, [0, 0, 2]), [0, 2, 6]);
  near(tilted && toVoxel(tilted, [1, 2 + 2, 6]), [2, 1, 2]);
});

test("from voxels to the patient and back is the same place in an oblique, sheared volume", () => {
  const oblique = geometryOf([9, 9, 9], [10, -20, 30], [0.48, 0.64, 0], [0, 0, -2], [0.9, -0.5, 0.3]);
  for (const voxel of [[0, 0, 0], [8, 3, 5], [-2.5, 11, 0.25]]) {
    near(toVoxel(oblique, fromVoxel(oblique, voxel)), voxel);
  }
});

test("the planes are looked at as radiologists do", () => {
  const letters = (/** @type {"axial" | "coronal" | "sagittal"} */ name) =>
    edgeLetters({ orientation: [...PLANES[name].right, ...PLANES[name].down] }, { rotation: 0, flipped: false });

  assert.deepEqual(letters("axial"), { right: "L", left: "R", bottom: "P", top: "A" });
  assert.deepEqual(letters("coronal"), { right: "L", left: "R", bottom: "F", top: "H" });
  assert.deepEqual(letters("sagittal"), { right: "P", left: "A", bottom: "F", top: "H" });
});

test("a plane is scrolled from voxel to voxel, from the first to the last", () => {
  assert.deepEqual(placesOf(geometry, "axial", [0, 0, 6]), { count: 4, index: 2, step: 3 });
  assert.deepEqual(placesOf(geometry, "coronal", [0, 99, 0]), { count: 4, index: 3, step: 2 });
  assert.deepEqual(placesOf(geometry, "sagittal", [0.8, 0, 0]), { count: 6, index: 2, step: 0.5 });
  assert.deepEqual(reachOf(geometry, [1, 0, 0], 0.5), { least: -0.25, most: 2.75 });
});

test("the value at a place is that of the voxel it is in", () => {
  const slices = [0, 1, 2, 3].map((k) => Int16Array.from({ length: 24 }, (_, i) => k * 100 + i));
  const value = (/** @type {number[]} */ ...point) => valueAt(geometry, (k) => (k === 1 ? undefined : slices[k]), point);

  assert.equal(value(1, 2, 9), 308);
  assert.equal(value(1.2, 2.9, 7.6), 308);
  assert.equal(value(1, 2, 3), undefined);
  assert.equal(value(-0.3, 2, 9), undefined);
  assert.equal(value(-0.2, 2, 9), 306);
});

test("voxels are kept as narrow as loses nothing", () => {
  const kept = (/** @type {any[]} */ ...images) => texelsOf(/** @type {any} */ (images.map((image) => ({ image: { ...CT, ...image } }))));

  assert.deepEqual(kept({}), { type: "uint16", offset: -1024 });
  assert.deepEqual(kept({ pixelRepresentation: 1, rescaleIntercept: 0 }), { type: "int16", offset: 0 });
  assert.deepEqual(kept({ bitsStored: 8, rescaleIntercept: 0 }), { type: "uint8", offset: 0 });
  for (const loss of [{ rescaleSlope: 0.7 }, { rescaleIntercept: 0.5 }, { bitsStored: 32 }, { modalityLut: {} }]) {
    assert.deepEqual(kept(loss), { type: "float32", offset: 0 });
  }
  assert.equal(kept({}, { rescaleIntercept: 0 }).type, "float32");
  assert.deepEqual(kept({ pixelPaddingValue: 63, pixelPaddingRangeLimit: 0 }), { type: "uint16", offset: -1024, padding: { low: 0, high: 63 } });
  assert.deepEqual(kept({ pixelPaddingValue: 0 }, { pixelPaddingValue: 1 }), { type: "float32", offset: 0 });
});

test("a slab is looked through in half voxels, or in whole ones where it goes from voxel to voxel", () => {
  const between = { origin: /** @type {const} */ ([0, 0, 4]), right: PLANES.axial.right, down: PLANES.axial.down };
  const on = { ...between, origin: /** @type {const} */ ([0.1, 0.1, 3]) };

  assert.deepEqual(slabSteps(geometry, on, 0).count, 1);
  assert.deepEqual(slabSteps(geometry, on, 6), { count: 3, step: [0, 0, 3] });
  assert.deepEqual(slabSteps(geometry, between, 6), { count: 5, step: [0, 0, 1.5] });
  assert.deepEqual(slabSteps(geometry, between, 5.9).count, 3);
  assert.ok(slabSteps(geometry, { ...on, right: [0, 0.8, 0.6], down: [-1, 0, 0] }, 100).count <= 128);
  near([spacingAlong(geometry, [0, 0.8, 0.6])], [1 / Math.hypot(0.8 / 2, 0.6 / 3)]);
});

test("one begins in the middle voxel, and a click takes the closest one", () => {
  const view = beginVolume(geometry);
  near(view.point, middleOf(geometry));
  near(view.point, [1.5, 4, 6]);
  near(nextVolume(view, { type: "point", point: [0.6, 99, 4.4] }).point, [0.5, 6, 3]);
});

test("scrolling moves the crosshair along the plane's normal, by a voxel a step, and stays in the volume", () => {
  const view = beginVolume(geometry);
  near(nextVolume(view, { type: "scroll", plane: "axial", steps: -1 }).point, [1.5, 4, 3]);
  near(nextVolume(view, { type: "scroll", plane: "sagittal", steps: 2 }).point, [2.5, 4, 6]);
  near(nextVolume(view, { type: "scroll", plane: "coronal", steps: 99 }).point, [1.5, 6, 6]);
  near(nextVolume(view, { type: "to", plane: "axial", index: 0 }).point, [1.5, 4, 0]);
});

test("a volume fits its cell by the tighter side, its middle in the cell's middle", () => {
  const plane = screenPlane(beginVolume(geometry), "coronal", { width: 300, height: 120 });

  // 3 mm wide, 12 mm high.
  assert.equal(plane.zoom, 10);
  near(plane.right, [0.1, 0, 0]);
  near(plane.down, [0, 0, -0.1]);
  near(placeAt(plane, [150, 60]), [1.25, 4, 4.5]);
  near(pixelOf(plane, [1.25, 99, 4.5]), [150, 60]);
});

test("what is under the pointer goes along with it", () => {
  const cell = { width: 200, height: 200 };
  const view = beginVolume(geometry);
  const zoomed = nextVolume(view, { type: "zoom-by", plane: "axial", factor: 2, from: screenPlane(view, "axial", cell).zoom });
  const before = screenPlane(zoomed, "axial", cell);
  const panned = nextVolume(zoomed, { type: "pan-by", plane: "axial", x: 30, y: -12, zoom: before.zoom });

  assert.equal(before.zoom, 2 * screenPlane(view, "axial", cell).zoom);
  near(placeAt(screenPlane(panned, "axial", cell), [130, 88]), placeAt(before, [100, 100]));
  assert.deepEqual(screenPlane(nextVolume(panned, { type: "fit", plane: "axial" }), "axial", cell), screenPlane(view, "axial", cell));
  assert.deepEqual(panned.planes.coronal, view.planes.coronal);
  assert.deepEqual(nextVolume(panned, { type: "reset" }), view);
});

test("slabs and zooms stay within reason", () => {
  const view = beginVolume(geometry);
  assert.deepEqual(nextVolume(view, { type: "slab", slab: { mm: -5, mode: "minip" } }).slab, { mm: 0, mode: "minip" });
  assert.equal(nextVolume(view, { type: "slab", slab: { mm: 1e9, mode: "mip" } }).slab.mm, 100);
  assert.equal(nextVolume(view, { type: "zoom-by", plane: "axial", factor: 1e9, from: 1 }).planes.axial.zoom, 100);
});
