// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { displayValue, firstWindow, presetsOf, rangeOf, storedWindows, windowOver } from "../../../webapp/app/dicom/window.js";
import { lutWindows } from "../../../webapp/app/dicom/voi-lut.js";
import { draggedWindow } from "../../../webapp/app/viewer/stack-acts.js";

/** The pseudo-code of PS3.3 C.11.2.1.2.1, for an output of 0 to 1. @param {number} x @param {number} c @param {number} w */
function standardLinear(x, c, w) {
  if (x <= c - 0.5 - (w - 1) / 2) {
    return 0;
  }
  return x > c - 0.5 + (w - 1) / 2 ? 1 : (x - (c - 0.5)) / (w - 1) + 0.5;
}

test("LINEAR is the standard's pseudo-code", () => {
  for (const [center, width] of [[40, 400], [2048, 4096], [-600, 1500], [0, 100], [0, 1], [40.5, 81]]) {
    for (let value = -1500; value <= 4200; value += 7) {
      const wanted = standardLinear(value, center, width);
      assert.ok(Math.abs(displayValue(value, { center, width }) - wanted) < 1e-9, `${value} at ${center}/${width}`);
    }
  }
});

test("the standard's own examples of LINEAR hold", () => {
  // C.11.2.1.2.1: center 2048, width 4096 takes 0 to the lowest and 4095 to the highest value.
  assert.equal(displayValue(0, { center: 2048, width: 4096 }), 0);
  assert.equal(displayValue(4095, { center: 2048, width: 4096 }), 1);
  // center 0, width 100: values of -50 and below are black, of 49 and above white.
  assert.equal(displayValue(-50, { center: 0, width: 100 }), 0);
  assert.equal(displayValue(49, { center: 0, width: 100 }), 1);
  // center 0, width 1: below 0 black, 0 and above white.
  assert.equal(displayValue(-1, { center: 0, width: 1 }), 0);
  assert.equal(displayValue(0, { center: 0, width: 1 }), 1);
});

test("LINEAR_EXACT has no half value's shift", () => {
  assert.deepEqual(rangeOf({ center: 0, width: 100, function: "LINEAR_EXACT" }), { lower: -50, upper: 50 });
  assert.equal(displayValue(0, { center: 0, width: 100, function: "LINEAR_EXACT" }), 0.5);
});

test("SIGMOID is half at its center and never falls", () => {
  const window = { center: 40, width: 400, function: "SIGMOID" };
  assert.equal(displayValue(40, window), 0.5);
  assert.ok(displayValue(41, window) > displayValue(40, window));
});

test("a window over all values takes the least to black and the most to white", () => {
  const window = windowOver(-3, 250);
  assert.equal(displayValue(-3, window), 0);
  assert.equal(displayValue(250, window), 1);
  assert.equal(windowOver(7, 7).width, 1);
});

test("an image starts with its own window, a CT without one with soft tissue, others with all their values", () => {
  const pixels = { min: 0, max: 99 };
  assert.equal(firstWindow({ windows: [{ center: 1, width: 2 }] }, "CT", pixels).center, 1);
  assert.equal(firstWindow({ windows: [], rescaleIntercept: -1024 }, "CT", pixels).width, 400);
  assert.deepEqual(firstWindow({ windows: [] }, "MR", pixels), { center: 50, width: 100 });
});

test("presets of CT begin with those of the body part, and are the same nine for each", () => {
  const names = (/** @type {string | undefined} */ bodyPart) => presetsOf("CT", bodyPart).map(({ name }) => name);

  assert.deepEqual(names("HEAD").slice(0, 4), ["brain", "stroke", "subdural", "bone"]);
  assert.deepEqual(names("CHEST").slice(0, 3), ["lung", "mediastinum", "bone"]);
  assert.deepEqual(names("KIDNEY").slice(0, 2), ["softTissue", "liver"]);
  assert.deepEqual(names("AORTA").slice(0, 1), ["angio"]);
  assert.deepEqual(names("WRIST").slice(0, 2), ["bone", "softTissue"]);
  for (const bodyPart of ["HEAD", "CHEST", "KIDNEY", "AORTA", "WRIST", "VULVA", undefined]) {
    assert.deepEqual(names(bodyPart).toSorted(), names("HEAD").toSorted());
  }
});

test("nothing but CT has windows that hold for every image", () => {
  assert.ok(["MR", "CR", "DX", "MG", "US", "PT", "NM"].every((modality) => presetsOf(modality, "CHEST").length === 0));
});

test("a window that was a lookup table can be dragged", () => {
  const [lut] = lutWindows([{ firstValue: 100, bits: 12, length: 257, table: "" }]);
  assert.deepEqual(draggedWindow(lut, 16, 0), { center: 228, width: 272, function: "LINEAR_EXACT" });
});

test("of the windows in a file the first is the image's own, and the others are presets, each once", () => {
  const names = (/** @type {any[]} */ ...windows) => storedWindows({ windows }).map(({ name }) => name);
  const [brain, bone] = [{ center: 40, width: 80 }, { center: 400, width: 1800, explanation: "BONE" }];

  assert.deepEqual(names(), []);
  assert.deepEqual(names(brain), []);
  assert.deepEqual(names(brain, brain), []);
  assert.deepEqual(names(brain, bone, brain, bone, { center: 75, width: 215 }), ["BONE", "#5"]);
});
