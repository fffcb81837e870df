// @ts-check
import uPlot from "uplot";
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { latest, spread } from "./dashboard-figures.js";
import { dataTable } from "./desk-parts.js";
import { updateInPlace } from "./update-in-place.js";

/** @typedef {import("./dashboard-figures.js").History} History */
/** @typedef {keyof typeof words.dashboard.series} SeriesName */

const HEIGHT = 176;
const LABEL = 12;
const AXIS = 64;
const ROOM_FOR_NAMES = 76;
/** Steps of an axis of bytes: powers of two, from 1 KiB. */
const BYTES = Array.from({ length: 32 }, (_, power) => 2 ** (10 + power));
/** How the first, second and third line are told apart: by stroke, and each has its name at its end. */
const STYLES = [
  { token: "--info", dash: [] },
  { token: "--text", dash: [7, 4] },
  { token: "--soft", dash: [2, 3] },
];

/**
 * A chart of some series over time, with the figures at the pointer in words and all of them in a table.
 * @param {string} title
 * @param {SeriesName[]} names
 * @param {{unit: string, goal?: number, most?: number}} more  goal: a line to stay below; most: the scale's end at least
 * @returns {{node: HTMLElement, show: (history: History) => void}}
 */
export function dashboardChart(title, names, { unit, goal, most = 0 }) {
  const told = words.dashboard.units[unit];
  const image = element("div", { class: "chart", role: "img" });
  const said = element("p", { class: "soft small chart-said", "aria-hidden": "true" });
  const table = element("div", { role: "region", tabindex: 0, "aria-label": words.dashboard.tableOf(title) });
  const details = element("details", {}, element("summary", {}, words.dashboard.chartTable), table);
  const node = element("section", { class: "desk-part" }, element("h3", {}, title), said, image, details);
  /** @type {History} */
  let history;
  /** @type {uPlot | undefined} */
  let plot;

  const valueAt = (/** @type {SeriesName} */ name, /** @type {number | null | undefined} */ at) =>
    at === null || at === undefined ? latest(history.series[name]) : history.series[name][at];
  const sentence = (/** @type {number | null} */ at) =>
    names
      .map((name) => {
        const value = valueAt(name, at);
        return `${words.dashboard.series[name]} ${value === null ? words.dashboard.unknown : told(value)}`;
      })
      .join(" · ");
  const sayAt = (/** @type {number | null | undefined} */ at) => {
    const when = at === null || at === undefined ? words.dashboard.now : words.dashboard.at(Date.parse(history.at[at]), history.stepSeconds);
    said.textContent = `${when}: ${sentence(at ?? null)}`;
  };

  function fillTable() {
    if (!details.open) {
      return;
    }
    const rows = history.at.map((at, place) => ({ at, place })).filter(({ place }) => names.some((name) => history.series[name][place] !== null));
    const cells = rows.reverse().map(({ at, place }) => [
      [element("time", { datetime: at }, words.dashboard.at(Date.parse(at), history.stepSeconds))],
      ...names.map((name) => {
        const value = history.series[name][place];
        return [value === null ? words.dashboard.unknown : told(value)];
      }),
    ]);
    updateInPlace(table, [dataTable([words.dashboard.when, ...names.map((name) => words.dashboard.series[name])], cells)]);
  }

  function make() {
    const made = new uPlot(options(), dataOf(history, names), image);
    new ResizeObserver(() => made.setSize({ width: image.clientWidth, height: HEIGHT })).observe(image);
    const redraw = () => made.redraw(false);
    new MutationObserver(redraw).observe(document.documentElement, { attributeFilter: ["data-theme"] });
    matchMedia("(prefers-color-scheme: light)").addEventListener("change", redraw);
    return made;
  }

  /** @returns {uPlot.Options} */
  function options() {
    const line = { stroke: () => colour("--soft"), grid: { stroke: () => colour("--line"), width: 1 }, ticks: { show: false }, font: font() };
    return {
      width: image.clientWidth,
      height: HEIGHT,
      padding: [8, ROOM_FOR_NAMES, 0, 0],
      legend: { show: false },
      cursor: { y: false, drag: { x: false, y: false }, points: { show: false } },
      scales: { y: { range: (_, __, highest) => [0, Math.max(highest ?? 0, most, goal ?? 0) * 1.08 || 1] } },
      axes: [
        { ...line, grid: { show: false }, size: 28, space: 56, values: (_, splits) => splits.map((at) => words.dashboard.tick(at * 1000, history.stepSeconds)) },
        { ...line, size: AXIS, space: 32, ...(unit === "bytes" && { incrs: BYTES }), values: (_, splits) => splits.map((value) => told(value)) },
      ],
      series: [{}, ...names.map((_, at) => ({ stroke: () => colour(STYLES[at].token), dash: STYLES[at].dash, width: 2, points: { show: false } }))],
      hooks: { draw: [drawGoal, drawAlone, drawNames], setCursor: [(self) => sayAt(self.cursor.idx)] },
    };
  }

  /** The limit to stay below. @param {uPlot} self */
  function drawGoal(self) {
    if (goal === undefined) {
      return;
    }
    const y = self.valToPos(goal, "y", true);
    const { left, width } = self.bbox;
    self.ctx.save();
    self.ctx.strokeStyle = colour("--faint");
    self.ctx.lineWidth = devicePixelRatio;
    self.ctx.setLineDash([1, 4].map((length) => length * devicePixelRatio));
    self.ctx.beginPath();
    self.ctx.moveTo(left, y);
    self.ctx.lineTo(left + width, y);
    self.ctx.stroke();
    self.ctx.font = font(devicePixelRatio);
    self.ctx.fillStyle = colour("--soft");
    self.ctx.textAlign = "left";
    self.ctx.textBaseline = "bottom";
    self.ctx.fillText(words.dashboard.goalLine, left + 4 * devicePixelRatio, y - 2 * devicePixelRatio);
    self.ctx.restore();
  }

  /** What has no neighbour to make a line with is a dot. @param {uPlot} self */
  function drawAlone(self) {
    names.forEach((name, series) => {
      const values = history.series[name];
      self.ctx.fillStyle = colour(STYLES[series].token);
      values.forEach((value, at) => {
        if (value === null || (values[at - 1] ?? null) !== null || (values[at + 1] ?? null) !== null) {
          return;
        }
        self.ctx.beginPath();
        self.ctx.arc(self.valToPos(self.data[0][at], "x", true), self.valToPos(value, "y", true), 2.5 * devicePixelRatio, 0, 2 * Math.PI);
        self.ctx.fill();
      });
    });
  }

  /** Each line's name at its end. @param {uPlot} self */
  function drawNames(self) {
    const { left, top, width, height } = self.bbox;
    const known = names.map((name, at) => ({ name, at, value: latest(history.series[name]) })).filter(({ value }) => value !== null);
    const gap = (LABEL + 3) * devicePixelRatio;
    const heights = known.map(({ value }) => self.valToPos(value ?? 0, "y", true));
    const places = spread(heights, { gap, top: top + gap / 2, bottom: top + height });
    self.ctx.save();
    self.ctx.font = font(devicePixelRatio);
    self.ctx.textBaseline = "middle";
    self.ctx.textAlign = "left";
    known.forEach(({ name, at }, place) => {
      self.ctx.fillStyle = colour(STYLES[at].token);
      self.ctx.fillText(words.dashboard.series[name], left + width + 6 * devicePixelRatio, places[place]);
    });
    self.ctx.restore();
  }

  details.addEventListener("toggle", fillTable);
  return {
    node,
    show(found) {
      history = found;
      plot ??= make();
      plot.setData(dataOf(history, names));
      image.setAttribute("aria-label", words.dashboard.chart(title, sentence(null)));
      sayAt(plot.cursor.idx);
      fillTable();
    },
  };
}

/** @param {History} history @param {SeriesName[]} names @returns {uPlot.AlignedData} */
function dataOf({ at, series }, names) {
  return [at.map((one) => Date.parse(one) / 1000), ...names.map((name) => series[name])];
}

/** @param {string} token */
function colour(token) {
  return getComputedStyle(document.documentElement).getPropertyValue(token).trim();
}

/** As the canvas takes it. @param {number} [ratio] */
function font(ratio = 1) {
  return `${LABEL * ratio}px ${getComputedStyle(document.body).fontFamily}`;
}
