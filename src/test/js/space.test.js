// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { crossing, framePlane, matchingIndex, nearestFrame, toImage, toPatient } from "../../../webapp/app/volume/space.js";

const AXIAL = [1, 0, 0, 0, 1, 0];
const CORONAL = [1, 0, 0, 0, 0, -1];
const SAGITTAL = [0, 1, 0, 0, 0, -1];

/** @param {number[]} position @param {number[]} orientation @param {any} image @returns {import("../../../webapp/app/dicom/manifest.js").Frame} */
function frame(position, orientation, image = {}, index = 0) {
  const whole = { rows: 100, columns: 200, rowSpacing: 2, columnSpacing: 0.5, frameOfReferenceUid: "1.2", orientation, ...image };
  return { index, instance: "1", number: 1, href: "f", rendered: undefined, overlays: undefined, position, image: whole };
}

/** @param {number[]} places @param {number[]} orientation  whose normal is the z axis */
const stack = (places, orientation, image = {}) => places.map((z, index) => frame([0, 0, z], orientation, image, index));

const planeOf = (/** @type {any} */ one) => framePlane(one) ?? assert.fail("no plane");

/** @param {readonly number[] | undefined} actual @param {readonly number[]} expected */
function near(actual, expected, within = 1e-9) {
  assert.equal(actual?.length, expected.length);
  expected.forEach((value, i) => assert.ok(Math.abs((actual?.[i] ?? NaN) - value) < within, `${actual} is not ${expected}`));
}

test("Image Position is the centre of the first pixel, which is half a pixel from the image's corner", () => {
  const plane = planeOf(frame([-10, 20, 30], AXIAL));

  near(toPatient(plane, [0.5, 0.5]), [-10, 20, 30]);
  near(toPatient(plane, [0, 0]), [-10.25, 19, 30]);
  near(toPatient(plane, [200, 100]), [89.75, 219, 30]);
});

test("columns go along the row's direction by the column spacing, rows along the column's by the row spacing, oblique too", () => {
  const plane = planeOf(frame([1, 2, 3], [0.6, 0.8, 0, 0, 0, -1]));

  near(toPatient(plane, [10.5, 0.5]), [1 + 0.6 * 5, 2 + 0.8 * 5, 3]);
  near(toPatient(plane, [0.5, 10.5]), [1, 2, 3 - 20]);
});

test("a place in the patient has its point on the image and its distance along the normal", () => {
  const plane = planeOf(frame([-10, 20, 30], AXIAL));

  assert.deepEqual(toImage(plane, [-10, 20, 37]), { point: [0.5, 0.5], distance: 7 });
  near(toImage(plane, [-9.5, 24, 28]).point, [1.5, 2.5]);
  assert.equal(toImage(plane, [-9.5, 24, 28]).distance, -2);
});

test("from the image to the patient and back is the same point, however the cosines were rounded", () => {
  const plane = planeOf(frame([11, -7, 3], [0.995, 0.094, 0.021, -0.1, 0.98, 0.17]));
  for (const point of [[0, 0], [13.25, 99.5], [-40, 250]]) {
    const back = toImage(plane, toPatient(plane, point));
    near(back.point, point);
    near([back.distance], [0]);
  }
});

test("an image without position, orientation or spacing lies nowhere", () => {
  assert.equal(framePlane({ ...frame([0, 0, 0], AXIAL), position: undefined }), undefined);
  assert.equal(framePlane(frame([0, 0, 0], AXIAL, { orientation: undefined })), undefined);
  assert.equal(framePlane(frame([0, 0, 0], AXIAL, { rowSpacing: undefined, columnSpacing: undefined })), undefined);
});

test("the nearest frame is the one whose plane is, however unevenly the frames lie", () => {
  const frames = stack([0, 1, 2, 10, 30], AXIAL);

  assert.equal(nearestFrame(frames, [500, 0, 5.9]), 2);
  assert.equal(nearestFrame(frames, [0, 0, 6.1]), 3);
  assert.equal(nearestFrame(frames, [0, 0, 999]), 4);
  assert.equal(nearestFrame(frames.slice(3), [0, 0, 0]), 3);
  assert.equal(nearestFrame(frames.map((one) => ({ ...one, position: undefined })), [0, 0, 0]), undefined);
});

test("a coronal image cuts an axial one in a row, from edge to edge of both", () => {
  const axial = frame([0, 0, 0], AXIAL);
  const coronal = frame([25, 40, 50], CORONAL);

  const line = crossing(axial, coronal) ?? assert.fail();

  // Row 20 of the axial image has y = 40; the coronal one begins at x = 25 - 0.25, which is column 50.
  const [left, right] = line[0][0] < line[1][0] ? line : [line[1], line[0]];
  near(left, [50, 20.5]);
  near(right, [200, 20.5]);
});

test("reference lines lie on both images, whatever their angles", () => {
  const one = frame([3, -8, 12], [0.8, 0.6, 0, 0, 0, -1]);
  const turns = [[0.36, 0.48, 0.8, -0.8, 0.6, 0], AXIAL, SAGITTAL, CORONAL, [0, 0.6, 0.8, 1, 0, 0]];
  for (const orientation of turns) {
    const plane = planeOf(frame([0, 0, 0], orientation));
    // Moved so that the middles of both images are one.
    const shift = toPatient(planeOf(one), [100, 50]).map((value, i) => value - toPatient(plane, [100, 50])[i]);
    const other = frame(shift, orientation);

    const line = crossing(one, other) ?? assert.fail(`no line with ${orientation}`);

    const inside = (/** @type {number} */ value, /** @type {number} */ end) => value > -1e-6 && value < end + 1e-6;
    const onEdge = (/** @type {readonly number[]} */ [c, r]) => [c, 200 - c, r, 100 - r].some((gap) => Math.abs(gap) < 1e-6);
    for (const point of line) {
      const { point: there, distance } = toImage(planeOf(other), toPatient(planeOf(one), point));
      near([distance], [0], 1e-6);
      assert.ok([point, there].every(([c, r]) => inside(c, 200) && inside(r, 100)), `${point}, ${there}`);
      assert.ok(onEdge(point) || onEdge(there), `${point}, ${there} end within both images`);
    }
  }
});

test("there is no reference line of images that are parallel within a degree, miss one another or lie in other spaces", () => {
  const axial = frame([0, 0, 0], AXIAL);
  const tilted = (/** @type {number} */ degrees) => [1, 0, 0, 0, Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];

  assert.equal(crossing(axial, frame([0, 0, 0], tilted(0.9))), undefined);
  assert.ok(crossing(axial, frame([0, 0, -1], tilted(1.1))));
  assert.equal(crossing(axial, frame([0, 500, 50], CORONAL)), undefined);
  assert.equal(crossing(axial, frame([0, 40, -5], CORONAL)), undefined);
  assert.equal(crossing(axial, frame([0, 40, 50], CORONAL, { frameOfReferenceUid: "1.3" })), undefined);
  const unknown = { frameOfReferenceUid: undefined };
  assert.equal(crossing(frame([0, 0, 0], AXIAL, unknown), frame([0, 40, 50], CORONAL, unknown)), undefined);
});

test("series are scrolled together by position, not by number", () => {
  const thick = stack([0, 5, 10, 15], AXIAL);
  const thin = stack([20, 19, 18, 17, 16, 15, 14, 13, 12, 11, 10, 9, 8], AXIAL, { rows: 50, columns: 50 });

  assert.equal(matchingIndex(thick[3], thin), 5);
  assert.equal(matchingIndex(thin[12], thick), 2);
  assert.equal(matchingIndex(thick[0], thin), 12);
});

test("only images that lie alike in one space are scrolled together", () => {
  const turned = (/** @type {number} */ degrees) => [1, 0, 0, 0, Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const axial = frame([0, 0, 5], AXIAL);

  assert.equal(matchingIndex(axial, stack([0, 10], turned(11))), undefined);
  assert.equal(matchingIndex(axial, stack([0, 6], AXIAL, { frameOfReferenceUid: "9.9" })), undefined);
  assert.equal(matchingIndex(axial, stack([0, 6], [1, 0, 0, 0, -1, 0])), 1);
  // 9 degrees up, the middle of the shown image, 100 mm behind its first row, lies 16 mm deeper in the other stack.
  assert.equal(matchingIndex(axial, stack([-20, -12, -10, 5], turned(9))), 2);
});
