// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { edgeLetters, lettersOf, placeOf, planeOf } from "../../../webapp/app/dicom/orientation.js";

const AXIAL = [1, 0, 0, 0, 1, 0];
const CORONAL = [1, 0, 0, 0, 0, -1];
const SAGITTAL = [0, 1, 0, 0, 0, -1];
const STRAIGHT = { rotation: 0, flipped: false };

test("the patient's right is at the left of an axial and a coronal image", () => {
  assert.deepEqual(edgeLetters({ orientation: AXIAL }, STRAIGHT), { left: "R", right: "L", top: "A", bottom: "P" });
  assert.deepEqual(edgeLetters({ orientation: CORONAL }, STRAIGHT), { left: "R", right: "L", top: "H", bottom: "F" });
  assert.deepEqual(edgeLetters({ orientation: SAGITTAL }, STRAIGHT), { left: "A", right: "P", top: "H", bottom: "F" });
});

test("the letters follow a flip and a rotation", () => {
  assert.deepEqual(edgeLetters({ orientation: AXIAL }, { rotation: 0, flipped: true }), { left: "L", right: "R", top: "A", bottom: "P" });
  assert.deepEqual(edgeLetters({ orientation: AXIAL }, { rotation: 90, flipped: false }), { left: "P", right: "A", top: "R", bottom: "L" });
  assert.deepEqual(edgeLetters({ orientation: AXIAL }, { rotation: 180, flipped: false }), { left: "L", right: "R", top: "P", bottom: "A" });
  assert.deepEqual(edgeLetters({ orientation: AXIAL }, { rotation: 270, flipped: false }), { left: "A", right: "P", top: "L", bottom: "R" });
});

test("a radiograph's letters are its own, and an image without any says so", () => {
  assert.deepEqual(edgeLetters({ patientOrientation: ["L", "F"] }, STRAIGHT), { left: "R", right: "L", top: "H", bottom: "F" });
  assert.deepEqual(edgeLetters({ patientOrientation: ["AR", "F"] }, { rotation: 0, flipped: true }), { left: "AR", right: "PL", top: "H", bottom: "F" });
  assert.equal(edgeLetters({}, STRAIGHT), undefined);
});

test("opposite edges always have opposite letters", () => {
  const opposite = { R: "L", L: "R", A: "P", P: "A", H: "F", F: "H" };
  for (let angle = 0; angle < 6.3; angle += 0.13) {
    const oblique = [Math.cos(angle), Math.sin(angle) * 0.6, Math.sin(angle) * 0.8, 0, -0.8, 0.6];
    const { left, right, top, bottom } = edgeLetters({ orientation: oblique }, { rotation: 90, flipped: true }) ?? assert.fail();
    const mirrored = (/** @type {string} */ letters) => [...letters].map((one) => opposite[/** @type {"R"} */ (one)]).join("");
    assert.equal(mirrored(left), right);
    assert.equal(mirrored(top), bottom);
  }
});

test("an oblique has the letters of its main directions, the strongest first", () => {
  assert.equal(lettersOf([0.8, -0.6, 0]), "LA");
  assert.equal(lettersOf([-0.3, 0.05, 0.95]), "HR");
  assert.equal(lettersOf([0.995, 0.0998, 0]), "L");
});

test("planes have names, and a place along their normal", () => {
  assert.equal(planeOf(AXIAL), "axial");
  assert.equal(planeOf(CORONAL), "coronal");
  assert.equal(planeOf(SAGITTAL), "sagittal");
  assert.equal(planeOf([0.7071, 0.7071, 0, 0, 0, -1]), undefined);
  assert.equal(placeOf(AXIAL, [-100, -100, 42.5]), 42.5);
});
