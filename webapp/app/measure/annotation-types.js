// @ts-check

/**
 * A point on an image: [column, row], sub-pixel. The top left corner of the top left pixel is [0, 0], so the centre of a
 * pixel is at + 0.5. Source: PS3.3 C.18.6.1.1.
 * @typedef {readonly [number, number]} Point
 *
 * @typedef {"length" | "angle" | "cobb" | "bidirectional" | "ellipse" | "rectangle" | "freehand" | "probe" | "arrow"} AnnotationType
 * @typedef {{seriesUid: string, instanceUid: string, frame: number}} FrameName  frame: number, from 1
 *
 * What a person drew on one frame. Its points, by type: length: both ends; angle: the vertex is the middle one; cobb: two
 * lines; bidirectional: the long axis, then the short one; ellipse, rectangle: corners of the bounding box; freehand: a closed
 * outline; probe: the place; arrow: its head, then its tail.
 * @typedef {FrameName & {id: string, type: AnnotationType, points: readonly Point[], text?: string}} Annotation
 */

/** How many points an annotation has; of a freehand outline, the most. @type {Readonly<Record<AnnotationType, number>>} */
export const POINTS = Object.freeze({
  length: 2,
  angle: 3,
  cobb: 4,
  bidirectional: 4,
  ellipse: 2,
  rectangle: 2,
  freehand: 1000,
  probe: 1,
  arrow: 2,
});

/** How many annotations one person keeps on a case. */
export const MOST_ANNOTATIONS = 500;

/** How many points all of them have together. */
export const MOST_POINTS = 20_000;

/** How long a text may be, in UTF-16 code units. */
export const LONGEST_TEXT = 300;
