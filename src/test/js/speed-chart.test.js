import assert from "node:assert/strict";
import { test } from "node:test";
import { niceCeiling } from "../../../webapp/app/pages/speed-chart.js";

test("the chart's scale ends at a round number that holds every value", () => {
  for (const [value, ceiling] of [[1, 1], [1.5, 2], [3, 4], [300, 400], [431, 600], [601, 1000], [999, 1000], [1000, 1000], [54000, 60000]]) {
    assert.equal(niceCeiling(value), ceiling, String(value));
  }
});
