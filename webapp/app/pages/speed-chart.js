// @ts-check
import { words } from "../words/en.js";
import { svgElement } from "../ui/element.js";

/** @typedef {{began: string, visits: number, p75: number}} Step  an hour or a day */
/** @typedef {{measure: string, device: string, visits: number, p50: number, p75: number, p95: number, p99: number, steps: Step[]}} Figure */

/** In user units, which are about CSS pixels. */
const WIDTH = 640;
const WIDTH_ON_PHONE = 320;
const HEIGHT = 200;
const LEFT = 72;
const RIGHT = 12;
const TOP = 12;
const BOTTOM = 26;

/**
 * The p75 of one figure over time: a dot a step, joined where steps follow each other, and the goal as a line.
 * @param {Figure} figure
 * @param {{from: string, stepHours: number, count: number, goal?: number}} range  the steps shown, whether there were visits or not
 */
export function speedChart({ measure, steps }, { from, stepHours, count, goal }) {
  const width = matchMedia("(max-width: 720px)").matches ? WIDTH_ON_PHONE : WIDTH;
  const right = width - RIGHT;
  const values = steps.map(({ p75 }) => p75);
  const most = niceCeiling(Math.max(...values, goal ?? 0, 1));
  const x = (/** @type {number} */ place) => LEFT + ((place + 0.5) / count) * (right - LEFT);
  const y = (/** @type {number} */ value) => TOP + (1 - value / most) * (HEIGHT - TOP - BOTTOM);
  const placeOf = (/** @type {string} */ began) => Math.round((Date.parse(began) - Date.parse(from)) / (stepHours * 3_600_000));
  const points = steps.map(({ began, p75 }) => ({ place: placeOf(began), value: p75 }));
  const told = (/** @type {number} */ value) => words.speed.valued(measure, value);
  const say = words.speed.chart(words.speed.measures[measure], steps.length, told(Math.min(...values)), told(Math.max(...values)));
  const svg = svgElement("svg", { class: "chart", viewBox: `0 0 ${width} ${HEIGHT}`, role: "img", "aria-label": say });
  for (const value of [0, most / 2, most]) {
    svg.append(
      svgElement("line", { class: "chart-grid", x1: LEFT, x2: right, y1: y(value), y2: y(value) }),
      label(told(value), { x: LEFT - 8, y: y(value) + 4, "text-anchor": "end" }),
    );
  }
  for (const place of new Set([0, count - 1])) {
    const at = new Date(Date.parse(from) + place * stepHours * 3_600_000).toISOString();
    svg.append(label(words.speed.when(at, stepHours), { x: place === 0 ? LEFT : right, y: HEIGHT - 6, "text-anchor": place === 0 ? "start" : "end" }));
  }
  if (goal !== undefined) {
    svg.append(
      svgElement("line", { class: "chart-goal", x1: LEFT, x2: right, y1: y(goal), y2: y(goal) }),
      label(words.speed.goalLine, { x: right, y: y(goal) - 6, "text-anchor": "end" }),
    );
  }
  const path = points.map(({ place, value }, at) => `${at > 0 && points[at - 1].place === place - 1 ? "L" : "M"}${x(place)} ${y(value)}`).join("");
  svg.append(svgElement("path", { class: "chart-line", d: path }));
  for (const { place, value } of points) {
    svg.append(svgElement("circle", { class: "chart-dot", cx: x(place), cy: y(value), r: 3 }));
  }
  return svg;
}

/** @param {string} text @param {Record<string, any>} attributes */
function label(text, attributes) {
  const made = svgElement("text", { class: "chart-label", ...attributes });
  made.textContent = text;
  return made;
}

/** The least of 2, 4, 6, 10 times a power of ten that is not below: halves of these read well. @param {number} value */
export function niceCeiling(value) {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * /** @type {number} */ ([1, 2, 4, 6, 10].find((one) => one * power >= value));
}
