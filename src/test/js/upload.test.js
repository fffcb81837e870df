// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { batches, LIMITS } from "../../../webapp/app/pages/upload-batches.js";
import { nextUploads, noUploads, tallyOf } from "../../../webapp/app/pages/upload-state.js";

const files = (/** @type {number[]} */ ...sizes) => sizes.map((size) => ({ file: { size } }));
const sizes = (/** @type {{file: {size: number}}[][]} */ made) => made.map((batch) => batch.map(({ file }) => file.size));

test("requests have few files and few bytes, in the order given", () => {
  assert.deepEqual(sizes(batches(files(1, 2, 3, 4, 5), { files: 2, bytes: 100 })), [[1, 2], [3, 4], [5]]);
  assert.deepEqual(sizes(batches(files(60, 50, 40, 70), { files: 9, bytes: 100 })), [[60], [50, 40], [70]]);
});

test("a large file goes alone", () => {
  assert.deepEqual(sizes(batches(files(1, 5e9, 1))), [[1], [5e9], [1]]);
});

test("every file is sent once, and no request is larger than it may be", () => {
  const many = files(...Array.from({ length: 1000 }, (_, at) => (at * 7919) % 3_000_000));
  const made = batches(many);

  assert.deepEqual(made.flat(), many);
  for (const batch of made) {
    assert.ok(batch.length <= LIMITS.files);
    assert.ok(batch.length === 1 || batch.reduce((sum, { file }) => sum + file.size, 0) <= LIMITS.bytes);
  }
});

test("each file keeps its own verdict", () => {
  let uploads = nextUploads(noUploads, { type: "added", files: [{ name: "a", size: 1 }, { name: "b", size: 1 }, { name: "c", size: 1 }] });
  uploads = nextUploads(uploads, { type: "sending", from: [0, 1] });
  uploads = nextUploads(uploads, { type: "told", rows: [{ at: 0, verdict: "stored", detail: "" }, { at: 1, verdict: "refused", detail: "Not DICOM" }] });
  uploads = nextUploads(uploads, { type: "unsent", at: [2], error: new Error("away") });

  assert.deepEqual(uploads.rows.map(({ verdict }) => verdict), ["stored", "refused", "unsent"]);
  assert.deepEqual(tallyOf(uploads), { waiting: 0, sending: 0, stored: 1, duplicate: 0, refused: 1, unsent: 1, done: 3, total: 3 });
});
