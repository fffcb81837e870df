// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { seriesOf } from "../../../webapp/app/dicom/manifest.js";
import { hangingFor } from "../../../webapp/app/viewer/hanging.js";

const AXIAL = [1, 0, 0, 0, 1, 0];
const SAGITTAL = [0, 1, 0, 0, 0, -1];

/** @param {string} modality @param {number} count @param {any} image */
function told(modality, count, image = {}, description = "") {
  const frames = Array.from({ length: count }, () => ({ href: "f" }));
  return { uid: "1", modality, description, image: { windows: [], ...image }, frames };
}

/** @param {string} modality @param {string[][]} views  Patient Orientation of each frame */
function views(modality, ...views) {
  return { ...told(modality, 0), frames: views.map((patientOrientation) => ({ href: "f", image: { patientOrientation } })) };
}

/** @param {any[]} series @param {"phone" | "tablet" | "desktop"} size */
function hung(series, size = "desktop") {
  const { rows, columns, cells } = hangingFor(seriesOf({ series }), size);
  return `${rows}x${columns} ${cells.map(({ series: one, frame }) => `${one}/${frame}`).join(" ")}`;
}

test("one stack fills the stage, from its middle", () => {
  assert.equal(hung([told("CT", 100, { orientation: AXIAL })]), "1x1 0/50");
  assert.equal(hung([told("US", 1), told("US", 40)]), "1x1 1/20");
  assert.equal(hung([told("PT", 90)]), "1x1 0/45");
});

test("what moves begins at its beginning, and of several stacks the largest is shown from its middle", () => {
  assert.equal(hung([told("US", 40, { frameTime: 33 })]), "1x1 0/0");
  assert.equal(hung([{ ...told("MR", 30), stacks: [{ first: 1, frames: 10 }, { first: 11, frames: 20 }] }]), "1x1 0/20");
});

test("a phone always shows one image", () => {
  assert.equal(hung([views("DX", ["L", "F"]), views("DX", ["P", "F"])], "phone"), "1x1 0/0");
  assert.equal(hung([told("MR", 20), told("MR", 30)], "phone"), "1x1 0/10");
});

test("a frontal chest radiograph hangs left of the lateral one, in one series or two", () => {
  assert.equal(hung([views("CR", ["A", "F"]), views("CR", ["L", "F"])]), "1x2 1/0 0/0");
  assert.equal(hung([views("DX", ["P", "F"], ["L", "F"])]), "1x2 0/1 0/0");
  assert.equal(hung([views("DX", ["L", "F"])]), "1x1 0/0");
  assert.equal(hung([told("DX", 3)]), "1x2 0/0 0/1");
});

test("mammograms hang right beside left, CC above MLO", () => {
  assert.equal(hung([views("MG", ["A", "FR"]), views("MG", ["A", "R"]), views("MG", ["P", "FL"]), views("MG", ["P", "L"])]), "2x2 3/0 1/0 2/0 0/0");
  assert.equal(hung([views("MG", ["A", "F"], ["P", "F"])]), "1x2 0/1 0/0");
  assert.equal(hung([views("MG", ["A", "R"], ["A", "R"])]), "1x1 0/0");
  assert.equal(hung([told("MG", 2), told("MG", 2)]), "2x2 0/0 0/1 1/0 1/1");
});

test("two CT stacks of one space and plane hang side by side, a scout or another plane doesn't", () => {
  const axial = told("CT", 40, { orientation: AXIAL, frameOfReferenceUid: "1.2" });
  const scout = told("CT", 1, { orientation: SAGITTAL, frameOfReferenceUid: "1.2" });
  const sagittal = told("CT", 40, { orientation: SAGITTAL, frameOfReferenceUid: "1.2" });
  const elsewhere = told("CT", 40, { orientation: AXIAL, frameOfReferenceUid: "1.3" });

  assert.equal(hung([scout, axial, sagittal, elsewhere]), "1x1 1/20");
  assert.equal(hung([scout, axial, sagittal, axial, axial]), "1x2 1/20 3/20");
});

test("MR shows up to four contrasts, those of the first one's plane before others", () => {
  const mr = (/** @type {string} */ description, orientation = AXIAL) => told("MR", 20, { orientation }, description);

  assert.equal(hung([mr("T1"), mr("T2 sag", SAGITTAL), mr("T2"), mr("FLAIR"), mr("DWI")]), "2x2 0/10 2/10 3/10 4/10");
  assert.equal(hung([mr("T1"), mr("T1"), mr("T2 sag", SAGITTAL)]), "1x2 0/10 2/10");
  assert.equal(hung([mr(""), mr(""), mr("")]), "2x2 0/10 1/10 2/10");
  assert.equal(hung([told("MR", 3, { orientation: SAGITTAL }), mr("T1")]), "1x1 1/10");
});

test("what cannot be shown gets no cell", () => {
  const hidden = told("SR", 1, { displayable: false });
  assert.equal(hung([hidden, told("CT", 9)]), "1x1 1/4");
  assert.equal(hung([hidden]), "1x1 ");
  assert.equal(hung([]), "1x1 ");
});
