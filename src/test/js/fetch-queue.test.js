// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { FetchQueue } from "../../../webapp/app/viewer/fetch-queue.js";

/** A queue whose runs end when the test says so. @param {number} limit */
function queueOf(limit) {
  /** @type {Map<string, {end: () => void, signal: AbortSignal}>} */
  const runs = new Map();
  /** @type {string[]} */
  const started = [];
  const queue = new FetchQueue((/** @type {string} */ key, signal) => {
    started.push(key);
    return new Promise((resolve) => runs.set(key, { end: () => resolve(), signal }));
  }, limit);
  return { queue, started, runs };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

test("never more than the limit run at once", async () => {
  const { queue, started, runs } = queueOf(2);

  queue.aim(["a", "b", "c", "d"]);
  assert.deepEqual(started, ["a", "b"]);

  runs.get("a")?.end();
  await turn();
  assert.deepEqual(started, ["a", "b", "c"]);
  assert.equal(queue.running, 2);
});

test("a new order re-sorts what waits and does not restart what runs", async () => {
  const { queue, started, runs } = queueOf(1);
  queue.aim(["a", "b", "c"]);

  queue.aim(["c", "a", "b"]);
  assert.deepEqual(started, ["a"]);
  assert.equal(runs.get("a")?.signal.aborted, false);

  runs.get("a")?.end();
  await turn();
  assert.deepEqual(started, ["a", "c"]);
});

test("what is no longer wanted is cancelled, and its place is free", () => {
  const { queue, started, runs } = queueOf(1);
  queue.aim(["a", "b"]);

  queue.aim(["b"]);
  assert.equal(runs.get("a")?.signal.aborted, true);
  assert.deepEqual(started, ["a", "b"]);
});

test("leaving cancels everything", () => {
  const { queue, runs } = queueOf(6);
  queue.aim(["a", "b", "c"]);

  queue.aim([]);
  assert.ok([...runs.values()].every(({ signal }) => signal.aborted));
  assert.equal(queue.running + queue.waiting, 0);
});

test("a late end of a cancelled run doesn't free a place twice", async () => {
  const { queue, started, runs } = queueOf(1);
  queue.aim(["a"]);
  queue.aim(["b", "c"]);

  runs.get("a")?.end();
  await turn();
  assert.deepEqual(started, ["a", "b"]);
});
