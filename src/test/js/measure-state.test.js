// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { isFull, nextAnnotations, noAnnotations } from "../../../webapp/app/measure/annotation-state.js";
import { mergedAnnotations } from "../../../webapp/app/measure/merged-annotations.js";

/** @typedef {import("../../../webapp/app/measure/annotation-types.js").Annotation} Annotation */
/** @typedef {import("../../../webapp/app/measure/annotation-state.js").AnnotationAction} AnnotationAction */

/** @param {string} id @param {Partial<Annotation>} [more] @returns {Annotation} */
function line(id, more) {
  return { id, type: "length", seriesUid: "1.2", instanceUid: "1.2.3", frame: 1, points: [[0, 0], [1, 1]], ...more };
}

/** @param {...AnnotationAction} actions */
function after(...actions) {
  return actions.reduce(nextAnnotations, noAnnotations);
}

/** @param {{annotations: readonly Annotation[]}} state */
const ids = ({ annotations }) => annotations.map(({ id }) => id).join("");

test("each step is undone and done again", () => {
  /** @type {AnnotationAction[]} */
  const steps = [
    { type: "add", annotation: line("a") },
    { type: "add", annotation: line("b") },
    { type: "points", id: "a", points: [[5, 5], [6, 6]] },
    { type: "text", id: "b", text: "Nodule" },
    { type: "remove", id: "a" },
  ];
  const states = steps.reduce((all, step) => [...all, nextAnnotations(/** @type {any} */ (all.at(-1)), step)], [noAnnotations]);
  let state = states[5];
  for (let at = 4; at >= 0; at--) {
    state = nextAnnotations(state, { type: "undo" });
    assert.deepEqual(state.annotations, states[at].annotations);
  }
  assert.equal(nextAnnotations(state, { type: "undo" }), state);
  for (let at = 1; at <= 5; at++) {
    state = nextAnnotations(state, { type: "redo" });
    assert.deepEqual(state.annotations, states[at].annotations);
  }
  assert.equal(nextAnnotations(state, { type: "redo" }), state);
});

test("what is done after an undo takes the place of what was undone", () => {
  const state = after({ type: "add", annotation: line("a") }, { type: "undo" }, { type: "add", annotation: line("b") });
  assert.equal(ids(state), "b");
  assert.equal(nextAnnotations(state, { type: "redo" }), state);
});

test("nudges in a row are one step, until another annotation or another kind of step comes between", () => {
  const nudge = (/** @type {string} */ id, /** @type {number} */ x) => /** @type {AnnotationAction} */ ({ type: "points", id, points: [[x, 0], [x, 1]], nudge: true });
  const both = after({ type: "add", annotation: line("a") }, { type: "add", annotation: line("b") });
  const nudged = [nudge("a", 1), nudge("a", 2), nudge("a", 3)].reduce(nextAnnotations, both);
  assert.deepEqual(nudged.annotations[0].points[0], [3, 0]);
  assert.deepEqual(nextAnnotations(nudged, { type: "undo" }).annotations, both.annotations);

  const between = [nudge("b", 9), nudge("a", 4)].reduce(nextAnnotations, nudged);
  assert.deepEqual(nextAnnotations(between, { type: "undo" }).annotations[0].points[0], [3, 0]);

  const returned = /** @type {AnnotationAction[]} */ ([{ type: "select", id: null }, nudge("a", 4)]).reduce(nextAnnotations, nudged);
  assert.deepEqual(nextAnnotations(returned, { type: "undo" }).annotations[0].points[0], [3, 0]);
});

test("selecting is no step, and what is gone is not selected", () => {
  const state = after({ type: "add", annotation: line("a") }, { type: "add", annotation: line("b") }, { type: "select", id: "a" });
  assert.equal(state.selected, "a");
  assert.equal(ids(nextAnnotations(state, { type: "undo" })), "a");
  assert.equal(nextAnnotations(state, { type: "remove", id: "a" }).selected, null);
  assert.equal(nextAnnotations(state, { type: "remove", id: "b" }).selected, "a");
  assert.equal(after({ type: "add", annotation: line("a") }, { type: "undo" }).selected, null);
});

test("what changes nothing is no step", () => {
  const state = after({ type: "add", annotation: line("a", { text: "x" }) });
  /** @type {AnnotationAction[]} */
  const nothing = [
    { type: "add", annotation: line("a") },
    { type: "points", id: "a", points: [[0, 0], [1, 1]] },
    { type: "points", id: "a", points: [[0, 0]] },
    { type: "points", id: "none", points: [[4, 4], [5, 5]] },
    { type: "text", id: "a", text: "x" },
    { type: "remove", id: "none" },
    { type: "select", id: "a" },
    { type: "redo" },
  ];
  for (const action of nothing) {
    assert.equal(nextAnnotations(state, action), state, JSON.stringify(action));
  }
});

test("an emptied text is none, and a long one is cut", () => {
  const state = after({ type: "add", annotation: line("a", { text: "x" }) });
  assert.equal(nextAnnotations(state, { type: "text", id: "a", text: "" }).annotations[0].text, undefined);
  assert.equal(nextAnnotations(state, { type: "text", id: "a", text: "y".repeat(400) }).annotations[0].text?.length, 300);
});

test("five hundred annotations are kept, and no more", () => {
  let state = noAnnotations;
  for (let count = 0; count < 501; count++) {
    state = nextAnnotations(state, { type: "add", annotation: line(String(count)) });
  }
  assert.equal(state.annotations.length, 500);
  assert.ok(isFull(state));
});

test("outlines of twenty thousand points together are kept, and no more", () => {
  let state = noAnnotations;
  for (let count = 0; count < 30; count++) {
    const points = Array.from({ length: 1000 }, (_, at) => /** @type {[number, number]} */ ([at, count]));
    state = nextAnnotations(state, { type: "add", annotation: line(String(count), { type: "freehand", points }) });
  }
  assert.equal(state.annotations.length, 20);
  assert.ok(isFull(state));
});

test("nobody can change an annotation from outside", () => {
  /** @type {[number, number][]} */
  const points = [[0, 0], [1, 1]];
  const state = after({ type: "add", annotation: line("a", { points }) });
  points[0][0] = 99;
  assert.deepEqual(state.annotations[0].points[0], [0, 0]);
  assert.throws(() => /** @type {any} */ (state.annotations[0]).points.push([2, 2]), TypeError);
});

test("what comes from the server can't be undone to what was before it", () => {
  const state = after({ type: "add", annotation: line("a") }, { type: "loaded", annotations: [line("a"), line("b")] });
  assert.equal(ids(state), "ab");
  assert.equal(nextAnnotations(state, { type: "undo" }), state);
  assert.equal(state.selected, "a");
});

test("two people's changes are joined by annotation", () => {
  const base = ["a", "b", "c", "d"].map((id) => line(id));
  const mine = [line("a", { text: "mine" }), line("b"), line("d"), line("e")];
  const theirs = [line("a", { text: "theirs" }), line("b", { text: "theirs" }), line("c"), line("f")];
  const merged = mergedAnnotations(base, mine, theirs);
  assert.deepEqual(merged.map(({ id, text = "" }) => id + text), ["amine", "btheirs", "f", "e"]);
});

test("what one removed and another changed stays removed, and what one changed and another removed stays", () => {
  assert.deepEqual(mergedAnnotations([line("a")], [], [line("a", { text: "theirs" })]), []);
  assert.deepEqual(mergedAnnotations([line("a")], [line("a", { text: "mine" })], []), [line("a", { text: "mine" })]);
});
