// @ts-check
import { middle } from "./figures.js";

/** @typedef {readonly [number, number]} Point  [x, y] in CSS pixels of the cell */
/**
 * The lines that show an annotation: those that it is, small marks at its ends, and faint helping lines.
 * @typedef {{lines: readonly (readonly Point[])[], marks: readonly (readonly Point[])[], faint: readonly (readonly Point[])[]}} Strokes
 */

const TICK = 5;
const ARC = 22;
const ROUND = Array.from({ length: 73 }, (_, at) => (at / 72) * 2 * Math.PI);

/**
 * @param {import("./annotation-types.js").AnnotationType} type
 * @param {readonly Point[]} points  as many as are placed
 * @returns {Strokes}
 */
export function strokesOf(type, points) {
  const [a, b, c, d] = points;
  switch (type) {
    case "length":
      return { lines: lines([a, b]), marks: b ? ticks(a, b) : [], faint: [] };
    case "bidirectional":
      return { lines: lines([a, b], [c, d]), marks: b ? ticks(a, b) : [], faint: [] };
    case "angle":
      return { lines: lines([a, b], [b, c]), marks: c ? [arc(a, b, c)] : [], faint: [] };
    case "cobb":
      return { lines: lines([a, b], [c, d]), marks: [], faint: d ? [[middle(a, b), middle(c, d)]] : [] };
    case "rectangle":
      return { lines: b ? [box(a, b)] : [], marks: [], faint: [] };
    case "ellipse":
      return { lines: b ? [ellipse(a, b)] : [], marks: [], faint: [] };
    case "freehand":
      return { lines: [points.length > 2 ? [...points, a] : points], marks: [], faint: [] };
    case "probe":
      return { lines: cross(a), marks: [], faint: [] };
    case "arrow":
      return { lines: lines([a, b]), marks: b ? [head(a, b)] : [], faint: [] };
  }
}

/** A cross whose middle is open: what it points at stays in sight. @param {Point} at @param {number} [size] @returns {Point[][]} */
export function cross([x, y], size = 9) {
  return [[-1, 0], [1, 0], [0, -1], [0, 1]].map(([dx, dy]) => [[x + dx * 3, y + dy * 3], [x + dx * size, y + dy * size]]);
}

/** The outline of a box. @param {Point} a @param {Point} b @returns {Point[]} */
export function box([left, top], [right, bottom]) {
  return [[left, top], [right, top], [right, bottom], [left, bottom], [left, top]];
}

/** @param {Point} a  of the box around it @param {Point} b @returns {Point[]} */
export function ellipse(a, b) {
  const [x, y] = middle(a, b);
  const [across, down] = [(b[0] - a[0]) / 2, (b[1] - a[1]) / 2];
  return ROUND.map((turn) => [x + Math.cos(turn) * across, y + Math.sin(turn) * down]);
}

/**
 * How far a point is from lines.
 * @param {readonly (readonly Point[])[]} all
 * @param {Point} point
 */
export function distanceTo(all, point) {
  let least = Infinity;
  for (const line of all) {
    for (let at = 0; at + 1 < line.length; at++) {
      least = Math.min(least, fromSegment(line[at], line[at + 1], point));
    }
  }
  return least;
}

/** Lines of which both ends are there. @param {...(Point | undefined)[]} ends @returns {Point[][]} */
function lines(...ends) {
  return /** @type {Point[][]} */ (ends.filter(([from, to]) => from && to));
}

/** @param {Point} a @param {Point} b @returns {Point[][]} short lines across the ends */
function ticks(a, b) {
  const length = Math.hypot(b[0] - a[0], b[1] - a[1]) || 1;
  const [x, y] = [(-(b[1] - a[1]) / length) * TICK, ((b[0] - a[0]) / length) * TICK];
  return [a, b].map((end) => [[end[0] - x, end[1] - y], [end[0] + x, end[1] + y]]);
}

/** @param {Point} a @param {Point} vertex @param {Point} b @returns {Point[]} the angle's arc, no longer than its shorter leg */
function arc(a, vertex, b) {
  const leg = (/** @type {Point} */ end) => Math.hypot(end[0] - vertex[0], end[1] - vertex[1]);
  const radius = Math.min(ARC, leg(a), leg(b));
  const from = Math.atan2(a[1] - vertex[1], a[0] - vertex[0]);
  const to = Math.atan2(b[1] - vertex[1], b[0] - vertex[0]);
  const turn = Math.atan2(Math.sin(to - from), Math.cos(to - from));
  return Array.from({ length: 17 }, (_, at) => {
    const angle = from + (turn * at) / 16;
    return [vertex[0] + Math.cos(angle) * radius, vertex[1] + Math.sin(angle) * radius];
  });
}

/** @param {Point} tip @param {Point} tail @returns {Point[]} */
function head(tip, tail) {
  const back = Math.atan2(tail[1] - tip[1], tail[0] - tip[0]);
  const barb = (/** @type {number} */ side) => /** @type {Point} */ ([tip[0] + Math.cos(back + side) * 12, tip[1] + Math.sin(back + side) * 12]);
  return [barb(0.42), tip, barb(-0.42)];
}

/** @param {Point} a @param {Point} b @param {Point} point */
function fromSegment([ax, ay], [bx, by], [x, y]) {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(Math.max(((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy || 1), 0), 1);
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
}
