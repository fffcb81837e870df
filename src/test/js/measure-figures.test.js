// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { figuresOf } from "../../../webapp/app/measure/figures.js";

/** @typedef {import("../../../webapp/app/measure/annotation-types.js").Point} Point */

const frame = { seriesUid: "1.2", instanceUid: "1.2.3", frame: 1 };
const isotropic = { rows: 100, columns: 100, rowSpacing: 0.5, columnSpacing: 0.5, aspectRatio: 1 };
/** Rows lie 2 mm apart, columns 1 mm. */
const tall = { rows: 100, columns: 100, rowSpacing: 2, columnSpacing: 1, aspectRatio: 1 };
const unknown = { rows: 100, columns: 100, aspectRatio: 1 };

/**
 * @param {import("../../../webapp/app/measure/annotation-types.js").AnnotationType} type @param {Point[]} points @param {any} image
 * @param {{pixels?: any, modality?: string}} [seen]
 */
function measured(type, points, image, { pixels, modality = "MR" } = {}) {
  return figuresOf({ ...frame, id: "a", type, points }, { image, pixels, modality });
}

/** @param {number | undefined} value @param {number} wanted */
function near(value, wanted) {
  assert.ok(value !== undefined && Math.abs(value - wanted) < 1e-9, `${value} should be ${wanted}`);
}

/** Pixels whose value is their column + 100 * their row. @param {any} image @param {(value: number) => number} [modality] */
function ramp({ rows, columns }, modality = (value) => value) {
  const values = Int16Array.from({ length: rows * columns }, (_, at) => modality((at % columns) + 100 * Math.floor(at / columns)));
  return { values, components: 1, min: 0, max: 0 };
}

test("a length is told in millimetres by the spacing of columns across and of rows down", () => {
  near(measured("length", [[0, 0], [30, 40]], isotropic).length, 25);
  near(measured("length", [[10, 10], [13, 12]], tall).length, 5);
  near(measured("length", [[10, 10], [10, 20]], tall).length, 20);
  near(measured("length", [[10, 10], [20, 10]], tall).length, 10);
  assert.equal(measured("length", [[0, 0], [1, 1]], tall).lengthUnit, "mm");
});

test("without spacing a length is in pixels as they come, whatever their shape, and says so", () => {
  const figures = measured("length", [[0, 0], [3, 4]], { ...unknown, aspectRatio: 2 });
  near(figures.length, 5);
  assert.equal(figures.lengthUnit, "px");
});

test("an angle is that in the patient: unequal spacing changes it", () => {
  /** @type {Point[]} */
  const halfRight = [[10, 0], [0, 0], [10, 10]];
  near(measured("angle", halfRight, isotropic).degrees, 45);
  near(measured("angle", halfRight, tall).degrees, (Math.atan2(20, 10) * 180) / Math.PI);
  near(measured("angle", halfRight, { ...unknown, aspectRatio: 2 }).degrees, (Math.atan2(20, 10) * 180) / Math.PI);
  near(measured("angle", [[-10, 0], [0, 0], [10, 0]], isotropic).degrees, 180);
});

test("a Cobb angle is the same however its lines are drawn and the image is turned", () => {
  const lineAt = (/** @type {number} */ row, /** @type {number} */ degrees) => {
    const [x, y] = [Math.cos((degrees * Math.PI) / 180) * 10, Math.sin((degrees * Math.PI) / 180) * 10];
    return /** @type {[Point, Point]} */ ([[50 - x, row - y], [50 + x, row + y]]);
  };
  const [a, b] = lineAt(20, -25);
  const [c, d] = lineAt(80, 15);
  for (const points of [[a, b, c, d], [b, a, c, d], [a, b, d, c], [b, a, d, c], [c, d, a, b]]) {
    near(measured("cobb", points, isotropic).degrees, 40);
    near(measured("cobb", points.map(([x, y]) => [-y, x]), isotropic).degrees, 40);
  }
});

test("a severe curve's Cobb angle is told above 90°", () => {
  const [up, down] = [-50, 50].map((degrees) => [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)]);
  /** @type {Point[]} */
  const points = [[-up[0], 0 - up[1]], [up[0], 0 + up[1]], [-down[0], 40 - down[1]], [down[0], 40 + down[1]]];
  near(measured("cobb", points, isotropic).degrees, 100);
});

test("of a bidirectional the longer axis is the long one", () => {
  const figures = measured("bidirectional", [[0, 0], [10, 0], [5, -10], [5, 10]], tall);
  near(figures.long, 40);
  near(figures.short, 10);
});

test("areas are those of the outline, in mm² or px²", () => {
  near(measured("rectangle", [[30, 40], [10, 10]], tall).area, 20 * 30 * 2);
  near(measured("ellipse", [[10, 10], [30, 50]], isotropic).area, Math.PI * 10 * 20 * 0.25);
  near(measured("freehand", [[0, 0], [10, 0], [0, 10]], unknown).area, 50);
  near(measured("freehand", [[0, 10], [10, 0], [0, 0]], unknown).area, 50);
  assert.equal(measured("freehand", [[0, 0], [10, 0], [0, 10]], unknown).areaUnit, "px²");
});

test("an outline that crosses itself has no area and no values", () => {
  const figures = measured("freehand", [[0, 0], [10, 10], [10, 0], [0, 10]], isotropic, { pixels: ramp(isotropic) });
  assert.deepEqual(figures, { crossing: true });
});

test("a region's values are those of the pixels whose centres are inside", () => {
  // Columns 10 to 12 and rows 20 to 21, whichever corner was first.
  const values = measured("rectangle", [[12.6, 21.7], [10.2, 20.4]], isotropic, { pixels: ramp(isotropic) }).values;
  assert.equal(values?.count, 6);
  assert.equal(values?.min, 2010);
  assert.equal(values?.max, 2112);
  near(values?.mean, 2061);
  near(values?.sd, standardDeviation([2010, 2011, 2012, 2110, 2111, 2112]));
});

/** By the definition. @param {number[]} values */
function standardDeviation(values) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
}

test("a square drawn by hand, as a rectangle or as an outline holds the same pixels", () => {
  const pixels = ramp(tall);
  const square = measured("rectangle", [[10, 20], [15, 26]], tall, { pixels });
  const drawn = measured("freehand", [[10, 20], [15, 20], [15, 26], [10, 26]], tall, { pixels });
  assert.equal(square.values?.count, 30);
  assert.deepEqual(drawn.values, square.values);
  near(drawn.area, square.area ?? 0);
});

test("an ellipse holds the pixels that its equation holds", () => {
  const pixels = ramp(isotropic);
  const wanted = [];
  for (let row = 0; row < 100; row++) {
    for (let column = 0; column < 100; column++) {
      if (((column + 0.5 - 50) / 20.3) ** 2 + ((row + 0.5 - 40) / 11.7) ** 2 <= 1) {
        wanted.push(column + 100 * row);
      }
    }
  }
  const { values } = measured("ellipse", [[29.7, 28.3], [70.3, 51.7]], isotropic, { pixels });
  assert.equal(values?.count, wanted.length);
  near(values?.mean, wanted.reduce((sum, value) => sum + value, 0) / wanted.length);
  assert.ok(Math.abs((values?.sd ?? 0) - standardDeviation(wanted)) < 1e-6);
});

test("a notched outline leaves the notch out", () => {
  /** @type {Point[]} */
  const horseshoe = [[0, 0], [9, 0], [9, 9], [6, 9], [6, 3], [3, 3], [3, 9], [0, 9]];
  assert.equal(measured("freehand", horseshoe, isotropic, { pixels: ramp(isotropic) }).values?.count, 81 - 18);
});

test("a region that leaves the image counts what is on it, and one beside it nothing", () => {
  const pixels = ramp(isotropic);
  assert.equal(measured("rectangle", [[-10, -10], [2, 2]], isotropic, { pixels }).values?.count, 4);
  assert.equal(measured("ellipse", [[90, 90], [110, 110]], isotropic, { pixels }).values?.max, 9999);
  assert.equal(measured("rectangle", [[200, 0], [210, 10]], isotropic, { pixels }).values, undefined);
  assert.equal(measured("ellipse", [[10, 10], [10, 10]], isotropic, { pixels }).values, undefined);
});

test("padding is no value: neither the one nor a range of it, in the values' own precision", () => {
  const image = { ...isotropic, rescaleSlope: 0.1, rescaleIntercept: -1024, pixelPaddingValue: 2, pixelPaddingRangeLimit: 1 };
  const values = new Float32Array(10_000).fill(37);
  values.set([1 * 0.1 - 1024, 2 * 0.1 - 1024]);
  const { values: seen } = measured("rectangle", [[0, 0], [3, 1]], image, { pixels: { values, components: 1, min: 0, max: 0 } });
  assert.deepEqual(seen, { mean: 37, sd: 0, min: 37, max: 37, count: 1 });
  assert.equal(measured("rectangle", [[0, 0], [2, 1]], image, { pixels: { values, components: 1, min: 0, max: 0 } }).values, undefined);
});

test("the spread of large values doesn't drown in their squares", () => {
  const values = Float32Array.from({ length: 10_000 }, (_, at) => 1e7 + (at % 2));
  const { values: seen } = measured("rectangle", [[0, 0], [100, 100]], isotropic, { pixels: { values, components: 1, min: 0, max: 0 } });
  assert.ok(Math.abs((seen?.sd ?? 0) - 0.5) < 1e-6, `${seen?.sd}`);
});

test("a probe tells the pixel under it, as modality and as stored value", () => {
  const image = { ...isotropic, rescaleSlope: 2, rescaleIntercept: -1024 };
  const figures = measured("probe", [[7.99, 3.01]], image, { pixels: ramp(image, (stored) => stored * 2 - 1024), modality: "CT" });
  assert.deepEqual(figures, { value: 307 * 2 - 1024, stored: 307, valueUnit: "HU" });
});

test("a probe on the image's last edge tells the last pixel", () => {
  assert.equal(measured("probe", [[100, 100]], isotropic, { pixels: ramp(isotropic) }).value, 9999);
});

test("Hounsfield units are told of CT, and not where its values say that they are something else", () => {
  const seen = { pixels: ramp(isotropic), modality: "CT" };
  assert.equal(measured("probe", [[1, 1]], isotropic, seen).valueUnit, "HU");
  assert.equal(measured("probe", [[1, 1]], { ...isotropic, rescaleType: "US" }, seen).valueUnit, "");
  assert.equal(measured("probe", [[1, 1]], isotropic, { ...seen, modality: "MR" }).valueUnit, "");
});

test("on colour a probe tells red, green and blue, and a region its area only", () => {
  const values = new Uint8Array(100 * 100 * 3);
  values.set([10, 20, 30], (2 * 100 + 1) * 3);
  const pixels = { values, components: 3, min: 0, max: 255 };
  assert.deepEqual(measured("probe", [[1.5, 2.5]], isotropic, { pixels }), { rgb: [10, 20, 30] });
  const region = measured("rectangle", [[0, 0], [10, 10]], isotropic, { pixels });
  near(region.area, 25);
  assert.equal(region.values, undefined);
});

test("before the true pixels are there lengths are told, and values aren't", () => {
  assert.deepEqual(measured("probe", [[1, 1]], isotropic), {});
  assert.equal(measured("ellipse", [[0, 0], [10, 10]], isotropic).values, undefined);
  near(measured("length", [[0, 0], [10, 0]], isotropic).length, 5);
});
