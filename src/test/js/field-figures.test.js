import assert from "node:assert/strict";
import { test } from "node:test";
import { measurementsOf } from "../../../webapp/app/viewer/field-figures.js";

const PAGE = {
  previewAt: 212.4,
  truePixelsAt: 430.6,
  wasHidden: false,
  frameBytes: 12_345_678,
  longTasks: [51.2, 120.7],
  heapBytes: 54_000_400,
  scriptErrors: 0,
  touched: false,
  shortSide: 900,
  connection: "4g",
};
const OWN = { memoryBytes: 31_457_280, frames: 60, missingFrames: 1, allFramesAt: 2900.2 };

test("a visit is told in whole milliseconds and thousands of bytes, and by nothing that names a reader or a case", () => {
  assert.deepEqual(measurementsOf(PAGE, OWN), {
    device: "desktop",
    connection: "4g",
    previewMillis: 212,
    truePixelsMillis: 431,
    wholeSeriesMillis: 2900,
    frames: 60,
    frameKilobytes: 12346,
    longTasks: 2,
    longestTaskMillis: 121,
    memoryKilobytes: 31457,
    heapKilobytes: 54000,
    scriptErrors: 0,
    missingFrames: 1,
  });
});

test("a page that loaded out of sight has no times, but all else", () => {
  const told = measurementsOf({ ...PAGE, wasHidden: true }, OWN);
  assert.deepEqual([told.previewMillis, told.truePixelsMillis, told.wholeSeriesMillis], [undefined, undefined, undefined]);
  assert.equal(told.frames, 60);
});

test("what a browser doesn't tell is left out, and no long task is told as none", () => {
  const silent = { ...PAGE, previewAt: undefined, longTasks: undefined, heapBytes: undefined, connection: undefined };
  const travels = JSON.parse(JSON.stringify(measurementsOf(silent, { ...OWN, allFramesAt: undefined })));
  for (const name of ["previewMillis", "wholeSeriesMillis", "longTasks", "longestTaskMillis", "heapKilobytes", "connection"]) {
    assert.ok(!(name in travels), name);
  }
  const calm = measurementsOf({ ...PAGE, longTasks: [] }, OWN);
  assert.deepEqual([calm.longTasks, calm.longestTaskMillis], [0, 0]);
});

test("a device is known by finger and screen", () => {
  const device = (/** @type {boolean} */ touched, /** @type {number} */ shortSide) => measurementsOf({ ...PAGE, touched, shortSide }, OWN).device;
  assert.equal(device(true, 390), "phone");
  assert.equal(device(true, 768), "tablet");
  assert.equal(device(false, 390), "desktop");
});
