// @ts-check

/** @typedef {readonly [number, number, number]} Vector  in patient space: towards left, posterior and head (LPS), mm where it is a place */

/** @param {readonly number[]} a @param {readonly number[]} b */
export function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** @param {readonly number[]} a @param {readonly number[]} b @returns {Vector} */
export function cross(a, b) {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

/** @param {readonly number[]} vector @param {number} by @returns {Vector} */
export function scaled(vector, by) {
  return [vector[0] * by, vector[1] * by, vector[2] * by];
}

/** @param {readonly number[]} a @param {readonly number[]} b @returns {Vector} */
export function minus(a, b) {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

/** Where one gets from a place by going some way along a direction. @param {readonly number[]} from @param {readonly number[]} along @param {number} by @returns {Vector} */
export function moved(from, along, by) {
  return [from[0] + along[0] * by, from[1] + along[1] * by, from[2] + along[2] * by];
}

/** @param {readonly number[]} vector */
export function lengthOf(vector) {
  return Math.hypot(vector[0], vector[1], vector[2]);
}

/** @param {readonly number[]} vector  not zero @returns {Vector} */
export function unit(vector) {
  return scaled(vector, 1 / lengthOf(vector));
}
