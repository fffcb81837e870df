// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { cameraOf, fittingZoom } from "../../../webapp/app/viewer/geometry.js";
import { beginReading, nextReading } from "../../../webapp/app/viewer/reading-state.js";
import { initialView, nextView } from "../../../webapp/app/viewer/view-state.js";

/** @type {ReturnType<typeof import("../../../webapp/app/viewer/geometry.js").planeOfFrame>} */
const plane = { rows: 256, columns: 512, rowSpacing: 0.5, columnSpacing: 0.5, origin: [0, 0, 0], row: [1, 0, 0], column: [0, 1, 0] };

test("an image fits the stage by its narrower side, turned or not", () => {
  assert.equal(fittingZoom(plane, { width: 1024, height: 1024 }, 0), 2);
  assert.equal(fittingZoom(plane, { width: 1024, height: 1024 }, 90), 2);
  assert.equal(fittingZoom(plane, { width: 256, height: 1024 }, 90), 1);
  assert.equal(fittingZoom({ ...plane, rowSpacing: 2 }, { width: 1024, height: 1024 }, 0), 1);
});

test("at one to one the image's edges lie on device pixels, whatever the stage's size", () => {
  for (const [width, height] of [[800, 600], [801, 600], [800, 601], [333, 777]]) {
    const { focalPoint, parallelScale } = cameraOf(plane, { ...initialView, zoom: 1 }, { width, height });
    const left = (-0.25 - focalPoint[0]) / 0.5 + width / 2;
    const top = (-0.25 - focalPoint[1]) / 0.5 + height / 2;
    assert.ok(Math.abs(left - Math.round(left)) < 1e-9, `left edge at ${left}`);
    assert.ok(Math.abs(top - Math.round(top)) < 1e-9, `top edge at ${top}`);
    assert.equal(parallelScale, height / 4);
  }
});

test("a flip looks from behind, and a quarter turn brings the left edge to the top", () => {
  const stage = { width: 100, height: 100 };
  const straight = cameraOf(plane, initialView, stage);
  assert.deepEqual(straight.viewUp, [-0, -1, -0].map((one) => one));
  assert.deepEqual(straight.viewPlaneNormal.map((one) => one + 0), [0, 0, -1]);
  assert.deepEqual(cameraOf(plane, { ...initialView, flipped: true }, stage).viewPlaneNormal.map((one) => one + 0), [0, 0, 1]);
  assert.deepEqual(cameraOf(plane, { ...initialView, rotation: 90 }, stage).viewUp.map((one) => one + 0), [-1, 0, 0]);
});

test("a view forgets its place when it fits, and everything when it is reset", () => {
  const moved = nextView(nextView(initialView, { type: "zoom", zoom: 3 }), { type: "pan-by", x: 30, y: 6, zoom: 3 });
  assert.deepEqual(moved.offset, { x: 10, y: 2 });
  assert.deepEqual(nextView(moved, { type: "fit" }).offset, { x: 0, y: 0 });
  assert.equal(nextView(moved, { type: "reset" }), initialView);
});

test("four turns and two flips change nothing", () => {
  const panned = nextView(initialView, { type: "pan-by", x: 4, y: 8, zoom: 2 });
  const turned = [1, 2, 3, 4].reduce((view) => nextView(view, { type: "rotate" }), panned);
  const flipped = [1, 2].reduce((view) => nextView(view, { type: "flip" }), nextView(panned, { type: "rotate" }));
  const plain = (/** @type {any} */ view) => JSON.parse(JSON.stringify(view));
  assert.deepEqual(plain(turned), plain(panned));
  assert.deepEqual(plain(flipped), plain(nextView(panned, { type: "rotate" })));
});

test("zoom stays within reason and a window's width is at least one", () => {
  assert.equal(nextView(initialView, { type: "zoom", zoom: 1e9 }).zoom, 40);
  assert.equal(nextView(initialView, { type: "window", window: { center: 0, width: -7 } }).window?.width, 1);
});

test("a reader stays within the series, and each series keeps its place and look", () => {
  let reading = beginReading([3, 5], { series: 0, index: 1 });
  reading = nextReading(reading, { type: "by", step: 10 });
  assert.equal(reading.places[0].index, 2);
  assert.equal(nextReading(reading, { type: "by", step: 1 }), reading);

  reading = nextReading(reading, { type: "view", action: { type: "invert" } });
  reading = nextReading(reading, { type: "series", series: 1 });
  reading = nextReading(reading, { type: "to", index: -4 });
  assert.equal(reading.places[1].index, 0);
  assert.equal(reading.places[1].view.inverted, false);
  assert.equal(reading.places[0].view.inverted, true);
  assert.equal(nextReading(reading, { type: "series", series: 2 }), reading);
});

test("the heading is where the reader moves", () => {
  const reading = beginReading([9], { series: 0, index: 4 });
  assert.equal(nextReading(reading, { type: "by", step: -2 }).places[0].heading, -1);
  assert.equal(nextReading(reading, { type: "by", step: 2 }).places[0].heading, 1);
});
