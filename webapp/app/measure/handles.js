// @ts-check

/** @typedef {import("./annotation-types.js").Point} Point */
/** @typedef {import("./annotation-types.js").Annotation} Annotation */

/** An outline of more points is moved as a whole only: its handles would hide what it surrounds. */
const MOST_HANDLES = 24;

/**
 * Where an annotation can be taken hold of.
 * @param {Pick<Annotation, "type" | "points">} annotation
 * @returns {readonly Point[]} boxes have all four corners
 */
export function handlesOf({ type, points }) {
  if (type === "ellipse" || type === "rectangle") {
    const [[left, top], [right, bottom]] = points;
    return [points[0], [right, top], points[1], [left, bottom]];
  }
  return points.length > MOST_HANDLES ? [] : points;
}

/**
 * The points after a handle was moved.
 * @param {Pick<Annotation, "type" | "points">} annotation
 * @param {number} handle  index in `handlesOf`
 * @param {Point} to
 * @returns {readonly Point[]}
 */
export function withHandleAt({ type, points }, handle, to) {
  if (type !== "ellipse" && type !== "rectangle") {
    return points.with(handle, to);
  }
  const [[left, top], [right, bottom]] = points;
  switch (handle) {
    case 0:
      return [to, [right, bottom]];
    case 1:
      return [[left, to[1]], [to[0], bottom]];
    case 2:
      return [[left, top], to];
    default:
      return [[to[0], top], [right, to[1]]];
  }
}

/**
 * The points moved together, as far as all of them stay on the image.
 * @param {readonly Point[]} points
 * @param {Point} by
 * @param {{rows: number, columns: number}} image
 * @returns {readonly Point[]}
 */
export function movedBy(points, by, { rows, columns }) {
  const across = within(by[0], points.map(([column]) => column), columns);
  const down = within(by[1], points.map(([, row]) => row), rows);
  return points.map(([column, row]) => [column + across, row + down]);
}

/** A point brought onto the image. @param {Point} point @param {{rows: number, columns: number}} image @returns {Point} */
export function onImage([column, row], { rows, columns }) {
  return [Math.min(Math.max(column, 0), columns), Math.min(Math.max(row, 0), rows)];
}

/** @param {number} by @param {readonly number[]} places @param {number} size */
function within(by, places, size) {
  return Math.min(Math.max(by, -Math.min(...places)), size - Math.max(...places));
}
