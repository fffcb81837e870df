// @ts-check
import { planeOf } from "../dicom/orientation.js";
import { firstIndex, MOST_VIEWS } from "./first-place.js";

/** @typedef {import("../dicom/manifest.js").Series} Series */
/**
 * What a stage shows at first: cells row by row, each with the index of its series and of the frame it begins with.
 * @typedef {{rows: number, columns: number, cells: readonly {series: number, frame: number}[]}} Hanging
 */

/** Mammograms as they hang: right beside left, CC above MLO. */
const MAMMOGRAPHY = ["R CC", "L CC", "R MLO", "L MLO"];

/**
 * The layout that radiologists would choose for a case.
 * @param {readonly Series[]} series  of the case, in its order
 * @param {"phone" | "tablet" | "desktop"} size  of the stage
 * @returns {Hanging} of no more cells than there are images for; a phone shows one image at a time
 */
export function hangingFor(series, size) {
  const shown = series.map((_, index) => index).filter((index) => series[index].displayable);
  const leading = shown.find((index) => series[index].frames.length > MOST_VIEWS) ?? shown[0];
  if (leading === undefined) {
    return { rows: 1, columns: 1, cells: [] };
  }
  const proposed = size === "phone" ? [] : proposal(series, shown, leading);
  return laidOut(proposed.length > 0 ? proposed : [firstOf(series, leading)]);
}

/** @param {readonly Series[]} series @param {number[]} shown @param {number} leading */
function proposal(series, shown, leading) {
  const { modality } = series[leading];
  const alike = shown.filter((index) => series[index].modality === modality);
  switch (modality) {
    case "CR":
    case "DX":
      return radiographs(series, alike);
    case "MG":
      return mammograms(series, alike);
    case "CT":
      return [leading, ...alike.filter((index) => isSameCut(series[leading], series[index]) && index !== leading)].slice(0, 2).map((index) => firstOf(series, index));
    case "MR":
      return contrasts(series, alike, leading).map((index) => firstOf(series, index));
    default:
      return [];
  }
}

/**
 * A few cells fill a row; four are two by two, and so are three.
 * @param {{series: number, frame: number}[]} cells @returns {Hanging}
 */
function laidOut(cells) {
  return cells.length > 2 ? { rows: 2, columns: 2, cells } : { rows: 1, columns: cells.length, cells };
}

/** @param {readonly Series[]} series @param {number} index */
function firstOf(series, index) {
  return { series: index, frame: firstIndex(series[index]) };
}

/** Every frame of series that are sets of views. @param {readonly Series[]} series @param {number[]} indexes */
function viewsOf(series, indexes) {
  return indexes.flatMap((index) => series[index].frames.map(({ index: frame, image }) => ({ series: index, frame, image })));
}

/** Frontal ones left of lateral ones: their rows go from side to side. @param {readonly Series[]} series @param {number[]} indexes */
function radiographs(series, indexes) {
  const isLateral = (/** @type {any} */ { patientOrientation }) => Number(!/^[RL]/.test(patientOrientation?.[0]));
  return viewsOf(series, indexes)
    .sort((a, b) => isLateral(a.image) - isLateral(b.image))
    .slice(0, 2)
    .map(cellOf);
}

/** @param {readonly Series[]} series @param {number[]} indexes */
function mammograms(series, indexes) {
  const views = viewsOf(series, indexes);
  const known = MAMMOGRAPHY.map((name) => views.find(({ image }) => mammogramOf(image) === name)).filter((view) => view !== undefined);
  return (known.length > 0 ? known : views.slice(0, 4)).map(cellOf);
}

/** @param {{series: number, frame: number}} view */
function cellOf({ series, frame }) {
  return { series, frame };
}

/**
 * Which breast in which view, from the directions of rows and columns: columns of a MLO lead to the feet, those of a CC across; both lead
 * to the other side, away from the armpit. Where they name no side, rows lead away from the nipple, which lies to the outside. Source: PS3.3 C.7.6.1.1.1.
 * @param {any} image
 * @returns {string | undefined} one of `MAMMOGRAPHY`
 */
function mammogramOf({ patientOrientation }) {
  const [row, column] = patientOrientation ?? [];
  if (!/^[AP]/.test(row ?? "")) {
    return undefined;
  }
  const across = /[RL]/.exec(column)?.[0] ?? (row.startsWith("P") ? "L" : "R");
  return `${across === "L" ? "R" : "L"} ${column.includes("F") ? "MLO" : "CC"}`;
}

/** Whether two stacks cut one patient alike in one space, such as before and after contrast. @param {Series} one @param {Series} other */
function isSameCut(one, other) {
  const [a, b] = [one.frames[0].image, other.frames[0].image];
  return (
    other.frames.length > MOST_VIEWS &&
    a.frameOfReferenceUid !== undefined &&
    a.frameOfReferenceUid === b.frameOfReferenceUid &&
    planeNameOf(one) !== undefined &&
    planeNameOf(one) === planeNameOf(other)
  );
}

/** Up to four stacks, those in the leading one's plane first, one for each description where those are known. @param {readonly Series[]} series @param {number[]} indexes @param {number} leading */
function contrasts(series, indexes, leading) {
  const plane = planeNameOf(series[leading]);
  const stacks = indexes.filter((index) => index === leading || series[index].frames.length > MOST_VIEWS);
  const isAside = (/** @type {number} */ index) => Number(planeNameOf(series[index]) !== plane);
  const ordered = [...stacks].sort((a, b) => isAside(a) - isAside(b) || a - b);
  const isNew = (/** @type {number} */ index, /** @type {number} */ place) => {
    const { description } = series[index];
    return description === "" || ordered.findIndex((other) => series[other].description === description) === place;
  };
  return ordered.filter(isNew).slice(0, 4);
}

/** @param {Series} series */
function planeNameOf({ frames }) {
  const { orientation } = frames[0].image;
  return orientation && planeOf(orientation);
}
