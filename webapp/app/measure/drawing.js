// @ts-check
import { POINTS } from "./annotation-types.js";
import { direction, middle } from "./figures.js";

/** @typedef {import("./annotation-types.js").Point} Point */
/**
 * An annotation while it is drawn: the points that are placed, and the one that follows the pointer.
 * @typedef {{type: import("./annotation-types.js").AnnotationType, placed: readonly Point[], loose: Point | undefined}} Drawing
 */

/** How many points a person places; a freehand outline ends when she says so. */
const PLACED = { ...POINTS, bidirectional: 2, freehand: Infinity };

/** @param {Drawing["type"]} type @returns {Drawing} */
export function beginDrawing(type) {
  return Object.freeze({ type, placed: Object.freeze([]), loose: undefined });
}

/** @param {Drawing} drawing @param {Point} point @returns {Drawing} */
export function placed(drawing, point) {
  return Object.freeze({ ...drawing, placed: Object.freeze([...drawing.placed, point]), loose: undefined });
}

/** @param {Drawing} drawing @param {Point} point  under the pointer @returns {Drawing} */
export function aimed(drawing, point) {
  return Object.freeze({ ...drawing, loose: point });
}

/**
 * A freehand outline led on: no denser than the gap, and never more points than an annotation may have.
 * @param {Drawing} drawing @param {Point} point @param {number} gap  in pixels of the image @returns {Drawing}
 */
export function traced(drawing, point, gap) {
  const last = drawing.placed.at(-1);
  if (last && Math.hypot(point[0] - last[0], point[1] - last[1]) < gap) {
    return aimed(drawing, point);
  }
  const full = drawing.placed.length >= POINTS.freehand - 1;
  const kept = full ? drawing.placed.filter((_, at) => at % 2 === 0) : drawing.placed;
  return placed({ ...drawing, placed: kept }, point);
}

/** How many points are still to be placed. @param {Drawing} drawing */
export function toPlace({ type, placed: points }) {
  return PLACED[type] - points.length;
}

/** How many points a person places for this type; undefined when that is up to her. @param {Drawing["type"]} type */
export function stepsOf(type) {
  return Number.isFinite(PLACED[type]) ? PLACED[type] : undefined;
}

/**
 * The points as an annotation has them, the one under the pointer among them.
 * @param {Drawing} drawing
 * @param {any} image  its spacing says what is perpendicular
 * @returns {readonly Point[]} fewer than the type has while too few are placed
 */
export function pointsOf({ type, placed: points, loose }, image) {
  const all = loose ? [...points, loose] : points;
  return type === "bidirectional" && all.length === 2 ? [...all, ...shortAxis(all[0], all[1], image)] : all;
}

/** Whether points make an annotation, and not a dot where a line should be. @param {Drawing["type"]} type @param {readonly Point[]} points */
export function isWhole(type, points) {
  if (type === "probe") {
    return points.length === 1;
  }
  const enough = type === "freehand" ? points.length >= 3 : points.length === POINTS[type];
  const apart = points.some((point, at) => at > 0 && Math.hypot(point[0] - points[0][0], point[1] - points[0][1]) > 0.2);
  const isFlat = ["ellipse", "rectangle"].includes(type) && (points[0]?.[0] === points[1]?.[0] || points[0]?.[1] === points[1]?.[1]);
  return enough && apart && !isFlat;
}

/** A short axis half as long as the long one, through its middle and perpendicular to it in the patient. @param {Point} a @param {Point} b @param {any} image @returns {[Point, Point]} */
function shortAxis(a, b, image) {
  const [across, down] = direction(a, b, image);
  const { aspectRatio = 1, rowSpacing = aspectRatio, columnSpacing = 1 } = image;
  const [column, row] = [-down / columnSpacing / 4, across / rowSpacing / 4];
  const [x, y] = middle(a, b);
  return [[x - column, y - row], [x + column, y + row]];
}
