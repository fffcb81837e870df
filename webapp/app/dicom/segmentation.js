// @ts-check
import { srgbOf } from "./cielab.js";
import { placeOf } from "./orientation.js";

/** @typedef {import("./manifest.js").Series} Series */
/** @typedef {import("./manifest.js").Frame} Frame */
/** @typedef {{number: number, label: string, color: readonly [number, number, number]}} Segment  sRGB, 0 to 255 */

/** How far directions of parallel planes may differ, as a cosine: about a degree. */
const PARALLEL = 0.9998;

/** For segments that name no colour: apart in hue and in lightness. */
const COLORS = /** @type {const} */ ([[255, 176, 0], [100, 143, 255], [220, 38, 127], [0, 191, 155], [254, 97, 0], [168, 120, 255]]);

/**
 * The segments that a frame of a segmentation may show.
 * @param {any} image  the manifest's description
 * @returns {readonly Segment[]}
 */
export function segmentsOf({ segmentation, segment }) {
  return segmentation.segments
    .filter((/** @type {any} */ { number }) => segment === undefined || number === segment)
    .map((/** @type {any} */ { number, label, cielab }) => ({
      number,
      label,
      color: cielab ? srgbOf(cielab) : COLORS[number % COLORS.length],
    }));
}

/**
 * The series that a segmentation lies over: the one that it names, else the one whose frames it was drawn on.
 * @param {Series} segmentation @param {readonly Series[]} series
 * @returns {Series | undefined}
 */
export function sourceOf(segmentation, series) {
  const named = segmentation.frames[0].image.segmentation.series;
  const drawnOn = new Set(segmentation.frames.flatMap(({ image }) => sourcesOf(image).map(({ instance }) => instance)));
  return (
    series.find(({ uid, isSegmentation }) => uid === named && !isSegmentation) ??
    series.find(({ frames, isSegmentation }) => !isSegmentation && frames.some(({ instance }) => drawnOn.has(instance)))
  );
}

/**
 * The frames of a segmentation that lie on a frame of its source: those drawn on it, else, where none names a source, those in
 * its plane, within half the distance of the source's slices. Sources: PS3.3 C.7.6.16.2.6, C.7.6.16.2.3.
 * @param {Series} segmentation
 * @param {Series} source
 * @param {number} index  of the source's frame
 * @returns {readonly Frame[]}
 */
export function framesOn(segmentation, source, index) {
  const frame = source.frames[index];
  if (segmentation.frames.some(({ image }) => sourcesOf(image).length > 0)) {
    return segmentation.frames.filter(({ image }) =>
      sourcesOf(image).some(({ instance, frame: number }) => instance === frame.instance && number === frame.number),
    );
  }
  const reach = reachOf(source, index);
  return segmentation.frames.filter((one) => {
    const distance = distanceOf(one, frame);
    return distance !== undefined && Math.abs(distance) < reach;
  });
}

/** @param {any} image @returns {readonly {instance: string, frame: number}[]} */
function sourcesOf(image) {
  return image.sources ?? [];
}

/** Half the distance to the nearer neighbour, else half the slice's thickness, mm. @param {Series} source @param {number} index */
function reachOf({ frames }, index) {
  const distances = [frames[index - 1], frames[index + 1]]
    .map((neighbour) => neighbour && distanceOf(neighbour, frames[index]))
    .filter((distance) => distance !== undefined && distance !== 0)
    .map((distance) => Math.abs(Number(distance)));
  return Math.min(...distances, distances.length === 0 ? (frames[index].image.sliceThickness ?? 1) : Infinity) / 2;
}

/** Along the normal, mm; undefined unless the planes are parallel. @param {Frame} one @param {Frame} other */
function distanceOf(one, other) {
  const a = one.image.orientation;
  const b = other.image.orientation;
  if (!a || !b || !one.position || !other.position || !isParallel(a, b)) {
    return undefined;
  }
  return placeOf(b, one.position) - placeOf(b, other.position);
}

/** Whether rows and columns have the same directions. @param {readonly number[]} a @param {readonly number[]} b */
function isParallel(a, b) {
  return dot(a, b) > PARALLEL && dot(a.slice(3), b.slice(3)) > PARALLEL;
}

/** Of the first three. @param {readonly number[]} a @param {readonly number[]} b */
function dot(a, b) {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/**
 * Where a segmentation's frame lies on a frame of its source, in the source's pixels, of which the first has its upper left
 * corner at 0, 0. A frame of the same size without a place of its own covers it all.
 * @param {Frame} frame @param {Frame} source
 * @returns {{left: number, top: number, width: number, height: number} | undefined} undefined when the planes don't match
 */
export function placementOn(frame, source) {
  const own = frame.image;
  const under = source.image;
  const whole = { left: 0, top: 0, width: under.columns, height: under.rows };
  const placed = frame.position && source.position && own.orientation && under.orientation && own.rowSpacing && under.rowSpacing;
  if (!placed) {
    return own.rows === under.rows && own.columns === under.columns ? whole : undefined;
  }
  if (!isParallel(own.orientation, under.orientation)) {
    return undefined;
  }
  const across = own.columnSpacing / under.columnSpacing;
  const down = own.rowSpacing / under.rowSpacing;
  const between = /** @type {readonly number[]} */ (frame.position).map((mm, axis) => mm - Number(source.position?.[axis]));
  return {
    left: dot(under.orientation, between) / under.columnSpacing + 0.5 - across / 2,
    top: dot(under.orientation.slice(3), between) / under.rowSpacing + 0.5 - down / 2,
    width: own.columns * across,
    height: own.rows * down,
  };
}

/**
 * How much of each pixel belongs to a segment. Source: PS3.3 C.8.20.2.3.
 * @param {import("./decode-frame.js").FramePixels} pixels  of the segmentation's frame
 * @param {any} image  its description
 * @param {number} number  of the segment: a label map has them all in one frame
 * @returns {Uint8Array} rows * columns, from 0 to 255
 */
export function segmentMask({ values }, { segmentation: { type, maximum = 255 } }, number) {
  switch (type) {
    case "FRACTIONAL":
      return Uint8Array.from(values, (value) => Math.min(Math.round((value * 255) / maximum), 255));
    case "LABELMAP":
      return Uint8Array.from(values, (value) => (value === number ? 255 : 0));
    default:
      return Uint8Array.from(values, (value) => (value === 0 ? 0 : 255));
  }
}
