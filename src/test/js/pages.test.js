// @ts-check
import assert from "node:assert/strict";
import { test } from "node:test";
import { cleared, filterParameters, initial, isFiltered, next, queryOf, searched, searchOf, toggled } from "../../../webapp/app/pages/library-state.js";
import { groupsOf } from "../../../webapp/app/pages/openapi.js";
import { publishGaps, spoilers } from "../../../webapp/app/pages/publish-gaps.js";
import { emptyRead, nextRead, rankOf } from "../../../webapp/app/pages/read-state.js";
import { parseRichText } from "../../../webapp/app/pages/rich-text.js";

test("a library's address says what is filtered, and nothing that is usual", () => {
  const query = queryOf("?modality=CT&modality=MR&q=%20pain%20&page=3&sort=difficulty");
  assert.equal(searchOf(query), "modality=CT&modality=MR&q=pain&sort=difficulty&page=3");
  assert.equal(searchOf(queryOf("?sort=-updatedAt&page=1&q=")), "");
});

test("a search puts the best first until another order is chosen, and gives the order back", () => {
  const found = searched(queryOf("?page=4&sort=difficulty"), "stone");
  assert.deepEqual([found.q, found.sort, found.page], ["stone", "relevance", 1]);
  assert.equal(searchOf(found), "q=stone");
  assert.equal(queryOf("?q=stone").sort, "relevance");
  assert.equal(searchOf({ ...found, sort: "-updatedAt" }), "q=stone&sort=-updatedAt");
  assert.equal(searched(found, "").sort, "-updatedAt");
  assert.equal(searched(queryOf("?q=stone&sort=difficulty"), "").sort, "difficulty");
  assert.equal(searchOf(cleared(found)), "");
});

test("an address that lies is read as the first page", () => {
  for (const page of ["0", "-1", "1.5", "abc", ""]) {
    assert.equal(queryOf(`?page=${page}`).page, 1);
  }
});

test("choosing a value twice takes it away, and goes to the first page", () => {
  const query = queryOf("?page=4&modality=CT");
  const both = toggled(query, "modality", "MR");
  assert.deepEqual(both.filters.modality, ["CT", "MR"]);
  assert.equal(both.page, 1);
  assert.deepEqual(toggled(both, "modality", "MR").filters.modality, ["CT"]);
  assert.ok(!isFiltered(cleared(both)));
  assert.equal(filterParameters(both).toString(), "modality=CT&modality=MR");
});

test("a library keeps its cards while the next ones are on the way", () => {
  const list = { data: [{ id: "1" }], pagination: { total: 1 } };
  const ready = next(initial, { type: "answered", list, facets: {} });
  const asking = next(ready, { type: "asked", query: queryOf("?q=x") });

  assert.equal(asking.phase, "loading");
  assert.deepEqual(asking.cases, [{ id: "1" }]);
});

test("a read has at most five different diagnoses", () => {
  let read = emptyRead;
  for (const name of ["A", " a ", "B", "", "C", "D", "E", "F"]) {
    read = nextRead(read, { type: "add", name });
  }
  assert.deepEqual(read.differential, ["A", "B", "C", "D", "E"]);
  assert.deepEqual(nextRead(read, { type: "move", at: 0, by: 1 }).differential, ["B", "A", "C", "D", "E"]);
  assert.equal(nextRead(read, { type: "move", at: 0, by: -1 }), read);
});

test("a diagnosis is found by its name, not by how it is written", () => {
  assert.equal(rankOf(["Renal abscess", "obstructive  PYELONEPHRITIS."], "Obstructive pyelonephritis"), 2);
  assert.equal(rankOf(["Meniere's disease"], "Ménière's disease"), 1);
  assert.equal(rankOf(["Something"], "Else"), 0);
  assert.equal(rankOf([""], ""), 0);
});

test("rich text knows paragraphs, lists, bold, italic and code, and leaves the rest alone", () => {
  assert.deepEqual(parseRichText("A **b** *c* `d`\n\n- one\n- two\n\n1. first"), [
    {
      kind: "p",
      lines: [
        [
          { kind: "text", text: "A " },
          { kind: "strong", text: "b" },
          { kind: "text", text: " " },
          { kind: "em", text: "c" },
          { kind: "text", text: " " },
          { kind: "code", text: "d" },
        ],
      ],
    },
    { kind: "ul", lines: [[{ kind: "text", text: "one" }], [{ kind: "text", text: "two" }]] },
    { kind: "ol", lines: [[{ kind: "text", text: "first" }]] },
  ]);
  const hostile = "<img src=x onerror=alert(1)> [a](javascript:1) 3 * 4 ** 5";
  assert.deepEqual(parseRichText(hostile), [{ kind: "p", lines: [[{ kind: "text", text: hostile }]] }]);
});

test("a long hostile text is parsed in time", () => {
  const started = process.cpuUsage().user;
  parseRichText("*a **b `c ".repeat(2000));
  assert.ok(process.cpuUsage().user - started < 5e6);
});

test("publishing needs images, a question and a diagnosis", () => {
  const open = (/** @type {any} */ told) => publishGaps(told).filter(({ done }) => !done).map(({ gap }) => gap);
  assert.deepEqual(open({ presentation: " ", clinicalHistory: "", diagnosis: "", imageCount: 0 }), ["images", "question", "diagnosis"]);
  assert.deepEqual(open({ presentation: "", clinicalHistory: "Pain", diagnosis: "X", imageCount: 1 }), []);
});

test("a presentation that names the diagnosis is noticed", () => {
  assert.deepEqual(spoilers({ presentation: "Suspected appendicitis, man, 20", diagnosis: "Acute Appendicitis" }), ["appendicitis"]);
  assert.deepEqual(spoilers({ presentation: "Pain, man, 20", diagnosis: "Acute appendicitis" }), []);
});

test("an API's description is told in groups, with shapes that end though they refer to themselves", () => {
  const api = {
    tags: [{ name: "Cases", description: "Teaching cases" }],
    paths: {
      "/api/cases/{id}": {
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
        get: { tags: ["Cases"], summary: "Read", responses: { 200: { description: "It", content: { "application/json": { schema: { $ref: "#/components/schemas/Case" } } } } } },
      },
    },
    components: { schemas: { Case: { type: "object", required: ["id"], properties: { id: { type: "string" }, like: { type: "array", items: { $ref: "#/components/schemas/Case" } } } } } },
  };

  const [{ name, description, operations }] = groupsOf(api);
  assert.deepEqual([name, description], ["Cases", "Teaching cases"]);
  assert.deepEqual(operations[0].parameters[0], { name: "id", place: "path", type: "string (uuid)", needed: true, description: "" });
  assert.deepEqual(operations[0].responses[0].schema?.parts.map((part) => `${part.name}: ${part.type}`), ["id: string", "like: Case[]"]);
});

test("a case that was revealed earlier shows what was committed then", () => {
  const typed = nextRead(emptyRead, { type: "add", name: "Abscess" });
  const committed = { differential: ["Infarct"], confidence: 3 };
  const read = nextRead(typed, { type: "revealed", answer: { diagnosis: "Stone" }, committed });
  assert.deepEqual([read.phase, read.differential, read.confidence], ["revealed", ["Infarct"], 3]);
});

test("who needs no commitment is shown the answer and no read", () => {
  const read = nextRead(emptyRead, { type: "shown", answer: { diagnosis: "Stone" } });
  assert.deepEqual([read.phase, read.differential], ["shown", []]);
});
