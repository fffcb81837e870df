// @ts-check
import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { seriesOf } from "../../../webapp/app/dicom/manifest.js";
import { FrameCache } from "../../../webapp/app/viewer/frame-cache.js";
import { FrameStore } from "../../../webapp/app/viewer/frame-store.js";
import { Loading, REQUESTS } from "../../../webapp/app/viewer/loading.js";

const turn = () => new Promise((resolve) => setImmediate(resolve));
const { fetch } = globalThis;
/** Requests that are not answered yet. @type {Map<string, () => void>} */
let open;

/** A server that answers when the test says so, and has nothing. */
beforeEach(() => {
  open = new Map();
  globalThis.fetch = (/** @type {any} */ address, /** @type {any} */ { signal }) =>
    new Promise((resolve, reject) => {
      signal.addEventListener("abort", () => (open.delete(address), reject(signal.reason)));
      open.set(address, () => (open.delete(address), resolve(new Response(null, { status: 404 }))));
    });
});
afterEach(() => {
  globalThis.fetch = fetch;
});

function aSeries() {
  const frames = Array.from({ length: 40 }, (_, index) => ({ href: `frame-${index}` }));
  const { signal } = new AbortController();
  const store = new FrameStore(seriesOf({ series: [{ uid: "1", image: {}, frames }] })[0], { cache: new FrameCache(1, () => {}), pool: /** @type {any} */ (null), signal });
  const loading = new Loading(signal, () => true);
  const overlay = () => loading.bring((abort) => globalThis.fetch("overlay", { signal: abort }));
  const at = (/** @type {number} */ shown) => loading.aim([{ store, shown, heading: 1 }], []);
  return { loading, overlay, at };
}

test("the first frame that is shown has the line for itself", async () => {
  const { at } = aSeries();
  at(7);
  assert.deepEqual([...open.keys()], ["frame-7"]);

  open.get("frame-7")?.();
  await turn();

  assert.equal(open.size, REQUESTS);
  at(20);
  assert.equal(open.size, REQUESTS);
});

test("what lies over a frame waits for its turn: after the frame that is looked at, before the others", async () => {
  const { overlay, at } = aSeries();
  at(0);
  open.get("frame-0")?.();
  await turn();
  assert.equal(open.size, REQUESTS);
  at(30);
  overlay();
  assert.ok(!open.has("overlay"));

  const soon = [];
  for (let answer = 0; answer < 3; answer++) {
    const before = new Set(open.keys());
    [...open.values()][0]();
    await turn();
    assert.equal(open.size, REQUESTS);
    soon.push(...[...open.keys()].filter((address) => !before.has(address)));
  }

  assert.deepEqual(soon, ["frame-30", "overlay", "frame-31"]);
});

test("what lay over a frame that the reader left is not fetched, and can be asked for again", async () => {
  const { overlay, at } = aSeries();
  at(0);
  const left = overlay();
  at(1);

  await assert.rejects(left, { name: "AbortError" });
  const asked = overlay();
  while (!open.has("overlay")) {
    [...open.values()][0]();
    await turn();
  }
  open.get("overlay")?.();
  assert.equal((await asked).status, 404);
});

test("what lies over frames doesn't keep loading from being done, nor frames ahead from coming", async () => {
  const { loading, overlay, at } = aSeries();
  at(0);
  const asked = overlay();
  while (open.size > 1 || !open.has("overlay")) {
    [...open].filter(([address]) => address !== "overlay")[0][1]();
    await turn();
  }

  assert.ok(loading.idle);
  open.get("overlay")?.();
  await asked;
  assert.ok(loading.idle);
});
