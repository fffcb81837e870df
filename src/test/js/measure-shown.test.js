// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { placeOfLabel } from "../../../webapp/app/measure/label-place.js";
import { labelOf, spokenOf } from "../../../webapp/app/measure/labels.js";
import { distanceTo, strokesOf } from "../../../webapp/app/measure/strokes.js";
import { isOpen, nextSearch, noSearch } from "../../../webapp/app/pages/find-lesion-state.js";

/** @typedef {readonly [number, number]} Point */

test("figures are told with their units, and what isn't calibrated is said", () => {
  assert.deepEqual(labelOf({}, { length: 12.345, lengthUnit: "mm" }), ["12.3 mm"]);
  assert.deepEqual(labelOf({}, { length: 7, lengthUnit: "px" }), ["7.0 px, uncalibrated"]);
  assert.deepEqual(labelOf({}, { long: 1234.5, short: 8, lengthUnit: "mm" }), ["1,234.5 × 8.0 mm"]);
  assert.deepEqual(labelOf({}, { degrees: 40.04 }), ["40.0°"]);
  assert.deepEqual(labelOf({}, { value: -1000, stored: 24, valueUnit: "HU" }), ["−1,000 HU", "Stored 24"]);
  assert.deepEqual(labelOf({}, { value: 24, stored: 24, valueUnit: "" }), ["24"]);
  assert.deepEqual(labelOf({}, { rgb: [1, 2, 3] }), ["R 1 G 2 B 3"]);
  const values = { mean: 50.04, sd: 0.01234, min: -3, max: 120.55, count: 1572 };
  assert.deepEqual(labelOf({}, { area: 10, areaUnit: "px²", values, valueUnit: "" }), ["Area 10.0 px², uncalibrated", "Mean 50.0, SD 0.0123", "Min −3, max 120.6"]);
});

test("an annotation is spoken with its kind, text, figures and whose it is", () => {
  const values = { mean: 50, sd: 6, min: 40, max: 60, count: 1572 };
  assert.equal(
    spokenOf({ type: "ellipse", text: "Cyst" }, { area: 9, areaUnit: "mm²", values, valueUnit: "HU" }, "yours"),
    "Ellipse, Cyst, Area 9.0 mm², Mean 50 HU, SD 6, Min 40, max 60, 1,572 pixels, yours",
  );
});

test("a long text is broken into lines, and cut where one can see it", () => {
  const lines = labelOf({ text: "word ".repeat(60) }, {});
  assert.equal(lines.length, 4);
  assert.ok(lines.every((line) => line.length <= 32));
  assert.ok(lines[3].endsWith("…"));
  assert.deepEqual(labelOf({ text: "x".repeat(300) }, {}), [`${"x".repeat(31)}…`]);
});

test("a label stands beside its outline, within the cell and over no other", () => {
  const cell = { width: 400, height: 300 };
  /** @type {Point[]} */
  const line = [[100, 100], [150, 100]];
  const first = placeOfLabel(line, ["12.3 mm"], cell);
  assert.ok(first.at.x > 150);
  const second = placeOfLabel(line, ["12.3 mm"], cell, [first.box]);
  assert.ok(second.box.right < 100);
  assert.ok(placeOfLabel([[380, 100]], ["12.3 mm"], cell).box.right < 380);

  for (const corner of /** @type {Point[]} */ ([[0, 0], [400, 0], [0, 300], [400, 300], [-900, 5000]])) {
    const { box } = placeOfLabel([corner], ["a line of text", "another"], cell);
    assert.ok(box.left >= 0 && box.top >= 0 && box.right <= 400 && box.bottom <= 300, JSON.stringify(box));
  }
});

test("as many points as are placed can be drawn, of every type", () => {
  /** @type {Point[]} */
  const all = [[10, 10], [60, 20], [30, 80], [90, 90]];
  const counts = { length: 2, angle: 3, cobb: 4, bidirectional: 4, ellipse: 2, rectangle: 2, freehand: 4, probe: 1, arrow: 2 };
  for (const [type, most] of Object.entries(counts)) {
    for (let count = 1; count <= most; count++) {
      const { lines, marks, faint } = strokesOf(/** @type {any} */ (type), all.slice(0, count));
      for (const [x, y] of [...lines, ...marks, ...faint].flat()) {
        assert.ok(Number.isFinite(x) && Number.isFinite(y), `${type} with ${count}`);
      }
    }
    assert.ok(strokesOf(/** @type {any} */ (type), all.slice(0, most)).lines.length > 0, type);
  }
});

test("a drawn ellipse is where its equation says", () => {
  const [outline] = strokesOf("ellipse", [[10, 20], [110, 80]]).lines;
  for (const [x, y] of outline) {
    assert.ok(Math.abs(((x - 60) / 50) ** 2 + ((y - 50) / 30) ** 2 - 1) < 1e-9);
  }
});

test("the distance to a line is that to its nearest point, not to its extension", () => {
  assert.equal(distanceTo([[[0, 0], [10, 0]]], [5, 3]), 3);
  assert.equal(distanceTo([[[0, 0], [10, 0]]], [13, 4]), 5);
  assert.equal(distanceTo([[[2, 2], [2, 2]]], [2, 6]), 4);
});

const frame = { seriesUid: "1.2", instanceUid: "1.2.3", frame: 4 };

test("a search ends with the last finding or the last attempt", () => {
  const started = nextSearch(noSearch, { type: "loaded", told: { toFind: 2, found: [], attemptsLeft: 3 } });
  assert.ok(isOpen(started));
  const finding = { id: "f", shape: { type: "point", points: [[1, 1]] } };
  const found = nextSearch(started, { type: "judged", frame, told: { verdict: "found", finding, distanceMm: 2, left: 1, attemptsLeft: 2 } });
  assert.deepEqual(found.found, [{ ...frame, ...finding }]);
  assert.deepEqual(found.last, { verdict: "found", distance: 2, unit: "mm" });
  assert.ok(isOpen(found));
  assert.ok(!isOpen(nextSearch(found, { type: "judged", frame, told: { verdict: "found", finding: { ...finding, id: "g" }, attemptsLeft: 1 } })));
  assert.ok(!isOpen(nextSearch(found, { type: "judged", frame, told: { verdict: "missed", attemptsLeft: 0 } })));
  assert.ok(!isOpen(nextSearch(found, { type: "exhausted" })));
});

test("the same finding is found once, and a distance in pixels says so", () => {
  const finding = { id: "f", shape: { type: "point", points: [[1, 1]] } };
  const told = { verdict: "found", finding, distancePixels: 7, attemptsLeft: 2 };
  const once = nextSearch(noSearch, { type: "judged", frame, told });
  assert.equal(nextSearch(once, { type: "judged", frame, told }).found.length, 1);
  assert.deepEqual(once.last, { verdict: "found", distance: 7, unit: "px" });
});

test("when the answer is revealed, all findings are there and nothing is left to find", () => {
  const findings = [{ id: "f", text: "Stone", ...frame, shape: { type: "point", points: [[1, 1]] } }];
  const revealed = nextSearch(noSearch, { type: "loaded", told: { revision: 3, findings } });
  assert.deepEqual(revealed.found, findings);
  assert.ok(revealed.isRevealed);
  assert.ok(!isOpen(revealed));
});
