// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { FrameCache } from "../../../webapp/app/viewer/frame-cache.js";

const frame = (bytes = 100) => ({ values: new Uint8Array(bytes), components: /** @type {const} */ (1), min: 0, max: 0 });

test("bytes stay under the ceiling, and what is farthest from the reader goes first", () => {
  /** @type {string[]} */
  const dropped = [];
  const cache = new FrameCache(400, (uid, index) => dropped.push(`${uid}/${index}`));
  cache.put("other", 0, frame());
  cache.aim([{ uid: "a", index: 5 }]);
  [5, 6, 4, 9].forEach((index) => cache.put("a", index, frame()));
  assert.deepEqual(dropped, ["other/0"]);

  cache.put("a", 7, frame());
  assert.deepEqual(dropped, ["other/0", "a/9"]);
  assert.equal(cache.bytes, 400);
});

test("what is shown stays, however large it is", () => {
  const cache = new FrameCache(100, () => {});
  cache.aim([{ uid: "a", index: 0 }]);
  cache.put("a", 0, frame(500));

  assert.ok(cache.get("a", 0));
});

test("a frame that comes again counts once", () => {
  const cache = new FrameCache(1000, () => {});
  cache.put("a", 0, frame());
  cache.put("a", 0, frame());

  assert.equal(cache.bytes, 100);
});
