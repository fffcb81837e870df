// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { seriesOf } from "../../../webapp/app/dicom/manifest.js";

const told = (/** @type {any} */ image, /** @type {any} */ frame = {}) =>
  seriesOf({ series: [{ uid: "1.2", modality: "CT", image: { rows: 2, columns: 2, windows: [], ...image }, frames: [{ href: "f", ...frame }] }] })[0];

test("a frame has what the series says, unless it says otherwise", () => {
  const { frames } = told({ rescaleIntercept: -1024 }, { image: { rescaleIntercept: 0 } });

  assert.equal(frames[0].image.rescaleIntercept, 0);
  assert.equal(frames[0].image.rows, 2);
});

test("spacing that isn't a length is absent", () => {
  for (const [rowSpacing, columnSpacing] of [[0, 0], [-1, 1], [NaN, 1], [undefined, 1], [Infinity, 1]]) {
    assert.equal(told({ rowSpacing, columnSpacing }).frames[0].image.rowSpacing, undefined);
  }
  assert.equal(told({ rowSpacing: 0.5, columnSpacing: 0.4 }).frames[0].image.columnSpacing, 0.4);
});

test("cosines that aren't a plane are absent", () => {
  for (const orientation of [[0, 0, 0, 0, 0, 0], [1, 0, 0, 1, 0, 0], [1, 0, 0], "x", [2, 0, 0, 0, 1, 0]]) {
    assert.equal(told({ orientation }).frames[0].image.orientation, undefined);
  }
  assert.ok(told({ orientation: [1, 0, 0, 0, 0.999, 0.04] }).frames[0].image.orientation);
});

test("stacks are told by the indexes of their frames, and those that reach beyond the series are left out", () => {
  const stacks = [
    { first: 1, frames: 1, sorted: "position", spacing: 0, warnings: [{ code: "tilt", degrees: 7 }] },
    { first: 1, frames: 2 },
    { first: 0, frames: 1 },
    { first: 1.5, frames: 1 },
    { first: 1, frames: "1" },
  ];
  const series = seriesOf({ series: [{ uid: "1.2", image: {}, frames: [{ href: "f" }], stacks }] })[0];

  assert.deepEqual(series.stacks, [{ begin: 0, end: 1, sorted: "position", spacing: undefined, warnings: [{ code: "tilt", degrees: 7 }] }]);
  assert.ok(Object.isFrozen(series.stacks) && Object.isFrozen(series.stacks[0]));
  assert.deepEqual(told({}).stacks, []);
});

test("letters that aren't directions, and aspect ratios that nothing has, are absent", () => {
  for (const patientOrientation of [["L"], ["X", "F"], ["", "F"], "LF", ["L", "F", "H"]]) {
    assert.equal(told({ patientOrientation }).frames[0].image.patientOrientation, undefined);
  }
  assert.deepEqual(told({ patientOrientation: ["P", "FL"] }).frames[0].image.patientOrientation, ["P", "FL"]);
  assert.equal(told({ aspectRatio: 0 }).frames[0].image.aspectRatio, 1);
  assert.equal(told({ aspectRatio: 1.2 }).frames[0].image.aspectRatio, 1.2);
});

test("windows of no width are left out", () => {
  assert.deepEqual(told({ windows: [{ center: 1, width: 0 }, { center: 5, width: 10 }] }).frames[0].image.windows, [{ center: 5, width: 10 }]);
});
