// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { ask } from "./api.js";
import { dashboardAlerts } from "./dashboard-alerts.js";
import { dashboardChart } from "./dashboard-chart.js";
import { hasFigures } from "./dashboard-figures.js";
import { dashboardTiles } from "./dashboard-tiles.js";
import { dataTable, deskPart } from "./desk-parts.js";
import { everyWhile } from "./every-while.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { updateInPlace } from "./update-in-place.js";

/** @typedef {import("./dashboard-figures.js").History} History */

const SOON = 5_000;
const LATER = 60_000;

startFrame();
const { charts: titles } = words.dashboard;
const alerts = dashboardAlerts();
const lead = element("p", { class: "soft" });
const tiles = element("dl", { class: "tiles" });
const charts = [
  dashboardChart(titles.requests, ["requestsPerSecond"], { unit: "rate" }),
  dashboardChart(titles.times, ["p50Millis", "p95Millis", "p99Millis"], { unit: "millis", goal: 200 }),
  dashboardChart(titles.errors, ["errorsPerSecond"], { unit: "rate", most: 1 }),
  dashboardChart(titles.cache, ["cacheHitRate"], { unit: "share", most: 1 }),
  dashboardChart(titles.memory, ["heapUsedBytes", "heapAfterGcBytes", "heapMaxBytes"], { unit: "bytes" }),
  dashboardChart(titles.pool, ["poolInUse", "poolWaiting", "poolMax"], { unit: "count", most: 4 }),
  dashboardChart(titles.people, ["people", "activeRequests"], { unit: "count", most: 4 }),
  dashboardChart(titles.cpu, ["cpu"], { unit: "share", most: 1 }),
];
const routes = element("div", {});
const jobs = element("div", {});
const fault = element("div", {});
const nothing = element("div", { class: "notice" }, element("h2", {}, words.dashboard.none), element("p", { class: "soft" }, words.dashboard.noneDetail));
const figures = element(
  "div",
  { class: "desk-body" },
  lead,
  tiles,
  element("h2", { class: "visually-hidden" }, words.dashboard.figures),
  element("div", { class: "charts" }, charts.map(({ node }) => node)),
  deskPart(words.dashboard.routes, element("p", { class: "soft" }, words.dashboard.routesLead), routes),
  deskPart(words.dashboard.jobs, jobs),
);
const shown = element("div", { "aria-busy": "true", data: { figures: "" } });
let range = words.dashboard.ranges[0][0];

async function refresh() {
  try {
    const wanted = range;
    const [{ body }] = await Promise.all([ask(`api/admin/metrics/history?range=${wanted}`), alerts.refresh()]);
    if (wanted === range) {
      show(body);
    }
    fault.replaceChildren();
  } catch (error) {
    // One that stays is not told again every few seconds.
    if (!fault.hasChildNodes()) {
      fault.replaceChildren(errorNotice(error, { retry: () => again() }));
    }
  }
  shown.setAttribute("aria-busy", "false");
  return range === "15m" || range === "1h" ? SOON : LATER;
}

/** @param {History} history */
function show(history) {
  const place = hasFigures(history) ? figures : nothing;
  shown.dataset.range = history.range;
  place.isConnected || shown.replaceChildren(place);
  if (place === nothing) {
    return;
  }
  const word = words.dashboard.ranges.find(([one]) => one === history.range)?.[2] ?? history.range;
  const said = words.dashboard.measured(word, history.instances);
  lead.textContent === said || (lead.textContent = said);
  updateInPlace(tiles, dashboardTiles(history));
  for (const chart of charts) {
    chart.show(history);
  }
  updateInPlace(routes, [routesTable(history)]);
  updateInPlace(jobs, [dataTable(words.dashboard.jobHeads, history.jobs.map(({ job, state }) => [[words.dashboard.jobNames[job] ?? job], [words.dashboard.jobStates[state] ?? state]]))]);
}

/** @param {History} history */
function routesTable({ routes: slowest }) {
  if (slowest.length === 0) {
    return element("p", {}, words.dashboard.noRoutes);
  }
  const { count, unknown, units } = words.dashboard;
  const millis = (/** @type {number | null} */ value) => [value === null ? unknown : units.millis(value)];
  return dataTable(
    words.dashboard.routeHeads,
    slowest.map(({ route, requests, errors, times }) => [
      [element("span", { class: "number" }, route)],
      [count(requests)],
      millis(times.p50Millis),
      millis(times.p95Millis),
      millis(times.p99Millis),
      [errors > 0 ? element("span", { class: "bad" }, count(errors)) : count(errors)],
    ]),
  );
}

/** @param {string} value @param {string} word @param {string} full */
function choice(value, word, full) {
  const input = element("input", { type: "radio", name: "range", value, checked: value === range, "aria-label": full });
  input.addEventListener("change", () => {
    range = value;
    shown.setAttribute("aria-busy", "true");
    again();
  });
  return element("label", {}, input, element("span", {}, word));
}

the("[data-spans]").append(
  element("fieldset", { class: "spans" }, element("legend", { class: "visually-hidden" }, words.dashboard.spans), words.dashboard.ranges.map(([value, word, full]) => choice(value, word, full))),
);
the("[data-body]").append(alerts.node, fault, shown);
const again = everyWhile(refresh);
