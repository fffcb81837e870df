// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { lanes } from "../../../webapp/app/viewer/lanes.js";

test("the shown frame comes first, then near ones, more ahead than behind", () => {
  assert.deepEqual(lanes(100, 50, 1).slice(0, 7), [50, 51, 52, 49, 53, 54, 48]);
  assert.deepEqual(lanes(100, 50, -1).slice(0, 7), [50, 49, 48, 51, 47, 46, 52]);
});

test("every frame stands in the order once, wherever the reader is", () => {
  for (const count of [1, 2, 3, 9, 64, 1000]) {
    for (const shown of [0, count >> 1, count - 1]) {
      for (const heading of /** @type {const} */ ([1, -1])) {
        const order = lanes(count, shown, heading);
        assert.equal(order.length, count);
        assert.equal(new Set(order).size, count);
        assert.equal(order[0], shown);
      }
    }
  }
});
