// @ts-check
// Regions of interest: which pixels lie inside, how large the outline is.

/** @typedef {import("./annotation-types.js").Point} Point */
/** @typedef {{mean: number, sd: number, min: number, max: number, count: number}} Statistics  sd: of the population */

/**
 * The values of the pixels whose centres lie inside a region.
 * @param {import("./annotation-types.js").Annotation} region  an ellipse, a rectangle or a freehand outline
 * @param {{rows: number, columns: number, rescaleSlope?: number, rescaleIntercept?: number, pixelPaddingValue?: number,
 *   pixelPaddingRangeLimit?: number}} image
 * @param {import("../dicom/modality-values.js").ModalityValues} values  rows * columns, by row
 * @returns {Statistics | undefined} undefined when no pixel is inside that isn't padding
 */
export function statisticsOf(region, image, values) {
  const { rows, columns } = image;
  const [paddingFrom, paddingTo] = paddingOf(image, values);
  let count = 0;
  let first = 0;
  let sum = 0;
  let squares = 0;
  let min = Infinity;
  let max = -Infinity;
  const [top, bottom] = extent(region.points.map(([, row]) => row));
  for (let row = Math.max(Math.ceil(top - 0.5), 0); row <= Math.min(bottom - 0.5, rows - 1); row++) {
    for (const [from, to] of spansOf(region, row + 0.5)) {
      const last = row * columns + Math.min(Math.floor(to - 0.5), columns - 1);
      for (let at = row * columns + Math.max(Math.ceil(from - 0.5), 0); at <= last; at++) {
        const value = values[at];
        if (value >= paddingFrom && value <= paddingTo) {
          continue;
        }
        if (count === 0) {
          first = value;
        }
        // From the first value on: squares of large values would lose what makes them differ.
        const away = value - first;
        count++;
        sum += away;
        squares += away * away;
        min = value < min ? value : min;
        max = value > max ? value : max;
      }
    }
  }
  if (count === 0) {
    return undefined;
  }
  const mean = sum / count;
  return { mean: first + mean, sd: Math.sqrt(Math.max(squares / count - mean * mean, 0)), min, max, count };
}

/**
 * The area inside a region.
 * @param {import("./annotation-types.js").Annotation} region  not crossing itself
 * @returns {number} in pixels
 */
export function pixelAreaOf({ type, points }) {
  if (type === "freehand") {
    const doubled = points.reduce((sum, [x, y], at) => {
      const [nextX, nextY] = points[(at + 1) % points.length];
      return sum + x * nextY - nextX * y;
    }, 0);
    return Math.abs(doubled) / 2;
  }
  const [[left, top], [right, bottom]] = points;
  const box = Math.abs(right - left) * Math.abs(bottom - top);
  return type === "ellipse" ? (box * Math.PI) / 4 : box;
}

/**
 * Whether a closed outline crosses itself: what is inside it is then anybody's guess.
 * @param {readonly Point[]} points
 */
export function crossesItself(points) {
  const count = points.length;
  for (let i = 0; i < count; i++) {
    for (let j = i + 2; j < count; j++) {
      const neighbours = i === 0 && j === count - 1;
      if (!neighbours && cross(points[i], points[i + 1], points[j], points[(j + 1) % count])) {
        return true;
      }
    }
  }
  return false;
}

/** Whether two lines cross within both. @param {Point} a @param {Point} b @param {Point} c @param {Point} d */
function cross(a, b, c, d) {
  // Most lines of an outline are far apart, which is cheaper to see.
  return areNear(a[0], b[0], c[0], d[0]) && areNear(a[1], b[1], c[1], d[1]) && side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
}

/** Whether what lies between two numbers has something in common with what lies between two others. @param {number} a @param {number} b @param {number} c @param {number} d */
function areNear(a, b, c, d) {
  return (a < b ? a : b) <= (c > d ? c : d) && (c < d ? c : d) <= (a > b ? a : b);
}

/** On which side of a line a point lies. @param {Point} a @param {Point} b @param {Point} point */
function side([ax, ay], [bx, by], [x, y]) {
  return Math.sign((bx - ax) * (y - ay) - (by - ay) * (x - ax));
}

/**
 * Where a region covers a row, from column to column.
 * @param {import("./annotation-types.js").Annotation} region @param {number} y @returns {[number, number][]}
 */
function spansOf({ type, points }, y) {
  if (type === "freehand") {
    return outlineSpans(points, y);
  }
  const [left, right] = extent(points.map(([x]) => x));
  if (type === "rectangle") {
    return [[left, right]];
  }
  const [top, bottom] = extent(points.map(([, row]) => row));
  const up = (2 * y - top - bottom) / (bottom - top);
  const half = ((right - left) / 2) * Math.sqrt(Math.max(1 - up * up, 0));
  return [[(left + right) / 2 - half, (left + right) / 2 + half]];
}

/** Between the outline's crossings of a row, by the even-odd rule. @param {readonly Point[]} points @param {number} y @returns {[number, number][]} */
function outlineSpans(points, y) {
  const crossings = [];
  let from = points[points.length - 1];
  for (const to of points) {
    if (from[1] <= y !== to[1] <= y) {
      crossings.push(from[0] + ((y - from[1]) / (to[1] - from[1])) * (to[0] - from[0]));
    }
    from = to;
  }
  crossings.sort((a, b) => a - b);
  /** @type {[number, number][]} */
  const spans = [];
  for (let at = 0; at + 1 < crossings.length; at += 2) {
    spans.push([crossings[at], crossings[at + 1]]);
  }
  return spans;
}

/**
 * From which modality value to which it is Pixel Padding; NaN, in which nothing lies, without one. Source: PS3.3 C.7.5.1.1.2.
 * @param {Parameters<typeof statisticsOf>[1]} image @param {import("../dicom/modality-values.js").ModalityValues} values
 */
function paddingOf({ rescaleSlope = 1, rescaleIntercept = 0, pixelPaddingValue = NaN, pixelPaddingRangeLimit = pixelPaddingValue }, values) {
  // Rounded as the pixels were: rescaled values may have fewer digits than these.
  const rounded = values instanceof Float32Array ? Math.fround : Number;
  return extent([pixelPaddingValue, pixelPaddingRangeLimit].map((stored) => rounded(stored * rescaleSlope + rescaleIntercept)));
}

/** @param {readonly number[]} numbers @returns {[number, number]} the least and the greatest */
export function extent(numbers) {
  return [Math.min(...numbers), Math.max(...numbers)];
}
