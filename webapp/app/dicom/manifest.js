// @ts-check
import { lutWindows } from "./voi-lut.js";

/**
 * @typedef {{index: number, href: string, rendered: string | undefined, overlays: string | undefined, instance: string,
 *   number: number, position: readonly number[] | undefined, image: any}} Frame  number: from 1, in its instance
 * @typedef {{uid: string, modality: string, bodyPart: string | undefined, description: string, thumbnail: string | undefined,
 *   frameTime: number | undefined, frames: readonly Frame[], stacks: readonly Stack[], displayable: boolean,
 *   reason: string | undefined, isSegmentation: boolean}} Series
 * @typedef {{begin: number, end: number, sorted: string, spacing: number | undefined, warnings: readonly {code: string}[]}} Stack
 *   frames that make one volume or one sequence: indexes of the first and after the last; spacing: of neighbours, in mm along the normal
 */

/**
 * The manifest's series with each frame's own description, checked once, so that nothing later has to doubt it.
 * @param {any} manifest  answer of `GET api/cases/{id}/dicom`
 * @returns {readonly Series[]}
 */
export function seriesOf(manifest) {
  return Object.freeze(manifest.series.map(seriesFrom));
}

/** @param {any} told @returns {Series} */
function seriesFrom(told) {
  const frames = told.frames.map((/** @type {any} */ frame, /** @type {number} */ index) =>
    Object.freeze({
      index,
      href: frame.href,
      rendered: frame.rendered,
      overlays: frame.overlays,
      instance: frame.instance,
      number: frame.frame,
      position: triple(frame.position),
      image: Object.freeze(checked({ ...told.image, ...frame.image })),
    }),
  );
  return Object.freeze({
    uid: told.uid,
    modality: told.modality ?? "",
    bodyPart: told.bodyPart,
    description: told.description ?? "",
    thumbnail: told.thumbnail,
    frameTime: frames[0]?.image.frameTime > 0 ? frames[0].image.frameTime : undefined,
    frames: Object.freeze(frames),
    stacks: stacksOf(told.stacks, frames.length),
    displayable: told.image.displayable !== false && frames.length > 0,
    reason: told.image.reason ?? undefined,
    isSegmentation: Boolean(told.image.segmentation),
  });
}

/** Those that lie within the series. @param {unknown} told @param {number} frames @returns {readonly Stack[]} */
function stacksOf(told, frames) {
  const stacks = Array.isArray(told) ? told : [];
  return Object.freeze(
    stacks
      .filter((one) => Number.isInteger(one.first) && Number.isInteger(one.frames) && one.first >= 1 && one.frames >= 1 && one.first - 1 + one.frames <= frames)
      .map(({ first, frames: count, sorted, spacing, warnings = [] }) =>
        Object.freeze({
          begin: first - 1,
          end: first - 1 + count,
          sorted,
          spacing: spacing > 0 && Number.isFinite(spacing) ? spacing : undefined,
          warnings: Object.freeze(warnings),
        }),
      ),
  );
}

/**
 * A description whose windows are the linear ones, then the VOI LUTs, and that says whether low values are white.
 * Leaves out spacing that isn't a length and cosines that aren't a plane: a camera set by them shows nothing.
 * @param {any} image
 */
function checked(image) {
  const { rowSpacing, columnSpacing, orientation, patientOrientation, aspectRatio, windows = [], voiLuts = [], ...rest } = image;
  const calibrated = rowSpacing > 0 && columnSpacing > 0 && Number.isFinite(rowSpacing) && Number.isFinite(columnSpacing);
  return {
    ...rest,
    rowSpacing: calibrated ? rowSpacing : undefined,
    columnSpacing: calibrated ? columnSpacing : undefined,
    aspectRatio: aspectRatio > 0.05 && aspectRatio < 20 ? aspectRatio : 1,
    patientOrientation: isLetters(patientOrientation) ? Object.freeze([...patientOrientation]) : undefined,
    orientation: isPlane(orientation) ? Object.freeze([...orientation]) : undefined,
    windows: [...windows.filter(isWindow), ...lutWindows(voiLuts)],
    inverse: rest.presentationLutShape ? rest.presentationLutShape === "INVERSE" : rest.photometricInterpretation === "MONOCHROME1",
  };
}

/** @param {any} window */
function isWindow({ center, width, function: shape = "LINEAR" }) {
  return Number.isFinite(center) && (shape === "LINEAR" ? width >= 1 : width > 0);
}

/** Whether six numbers are two unit vectors at a right angle, within what writers round to. @param {unknown} cosines */
function isPlane(cosines) {
  if (!Array.isArray(cosines) || cosines.length !== 6 || !cosines.every(Number.isFinite)) {
    return false;
  }
  const row = cosines.slice(0, 3);
  const column = cosines.slice(3);
  const near = (/** @type {number} */ value, /** @type {number} */ wanted) => Math.abs(value - wanted) < 0.01;
  return near(Math.hypot(...row), 1) && near(Math.hypot(...column), 1) && near(dot(row, column), 0);
}

/** Whether two directions are told in letters, as "L" or "PF". @param {unknown} letters */
function isLetters(letters) {
  return Array.isArray(letters) && letters.length === 2 && letters.every((one) => /^[RLAPHF]{1,3}$/.test(one));
}

/** @param {readonly number[]} a @param {readonly number[]} b */
function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** @param {unknown} position @returns {readonly number[] | undefined} */
function triple(position) {
  return Array.isArray(position) && position.length === 3 && position.every(Number.isFinite) ? Object.freeze([...position]) : undefined;
}
