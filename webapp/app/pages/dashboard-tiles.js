// @ts-check
import { words } from "../words/en.js";
import { element, svgElement } from "../ui/element.js";
import { latest, sparkPath } from "./dashboard-figures.js";

/** @typedef {import("./dashboard-figures.js").History} History */
/** @typedef {import("../ui/element.js").Child} Child */

const SPARK = { width: 160, height: 28 };

/** The figures that matter most, beside their goals. @param {History} history @returns {Node[]} */
export function dashboardTiles({ series, total }) {
  const { tiles, units, unknown } = words.dashboard;
  const failed = total.requests > 0 ? total.errors / total.requests : null;
  const heap = latest(series.heapAfterGcBytes) ?? latest(series.heapUsedBytes);
  const mostHeap = latest(series.heapMaxBytes);
  const people = latest(series.people);
  const requests = latest(series.requestsPerSecond);
  const said = (/** @type {string} */ unit, /** @type {number | null} */ value) => (value === null ? unknown : units[unit](value));
  return [
    tile(tiles.requests, said("rate", requests), series.requestsPerSecond, words.dashboard.requests(total.requests)),
    tile(tiles.times, said("millis", total.times.p95Millis), series.p95Millis, goal(words.dashboard.timesGoal, total.times.p95Millis, (value) => value < 200)),
    tile(tiles.errors, said("share", failed), series.errorsPerSecond, goal(words.dashboard.errorsGoal, failed, (value) => value < 0.01)),
    tile(tiles.cache, said("share", total.cacheHitRate), series.cacheHitRate, goal(words.dashboard.cacheGoal, total.cacheHitRate, (value) => value >= 0.95)),
    tile(tiles.heap, said("bytes", heap), series.heapAfterGcBytes, [
      mostHeap !== null && `${words.dashboard.ofHeap(mostHeap)}, `,
      ...goal(words.dashboard.heapGoal, heap === null || mostHeap === null ? null : heap / mostHeap, (value) => value < 0.85),
    ]),
    tile(tiles.people, said("count", people), series.people, words.dashboard.peopleLately),
  ];
}

/** @param {string} text @param {number | null} value @param {(value: number) => boolean} isMet @returns {Child[]} */
function goal(text, value, isMet) {
  if (value === null) {
    return [];
  }
  const met = isMet(value);
  const [what, verdict] = words.dashboard.goal(text, met);
  return [what, element("span", { class: met ? "good" : "bad" }, verdict)];
}

/** @param {string} name @param {string} figure @param {(number | null)[]} trend @param {Child | Child[]} below */
function tile(name, figure, trend, below) {
  const { width, height } = SPARK;
  const spark = svgElement("svg", { class: "spark", viewBox: `0 -2 ${width} ${height + 4}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  spark.append(svgElement("path", { d: sparkPath(trend, SPARK) }));
  return element("div", { class: "tile" }, element("dt", {}, name), element("dd", {}, element("strong", {}, figure), spark, element("span", { class: "soft small" }, below)));
}
