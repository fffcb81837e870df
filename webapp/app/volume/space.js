// @ts-check
// Frames in patient space. Places on images are [column, row] as in SCOORD (PS3.3 C.18.6.1.2): the centre of the first pixel is at
// [0.5, 0.5], the image's edges are at 0 and at its numbers of columns and rows. Places in the patient are [x, y, z], mm, LPS.
import { cross, dot, minus, moved, scaled, unit } from "./vector.js";

/** @typedef {import("../dicom/manifest.js").Frame} Frame */
/** @typedef {import("./vector.js").Vector} Vector */
/**
 * @typedef {{position: Vector, row: Vector, column: Vector, normal: Vector, rows: number, columns: number, rowSpacing: number,
 *   columnSpacing: number, frameOfReferenceUid: string | undefined}} FramePlane  three unit vectors, square on one another
 */

/** Planes at a smaller angle have no line in common that a reader could use. */
const ALONGSIDE = Math.sin(Math.PI / 180);
/** Images at a smaller angle show the same cut, to a reader who scrolls them together. */
const ALIKE = Math.cos((10 * Math.PI) / 180);

/**
 * Where a frame lies. Source: PS3.3 C.7.6.2.1.1.
 * @param {Frame} frame
 * @returns {FramePlane | undefined} undefined without position, orientation or spacing
 */
export function framePlane({ position, image }) {
  const { orientation, rowSpacing, columnSpacing, rows, columns, frameOfReferenceUid } = image;
  if (!position || !orientation || !rowSpacing) {
    return undefined;
  }
  // Cosines are rounded when they are written; what isn't square would not lead back to where one came from.
  const row = unit(orientation.slice(0, 3));
  const normal = unit(cross(row, orientation.slice(3, 6)));
  const column = cross(normal, row);
  return { position: [position[0], position[1], position[2]], row, column, normal, rows, columns, rowSpacing, columnSpacing, frameOfReferenceUid };
}

/**
 * @param {FramePlane} plane
 * @param {readonly number[]} point  on the image: [column, row]
 * @returns {Vector} in the patient
 */
export function toPatient({ position, row, column, rowSpacing, columnSpacing }, [c, r]) {
  return moved(moved(position, row, (c - 0.5) * columnSpacing), column, (r - 0.5) * rowSpacing);
}

/**
 * The place on an image that is closest to one in the patient.
 * @param {FramePlane} plane
 * @param {readonly number[]} place  in the patient
 * @returns {{point: [number, number], distance: number}} point: [column, row], also beyond the edges; distance: from the plane,
 *   mm along its normal, negative behind it
 */
export function toImage({ position, row, column, normal, rowSpacing, columnSpacing }, place) {
  const way = minus(place, position);
  return { point: [dot(way, row) / columnSpacing + 0.5, dot(way, column) / rowSpacing + 0.5], distance: dot(way, normal) };
}

/**
 * The frame whose plane is closest to a place, however unevenly the frames lie.
 * @param {readonly Frame[]} frames  of a series, or of one of its stacks
 * @param {readonly number[]} place  in the patient
 * @returns {number | undefined} the frame's index in its series; of several at one place the first
 */
export function nearestFrame(frames, place) {
  return nearest(frames, place, () => true);
}

/**
 * The frame to show beside another one, so that both cut the patient at the same place.
 * @param {Frame} shown
 * @param {readonly Frame[]} frames  of the other series, or of one of its stacks
 * @returns {number | undefined} its index in its series, the end of the series where that doesn't reach as far; undefined when no
 *   frame lies within 10 degrees of the shown one, or in the same Frame of Reference
 */
export function matchingIndex(shown, frames) {
  const plane = framePlane(shown);
  if (!plane) {
    return undefined;
  }
  const centre = toPatient(plane, [plane.columns / 2, plane.rows / 2]);
  return nearest(frames, centre, (other) => isSameSpace(plane, other) && Math.abs(dot(plane.normal, other.normal)) >= ALIKE);
}

/** @param {readonly Frame[]} frames @param {readonly number[]} place @param {(plane: FramePlane) => boolean} suits */
function nearest(frames, place, suits) {
  let least = Infinity;
  let index;
  for (const frame of frames) {
    const plane = framePlane(frame);
    const distance = plane && suits(plane) ? Math.abs(toImage(plane, place).distance) : Infinity;
    if (distance < least) {
      least = distance;
      index = frame.index;
    }
  }
  return index;
}

/**
 * Where another image cuts this one: a reference line.
 * @param {Frame} frame  the image that the line is drawn on
 * @param {Frame} other
 * @returns {[[number, number], [number, number]] | undefined} its ends, as [column, row] on `frame`, within the edges of both;
 *   undefined when they don't meet, lie within a degree of one another, or not in the same Frame of Reference
 */
export function crossing(frame, other) {
  const plane = framePlane(frame);
  const cut = framePlane(other);
  if (!plane || !cut || !isSameSpace(plane, cut)) {
    return undefined;
  }
  const along = cross(plane.normal, cut.normal);
  const sine = Math.hypot(...along);
  if (sine < ALONGSIDE) {
    return undefined;
  }
  const direction = scaled(along, 1 / sine);
  const { distance } = toImage(cut, plane.position);
  // Within the image's own plane, square on the line, the way to the other plane is its distance over the sine.
  const start = moved(plane.position, cross(direction, plane.normal), -distance / sine);
  const span = clipped(clipped([-Infinity, Infinity], plane, start, direction), cut, start, direction);
  return span[0] < span[1]
    ? [toImage(plane, moved(start, direction, span[0])).point, toImage(plane, moved(start, direction, span[1])).point]
    : undefined;
}

/**
 * The part of a line's span that lies over an image. Liang and Barsky's way: one pair of edges after the other.
 * @param {[number, number]} span  mm from the start
 * @param {FramePlane} plane
 * @param {Vector} start
 * @param {Vector} direction
 * @returns {[number, number]} the end before the start when nothing is left
 */
function clipped(span, plane, start, direction) {
  const from = toImage(plane, start).point;
  const to = toImage(plane, moved(start, direction, 1)).point;
  return [plane.columns, plane.rows].reduce((/** @type {[number, number]} */ [first, last], edge, axis) => {
    const speed = to[axis] - from[axis];
    if (Math.abs(speed) < 1e-9) {
      return from[axis] >= 0 && from[axis] <= edge ? [first, last] : [0, -1];
    }
    const ends = [-from[axis] / speed, (edge - from[axis]) / speed];
    return [Math.max(first, Math.min(...ends)), Math.min(last, Math.max(...ends))];
  }, span);
}

/** @param {FramePlane} one @param {FramePlane} other */
function isSameSpace(one, other) {
  return one.frameOfReferenceUid !== undefined && one.frameOfReferenceUid === other.frameOfReferenceUid;
}
