import assert from "node:assert/strict";
import { test } from "node:test";
import { latest, sparkPath, spread } from "../../../webapp/app/pages/dashboard-figures.js";
import { words } from "../../../webapp/app/words/en.js";

test("the latest figure is the last one that was measured", () => {
  assert.equal(latest([1, 2, null]), 2);
  assert.equal(latest([0, null]), 0);
  assert.equal(latest([null, null]), null);
  assert.equal(latest([]), null);
});

test("names of lines that end at the same height stand below each other, within the chart", () => {
  assert.deepEqual(spread([50, 50, 50], { gap: 10, top: 0, bottom: 100 }), [50, 60, 70]);
  assert.deepEqual(spread([100, 99, 20], { gap: 10, top: 0, bottom: 100 }), [100, 90, 20]);
  assert.deepEqual(spread([-5, 3], { gap: 10, top: 0, bottom: 100 }), [0, 10]);
});

test("a small line has a gap where nothing was measured", () => {
  assert.equal(sparkPath([0, 4, null, 2], { width: 30, height: 20 }), "M0.0 20.0L10.0 0.0M30.0 10.0");
  assert.equal(sparkPath([null], { width: 30, height: 20 }), "");
  assert.equal(sparkPath([0, 0], { width: 10, height: 20 }), "M0.0 20.0L10.0 20.0");
});

test("every alert that the server raises has its words", () => {
  const kinds = [
    "response-time", "error-rate", "heap", "disk-free", "database-away", "pool-use", "pool-waiting", "pool-exhausted",
    "hit-rate", "redis-memory", "redis-clients", "redis-failures", "get-time",
  ];
  for (const kind of kinds) {
    assert.match(words.dashboard.says[kind]("jdbc/radcase", 0.75, 0.5), /^[A-Z0-9].*\.$/, kind);
  }
});
