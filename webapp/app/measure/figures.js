// @ts-check
import { crossesItself, pixelAreaOf, statisticsOf } from "./regions.js";

/** @typedef {import("./annotation-types.js").Point} Point */
/**
 * What an annotation measures; what can't be told is absent.
 * @typedef {{
 *   length?: number, long?: number, short?: number, lengthUnit?: "mm" | "px",
 *   degrees?: number,
 *   area?: number, areaUnit?: "mm²" | "px²", crossing?: true, values?: import("./regions.js").Statistics,
 *   value?: number, stored?: number, rgb?: readonly [number, number, number],
 *   valueUnit?: "HU" | ""
 * }} Figures  crossing: the outline crosses itself, so nothing is inside for certain; values, value: modality values;
 *   stored: as the file has it
 *
 * @typedef {{image: any, pixels: import("../dicom/decode-frame.js").FramePixels | undefined, modality: string}} Measured
 *   image: the manifest's description of the frame; pixels: undefined until they are there
 */

/**
 * What an annotation measures on its frame. Pixel Spacing's rows and columns may differ, which changes lengths and angles.
 * Without it lengths and areas are in pixels as they come, and angles by the Pixel Aspect Ratio.
 * Sources: PS3.3 10.7.1.3 (Pixel Spacing), C.7.6.3.1.7 (Pixel Aspect Ratio).
 *
 * @param {import("./annotation-types.js").Annotation} annotation  with all of its points
 * @param {Measured} measured
 * @returns {Figures}
 */
export function figuresOf(annotation, measured) {
  const { type, points } = annotation;
  switch (type) {
    case "length":
      return { length: lengthOf(points[0], points[1], measured.image), lengthUnit: lengthUnitOf(measured.image) };
    case "bidirectional": {
      const lengths = [lengthOf(points[0], points[1], measured.image), lengthOf(points[2], points[3], measured.image)];
      return { long: Math.max(...lengths), short: Math.min(...lengths), lengthUnit: lengthUnitOf(measured.image) };
    }
    case "angle":
      return { degrees: angleOf(points, measured.image) };
    case "cobb":
      return { degrees: cobbAngleOf(points, measured.image) };
    case "ellipse":
    case "rectangle":
    case "freehand":
      return regionFigures(annotation, measured);
    case "probe":
      return probed(points[0], measured);
    case "arrow":
      return {};
  }
}

/** @param {import("./annotation-types.js").Annotation} region @param {Measured} measured @returns {Figures} */
function regionFigures(region, { image, pixels, modality }) {
  if (region.type === "freehand" && crossesItself(region.points)) {
    return { crossing: true };
  }
  const { rowSpacing = 1, columnSpacing = 1 } = image;
  return {
    area: pixelAreaOf(region) * rowSpacing * columnSpacing,
    areaUnit: image.rowSpacing === undefined ? "px²" : "mm²",
    values: pixels?.components === 1 ? statisticsOf(region, image, pixels.values) : undefined,
    valueUnit: valueUnitOf(image, modality),
  };
}

/** @param {Point} point @param {Measured} measured @returns {Figures} */
function probed(point, { image, pixels, modality }) {
  if (!pixels) {
    return {};
  }
  const column = Math.min(Math.max(Math.floor(point[0]), 0), image.columns - 1);
  const row = Math.min(Math.max(Math.floor(point[1]), 0), image.rows - 1);
  const at = row * image.columns + column;
  if (pixels.components === 3) {
    const [r, g, b] = pixels.values.subarray(at * 3, at * 3 + 3);
    return { rgb: [r, g, b] };
  }
  const { rescaleSlope = 1, rescaleIntercept = 0 } = image;
  const value = pixels.values[at];
  return { value, stored: Math.round((value - rescaleIntercept) / (rescaleSlope || 1)), valueUnit: valueUnitOf(image, modality) };
}

/** The unit of modality values: Rescale Type, or what CT means without it. Source: PS3.3 C.11.1.1.2. @param {any} image @param {string} modality @returns {"HU" | ""} */
function valueUnitOf({ rescaleType }, modality) {
  return (rescaleType || (modality === "CT" ? "HU" : "")) === "HU" ? "HU" : "";
}

/** @param {any} image @returns {"mm" | "px"} */
function lengthUnitOf({ rowSpacing }) {
  return rowSpacing === undefined ? "px" : "mm";
}

/** @param {Point} a @param {Point} b @param {any} image  rowSpacing: between rows, so along a column */
function lengthOf(a, b, { rowSpacing = 1, columnSpacing = 1 }) {
  return Math.hypot((b[0] - a[0]) * columnSpacing, (b[1] - a[1]) * rowSpacing);
}

/** @param {readonly Point[]} points @param {any} image @returns {number} degrees at the middle point, 0 to 180 */
function angleOf([a, vertex, b], image) {
  return between(direction(vertex, a, image), direction(vertex, b, image));
}

/**
 * The Cobb angle of two endplates. Each is led across the line between their middles in the same sense, so that curves of
 * more than 90° are told as such however the lines were drawn and the image is turned.
 * @param {readonly Point[]} points @param {any} image @returns {number} degrees, 0 to 180
 */
function cobbAngleOf([a, b, c, d], image) {
  const first = direction(a, b, image);
  const second = direction(c, d, image);
  const axis = direction(middle(a, b), middle(c, d), image);
  const senses = crossProduct(axis, first) * crossProduct(axis, second);
  const angle = between(first, second);
  return senses === 0 ? Math.min(angle, 180 - angle) : senses > 0 ? angle : 180 - angle;
}

/** @param {Point} from @param {Point} to @param {any} image @returns {[number, number]} as it lies in the patient */
export function direction(from, to, { aspectRatio = 1, rowSpacing = aspectRatio, columnSpacing = 1 }) {
  return [(to[0] - from[0]) * columnSpacing, (to[1] - from[1]) * rowSpacing];
}

/** @param {Point} a @param {Point} b @returns {Point} */
export function middle(a, b) {
  return [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
}

/** @param {[number, number]} u @param {[number, number]} v @returns {number} degrees, 0 to 180 */
function between(u, v) {
  return (Math.atan2(Math.abs(crossProduct(u, v)), u[0] * v[0] + u[1] * v[1]) * 180) / Math.PI;
}

/** @param {[number, number]} u @param {[number, number]} v */
function crossProduct(u, v) {
  return u[0] * v[1] - u[1] * v[0];
}
