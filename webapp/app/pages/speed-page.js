// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { ask } from "./api.js";
import { dataTable, deskPart } from "./desk-parts.js";
import { selectField } from "./form-parts.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { speedChart } from "./speed-chart.js";

/** @typedef {import("./speed-chart.js").Figure} Figure */

const DAYS = "7";
const DEVICES = ["desktop", "tablet", "phone"];

startFrame();
const days = selectField("days", words.speed.days, words.speed.spans.map(([value, word]) => ({ value: String(value), word })), { value: DAYS });
const device = selectField("device", words.speed.device, DEVICES.map((value) => ({ value, word: words.speed.devices[value] })));
const measure = selectField("measure", words.speed.measure, Object.entries(words.speed.measures).map(([value, word]) => ({ value, word })));
const said = element("p", { role: "status" });
const table = element("div", {});
const course = element("div", { class: "stack" });
const lines = element("div", {});
const parts = [
  deskPart(words.speed.figures, element("p", { class: "soft" }, words.speed.figuresLead), table),
  deskPart(words.speed.course, element("p", { class: "soft" }, words.speed.courseLead), element("div", { class: "filters" }, measure.node), course),
  deskPart(words.speed.lines, element("p", { class: "soft" }, words.speed.linesLead), lines),
];
const shown = element("div", { class: "desk-body", "aria-busy": "true" });
/** @type {{from: string, stepHours: number, connections: {connection: string, visits: number}[], goals: {measure: string, p95: number}[], figures: Figure[]}} */
let found;
let asking = new AbortController();

async function load() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  try {
    found = (await ask(`api/admin/viewer?days=${days.input.value}`, { signal })).body;
    // Begins with a device that there are visits on.
    if (ofDevice().length === 0) {
      device.input.value = found.figures.at(-1)?.device ?? device.input.value;
    }
    draw();
  } catch (error) {
    if (!signal.aborted) {
      shown.replaceChildren(errorNotice(error, { retry: load }));
    }
  }
  shown.setAttribute("aria-busy", "false");
}

function ofDevice() {
  return found.figures.filter((figure) => figure.device === device.input.value);
}

function draw() {
  const figures = ofDevice();
  const visits = found.connections.reduce((sum, one) => sum + one.visits, 0);
  said.textContent = visits > 0 ? words.speed.lead(visits) : "";
  if (figures.length === 0) {
    const title = visits > 0 ? words.speed.noneOnDevice : words.speed.none;
    shown.replaceChildren(element("div", { class: "notice" }, element("h2", {}, title), element("p", { class: "soft" }, words.speed.noneDetail)));
    return;
  }
  table.replaceChildren(dataTable(words.speed.heads, figures.map(row)));
  lines.replaceChildren(
    dataTable(
      words.speed.lineHeads,
      found.connections.map((one) => [[words.speed.connections[one.connection] ?? one.connection], [words.speed.count(one.visits)], [words.speed.share(one.visits, visits)]]),
    ),
  );
  drawCourse();
  shown.replaceChildren(...parts);
}

function drawCourse() {
  const figure = ofDevice().find((one) => one.measure === measure.input.value);
  if (!figure) {
    course.replaceChildren(element("p", {}, words.speed.notTold));
    return;
  }
  const { from, stepHours } = found;
  const count = stepHours === 1 ? 24 : Number(days.input.value);
  course.replaceChildren(
    speedChart(figure, { from, stepHours, count, goal: goalOf(figure.measure) }),
    element(
      "details",
      {},
      element("summary", {}, words.speed.courseTable),
      dataTable(
        words.speed.courseHeads,
        figure.steps.map(({ began, visits, p75 }) => [
          [element("time", { datetime: began }, words.speed.when(began, stepHours))],
          [words.speed.count(visits)],
          [words.speed.valued(figure.measure, p75)],
        ]),
      ),
    ),
  );
}

/** @param {string} name */
function goalOf(name) {
  return found.goals.find((goal) => goal.measure === name)?.p95;
}

/** @param {Figure} figure */
function row({ measure: name, visits, p50, p75, p95, p99 }) {
  const goal = goalOf(name);
  return [
    [element("strong", {}, words.speed.measures[name] ?? name), element("span", { class: "soft small" }, words.speed.meanings[name])],
    [words.speed.count(visits)],
    ...[p50, p75, p95, p99].map((value) => [words.speed.valued(name, value)]),
    goal === undefined ? [] : [words.speed.goal(name, goal), " ", verdict(p95 < goal)],
  ];
}

/** @param {boolean} isMet */
function verdict(isMet) {
  return element("span", { class: isMet ? "good small" : "bad small" }, isMet ? words.speed.met : words.speed.missed);
}

days.input.addEventListener("change", load);
device.input.addEventListener("change", draw);
measure.input.addEventListener("change", drawCourse);
the("[data-body]").append(said, element("div", { class: "filters" }, days.node, device.node), shown);
load();
