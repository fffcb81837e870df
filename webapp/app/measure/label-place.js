// @ts-check

/** @typedef {readonly [number, number]} Point  [x, y] in CSS pixels of the cell */
/** @typedef {{left: number, top: number, right: number, bottom: number}} Box  CSS pixels */

/** The height of a label's line and the width of its characters, in CSS pixels at 13 px; the latter a safe guess. */
export const LINE_HEIGHT = 17;
const CHARACTER = 9;
const GAP = 12;
const MARGIN = 6;

/**
 * Where a label stands: beside its annotation, or below or above it, within the cell and over no other label. Where there is
 * no such place, it is brought into the cell.
 * @param {readonly Point[]} outline  what the label must not hide
 * @param {readonly string[]} lines
 * @param {{width: number, height: number}} cell
 * @param {readonly Box[]} [taken]  by other labels
 * @returns {{at: {x: number, y: number}, box: Box}} at: the first line's left end, on its base line
 */
export function placeOfLabel(outline, lines, { width, height }, taken = []) {
  const size = { across: Math.max(...lines.map((line) => line.length)) * CHARACTER, down: lines.length * LINE_HEIGHT };
  const within = { left: MARGIN, top: MARGIN, right: width - MARGIN, bottom: height - MARGIN };
  const places = placesAround(outline, size).map(([left, top]) => boxAt(left, top, size));
  const isFree = (/** @type {Box} */ box) => isInside(box, within) && !taken.some((other) => overlap(box, other));
  const found = places.find(isFree) ?? places.find((box) => isInside(box, within));
  const box = found ?? boxAt(bounded(places[0].left, within.left, within.right - size.across), bounded(places[0].top, within.top, within.bottom - size.down), size);
  return { at: { x: box.left, y: box.top + 13 }, box };
}

/**
 * Left upper corners, the best first.
 * @param {readonly Point[]} outline @param {{across: number, down: number}} size @returns {Point[]}
 */
function placesAround(outline, { across, down }) {
  const most = (/** @type {(a: Point, b: Point) => boolean} */ beyond) => outline.reduce((a, b) => (beyond(b, a) ? b : a));
  const [right, left] = [most((a, b) => a[0] > b[0]), most((a, b) => a[0] < b[0])];
  const [bottom, top] = [most((a, b) => a[1] > b[1]), most((a, b) => a[1] < b[1])];
  return [
    [right[0] + GAP, right[1] - down / 2],
    [left[0] - GAP - across, left[1] - down / 2],
    [bottom[0] - across / 2, bottom[1] + GAP],
    [top[0] - across / 2, top[1] - GAP - down],
    [right[0] + GAP, right[1] + GAP],
    [left[0] - GAP - across, left[1] + GAP],
  ];
}

/** @param {number} left @param {number} top @param {{across: number, down: number}} size @returns {Box} */
function boxAt(left, top, { across, down }) {
  return { left, top, right: left + across, bottom: top + down };
}

/** @param {Box} box @param {Box} around */
function isInside(box, around) {
  return box.left >= around.left && box.top >= around.top && box.right <= around.right && box.bottom <= around.bottom;
}

/** @param {Box} a @param {Box} b */
function overlap(a, b) {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

/** @param {number} value @param {number} least @param {number} most */
function bounded(value, least, most) {
  return Math.max(Math.min(value, most), least);
}
