// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { aimed, beginDrawing, isWhole, placed, pointsOf, toPlace, traced } from "../../../webapp/app/measure/drawing.js";
import { handlesOf, movedBy, onImage, withHandleAt } from "../../../webapp/app/measure/handles.js";
import { stepOf } from "../../../webapp/app/measure/key-editing.js";
import { gripAt } from "../../../webapp/app/measure/pointer-editing.js";

/** @typedef {import("../../../webapp/app/measure/annotation-types.js").Point} Point */
/** @typedef {import("../../../webapp/app/measure/annotation-types.js").Annotation} Annotation */

const image = { rows: 100, columns: 200, aspectRatio: 1 };

/** @param {import("../../../webapp/app/measure/annotation-types.js").AnnotationType} type @param {...Point} points */
const drawn = (type, ...points) => points.reduce(placed, beginDrawing(type));

test("a drawing has the point under the pointer until it is placed", () => {
  const half = aimed(drawn("length", [1, 1]), [5, 5]);
  assert.deepEqual(pointsOf(half, image), [[1, 1], [5, 5]]);
  assert.equal(toPlace(half), 1);
  assert.deepEqual(pointsOf(placed(half, [9, 9]), image), [[1, 1], [9, 9]]);
  assert.equal(toPlace(placed(half, [9, 9])), 0);
});

test("each type is complete with its points, an outline when a person says so", () => {
  const steps = Object.entries({ length: 2, angle: 3, cobb: 4, bidirectional: 2, ellipse: 2, rectangle: 2, probe: 1, arrow: 2, freehand: Infinity });
  for (const [type, count] of steps) {
    assert.equal(toPlace(beginDrawing(/** @type {any} */ (type))), count, type);
  }
});

test("the short axis starts half as long, through the middle and perpendicular in the patient", () => {
  const spaced = { ...image, rowSpacing: 2, columnSpacing: 1 };
  const [a, b, c, d] = pointsOf(drawn("bidirectional", [10, 10], [40, 30]), spaced);
  const mm = (/** @type {Point} */ from, /** @type {Point} */ to) => [(to[0] - from[0]) * 1, (to[1] - from[1]) * 2];
  const [long, short] = [mm(a, b), mm(c, d)];
  assert.ok(Math.abs(long[0] * short[0] + long[1] * short[1]) < 1e-9);
  assert.ok(Math.abs(Math.hypot(...short) - Math.hypot(...long) / 2) < 1e-9);
  assert.deepEqual([(c[0] + d[0]) / 2, (c[1] + d[1]) / 2], [25, 20]);
});

test("a traced outline has no points closer than the gap, and never too many", () => {
  let drawing = beginDrawing("freehand");
  for (let at = 0; at < 100; at++) {
    drawing = traced(drawing, [at / 10, 0], 1);
  }
  assert.deepEqual(drawing.placed.map(([column]) => column), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  assert.ok(drawing.loose && drawing.loose[0] > 9.8);

  for (let at = 0; at < 5000; at++) {
    drawing = traced(drawing, [at * 2, 50], 1);
    assert.ok(drawing.placed.length < 1000);
  }
  assert.deepEqual(drawing.placed[0], [0, 0]);
  assert.deepEqual(drawing.placed.at(-1), [9998, 50]);
});

test("a dot is no line, a line is no box and two points are no outline", () => {
  assert.ok(!isWhole("length", [[5, 5], [5, 5]]));
  assert.ok(!isWhole("ellipse", [[5, 5], [5, 50]]));
  assert.ok(!isWhole("freehand", [[5, 5], [9, 9]]));
  assert.ok(!isWhole("angle", [[5, 5], [9, 9]]));
  assert.ok(isWhole("probe", [[5, 5]]));
  assert.ok(isWhole("freehand", [[5, 5], [9, 9], [9, 5]]));
});

test("a box keeps its other corner, whichever corner is moved", () => {
  /** @type {{type: "rectangle", points: Point[]}} */
  const box = { type: "rectangle", points: [[10, 20], [30, 40]] };
  assert.deepEqual(handlesOf(box), [[10, 20], [30, 20], [30, 40], [10, 40]]);
  for (const [handle, opposite] of [[0, 2], [1, 3], [2, 0], [3, 1]]) {
    const points = withHandleAt(box, handle, [17, 23]);
    const corners = handlesOf({ type: "rectangle", points });
    assert.deepEqual(corners[handle], [17, 23]);
    assert.deepEqual(corners[opposite], handlesOf(box)[opposite]);
  }
});

test("an annotation is moved as a whole, and no part of it leaves the image", () => {
  assert.deepEqual(movedBy([[10, 20], [30, 40]], [5, -6], image), [[15, 14], [35, 34]]);
  assert.deepEqual(movedBy([[10, 20], [30, 40]], [-500, 500], image), [[0, 80], [20, 100]]);
  assert.deepEqual(onImage([-3, 400], image), [0, 100]);
});

test("an arrow key moves in its direction on the screen, however the image is turned", () => {
  /** @type {Record<string, Parameters<typeof stepOf>[2]>} */
  const views = {
    straight: { toScreen: ([c, r]) => [c * 2, r * 2], toImage: ([x, y]) => [x / 2, y / 2] },
    turned: { toScreen: ([c, r]) => [-r, c], toImage: ([x, y]) => [y, -x] },
    mirrored: { toScreen: ([c, r]) => [-c, r], toImage: ([x, y]) => [-x, y] },
  };
  const arrows = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  for (const lens of Object.values(views)) {
    for (const [key, wanted] of Object.entries(arrows)) {
      const step = /** @type {Point} */ (stepOf(key, [50, 50], lens, 10));
      assert.equal(Math.hypot(...step), 10);
      const [from, to] = [lens.toScreen([50, 50]), lens.toScreen([50 + step[0], 50 + step[1]])];
      assert.deepEqual([Math.sign(to[0] - from[0]), Math.sign(to[1] - from[1])], wanted);
    }
  }
  assert.equal(stepOf("Home", [50, 50], views.straight, 1), undefined);
});

test("one takes hold of a handle before an outline, of the nearest annotation, and with a tool of handles only", () => {
  /** @type {(id: string, row: number) => Annotation} */
  const line = (id, row) => ({ id, type: "length", seriesUid: "1", instanceUid: "1", frame: 1, points: [[10, row], [90, row]] });
  const lens = { toScreen: (/** @type {Point} */ point) => point, toImage: (/** @type {Point} */ point) => point, image };
  /** @type {any} */
  const scene = { own: [line("a", 20), line("b", 30)], selected: "a", tool: null, lens };
  const gripped = (/** @type {Point} */ at, /** @type {any} */ more = {}) => {
    const grip = gripAt(at, { ...scene, ...more }, 8);
    return grip && [grip.annotation.id, grip.handle];
  };
  assert.deepEqual(gripped([91, 22]), ["a", 1]);
  assert.deepEqual(gripped([50, 26]), ["b", -1]);
  assert.deepEqual(gripped([50, 24]), ["a", -1]);
  assert.equal(gripped([50, 60]), undefined);
  assert.equal(gripped([50, 20], { tool: "length" }), undefined);
  assert.deepEqual(gripped([10, 20], { tool: "length" }), ["a", 0]);
});
