// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { fittingZoom, lensOf } from "../../../webapp/app/viewer/lens.js";
import { beginReading, nextReading } from "../../../webapp/app/viewer/reading-state.js";
import { initialView, nextView } from "../../../webapp/app/viewer/view-state.js";

const image = { rows: 256, columns: 512, rowSpacing: 0.5, columnSpacing: 0.5 };
const near = (/** @type {readonly number[]} */ got, /** @type {readonly number[]} */ wanted) =>
  got.forEach((value, at) => assert.ok(Math.abs(value - wanted[at]) < 1e-9, `${got} is not ${wanted}`));

test("an image fits the cell by its narrower side, turned or not", () => {
  assert.equal(fittingZoom(image, { width: 1024, height: 1024 }, 0), 2);
  assert.equal(fittingZoom(image, { width: 1024, height: 1024 }, 90), 2);
  assert.equal(fittingZoom(image, { width: 256, height: 1024 }, 90), 1);
  assert.equal(fittingZoom({ ...image, rowSpacing: 2 }, { width: 1024, height: 1024 }, 0), 1);
});

test("pixels are as tall as their spacing says, or their aspect ratio where there is none", () => {
  const cell = { width: 1024, height: 1024 };
  near(lensOf({ ...image, rowSpacing: 1 }, initialView, cell).toScreen([0, 0]), [0, 0]);
  near(lensOf({ rows: 256, columns: 512, aspectRatio: 2 }, initialView, cell).toScreen([512, 256]), [1024, 1024]);
});

test("at one to one the image's edges lie on device pixels, whatever the cell's size", () => {
  for (const [width, height] of [[800, 600], [801, 600], [800, 601], [333, 777]]) {
    const [left, top] = lensOf(image, { ...initialView, zoom: 1 }, { width, height }).toScreen([0, 0]);
    near([left, top], [Math.round(left), Math.round(top)]);
  }
});

test("a flip mirrors left and right, and a quarter turn brings the left edge to the top", () => {
  const cell = { width: 512, height: 512 };
  near(lensOf(image, initialView, cell).toScreen([0, 0]), [0, 128]);
  near(lensOf(image, { ...initialView, flipped: true }, cell).toScreen([0, 0]), [512, 128]);
  near(lensOf(image, { ...initialView, rotation: 90 }, cell).toScreen([0, 256]), [128, 0]);
  near(lensOf(image, { ...initialView, rotation: 90 }, cell).toScreen([0, 0]), [384, 0]);
});

test("what is on the screen leads back to the image, however it lies", () => {
  const oblong = { ...image, rowSpacing: 0.8 };
  for (const rotation of [0, 90, 180, 270]) {
    for (const flipped of [false, true]) {
      const lens = lensOf(oblong, { ...initialView, rotation, flipped, zoom: 1.7, offset: { x: 3, y: -9 } }, { width: 640, height: 480 });
      near(lens.toImage(lens.toScreen([100.25, 31.5])), [100.25, 31.5]);
    }
  }
});

test("zooming leaves what is under the pointer in its place", () => {
  const cell = { width: 640, height: 480 };
  const view = { ...initialView, zoom: 1.5, offset: { x: 4, y: 2 } };
  const at = { x: 100.5, y: -60.5 };
  const place = /** @type {const} */ ([cell.width / 2 + at.x, cell.height / 2 + at.y]);
  const zoomed = nextView(view, { type: "zoom-by", factor: 1.1, from: 1.5, at });
  near(lensOf(image, zoomed, cell).toImage(place), lensOf(image, view, cell).toImage(place));
});

test("top and bottom change places as left and right do, and twice changes nothing", () => {
  const cell = { width: 512, height: 512 };
  const over = nextView(initialView, { type: "flip-over" });
  near(lensOf(image, over, cell).toScreen([0, 0]), [0, 384]);
  near(lensOf(image, nextView(over, { type: "flip-over" }), cell).toScreen([0, 0]), [0, 128]);
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
  assert.equal(reading.cells[0]?.index, 2);
  assert.equal(nextReading(reading, { type: "by", step: 1 }), reading);

  reading = nextReading(reading, { type: "view", action: { type: "invert" } });
  reading = nextReading(reading, { type: "series", series: 1 });
  reading = nextReading(reading, { type: "to", index: -4 });
  assert.equal(reading.cells[0]?.index, 0);
  assert.equal(reading.cells[0]?.view.inverted, false);
  assert.equal(reading.kept[0].view.inverted, true);
  assert.equal(nextReading(reading, { type: "series", series: 2 }), reading);
});

test("the heading is where the reader moves", () => {
  const reading = beginReading([9], { series: 0, index: 4 });
  assert.equal(nextReading(reading, { type: "by", step: -2 }).cells[0]?.heading, -1);
  assert.equal(nextReading(reading, { type: "by", step: 2 }).cells[0]?.heading, 1);
});

test("a divided stage shows other series beside the one that was read, and one cell again the active one", () => {
  let reading = beginReading([3, 5, 7], { series: 1, index: 2 });
  reading = nextReading(reading, { type: "layout", layout: { rows: 2, columns: 2 }, fill: [1, 0, 2] });
  assert.deepEqual(reading.cells.map((cell) => cell?.series), [1, 0, 2, undefined]);
  assert.equal(reading.cells[0]?.index, 2);

  reading = nextReading(reading, { type: "cell", cell: 2 });
  reading = nextReading(reading, { type: "by", step: 4 });
  assert.equal(reading.cells[0]?.index, 2);
  reading = nextReading(reading, { type: "layout", layout: { rows: 1, columns: 1 }, fill: [] });
  assert.deepEqual([reading.cells[0]?.series, reading.cells[0]?.index], [2, 4]);
});

test("an empty cell takes a series, and keeps nothing of a move before", () => {
  let reading = beginReading([3], { series: 0, index: 0 });
  reading = nextReading(reading, { type: "layout", layout: { rows: 1, columns: 2 }, fill: [0] });
  reading = nextReading(reading, { type: "cell", cell: 1 });
  assert.equal(nextReading(reading, { type: "by", step: 1 }), reading);
  reading = nextReading(reading, { type: "series", series: 0 });
  assert.equal(reading.cells[1]?.series, 0);
});
