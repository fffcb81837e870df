// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { edition, emptyDraft, isDirty, nextDraft, valueOf } from "../../../webapp/app/pages/draft-state.js";

const stored = { id: "1", revision: 3, title: "A", diagnosis: "B", differential: ["x"], findings: "" };
const loaded = nextDraft(emptyDraft, { type: "saved", teachingCase: stored, etag: '"3-full"' });
const edit = (/** @type {any} */ draft, /** @type {string} */ field, /** @type {any} */ value) => nextDraft(draft, { type: "edited", field, value });

test("a change that is taken back is no change", () => {
  const changed = edit(loaded, "title", "AA");
  assert.ok(isDirty(changed));
  assert.ok(!isDirty(edit(changed, "title", "A")));
  assert.ok(!isDirty(edit(loaded, "differential", ["x"])));
});

test("what is typed while saving is kept and sent next", () => {
  let draft = nextDraft(edit(loaded, "title", "AA"), { type: "sending" });
  draft = edit(draft, "title", "AAA");
  draft = nextDraft(draft, { type: "saved", teachingCase: { ...stored, title: "AA", revision: 4 }, etag: '"4-full"' });

  assert.deepEqual(draft.changes, { title: "AAA" });
  assert.equal(valueOf(draft, "title"), "AAA");
});

test("a failed save loses nothing", () => {
  let draft = nextDraft(edit(edit(loaded, "title", "AA"), "findings", "F"), { type: "sending" });
  draft = edit(draft, "title", "AAA");
  draft = nextDraft(draft, { type: "failed", error: new Error("away") });

  assert.deepEqual(draft.changes, { title: "AAA", findings: "F" });
});

test("after somebody else's save, what doesn't clash is merged", () => {
  const draft = nextDraft(edit(edit(loaded, "title", "Mine"), "findings", "My findings"), { type: "sending" });
  const theirs = { ...stored, revision: 9, diagnosis: "Theirs" };
  const merged = nextDraft(draft, { type: "stale", teachingCase: theirs, etag: '"9-full"' });

  assert.deepEqual(merged.changes, { title: "Mine", findings: "My findings" });
  assert.deepEqual(merged.conflicts, {});
  assert.equal(edition(merged).diagnosis, "Theirs");
  assert.equal(merged.etag, '"9-full"');
});

test("what both changed differently is for the person to decide", () => {
  const draft = nextDraft(edit(loaded, "title", "Mine"), { type: "sending" });
  const clashed = nextDraft(draft, { type: "stale", teachingCase: { ...stored, title: "Theirs" }, etag: '"4"' });
  assert.deepEqual(clashed.conflicts, { title: { mine: "Mine", theirs: "Theirs" } });
  assert.ok(!isDirty(clashed));

  const mine = nextDraft(clashed, { type: "resolved", field: "title", keep: "mine" });
  assert.deepEqual(mine.changes, { title: "Mine" });
  const hers = nextDraft(clashed, { type: "resolved", field: "title", keep: "theirs" });
  assert.equal(valueOf(hers, "title"), "Theirs");
  assert.deepEqual(hers.conflicts, {});
});

test("the same change by both is no conflict", () => {
  const draft = nextDraft(edit(loaded, "title", "Same"), { type: "sending" });
  const merged = nextDraft(draft, { type: "stale", teachingCase: { ...stored, title: "Same" }, etag: '"4"' });

  assert.ok(!isDirty(merged));
  assert.deepEqual(merged.conflicts, {});
});

test("faults stand at their fields until the field is changed", () => {
  const refused = nextDraft(edit(loaded, "title", "x".repeat(301)), {
    type: "refused",
    faults: [{ pointer: "/title", detail: "Too long." }],
    error: new Error(),
  });
  assert.deepEqual(refused.faults, { "/title": "Too long." });
  assert.deepEqual(edit(refused, "title", "short").faults, {});
});

test("an upload's revision is the one that the next save names", () => {
  const draft = nextDraft(loaded, { type: "images", revision: 8, imageCount: 12, thumbnail: null });

  assert.equal(draft.etag, '"8"');
  assert.equal(edition(draft).imageCount, 12);
});
