// @ts-check
import { framePlane } from "./space.js";
import { cross, dot, lengthOf, minus, moved, scaled } from "./vector.js";

/** @typedef {import("./vector.js").Vector} Vector */
/** @typedef {import("../dicom/manifest.js").Frame} Frame */
/**
 * A raster of voxels in the patient. The centre of voxel [i, j, k] is at origin + i * across + j * down + k * through.
 * The slices of a tilted gantry are shifted against one another: `through` need not be square on the others.
 * @typedef {{size: readonly [number, number, number], origin: Vector, across: Vector, down: Vector, through: Vector,
 *   inverse: readonly [Vector, Vector, Vector]}} Geometry
 *   size: columns, rows, slices; across, down, through: from a voxel to the next one, mm; inverse: rows of the matrix that
 *   leads from mm back to voxels
 *
 * @typedef {"few-slices" | "color" | "no-plane" | "shared-places" | "missing-slices" | "uneven-spacing"} Obstacle
 * @typedef {{geometry: Geometry, obstacle?: undefined} | {geometry?: undefined, obstacle: Obstacle}} Verdict
 *
 * @typedef {"axial" | "coronal" | "sagittal"} PlaneName
 */

const LEAST_SLICES = 3;
/** How far a slice may lie from where it should, as a share of the slices' spacing: positions are rounded when they are written. */
const OFF_PLACE = 0.1;
const SPACING_TOLERANCE = 1e-3;
const COSINE_TOLERANCE = 1e-4;
/** What the server found about a stack that makes it no volume; a tilt is in the geometry. */
const OBSTACLES = /** @type {const} */ (["shared-places", "missing-slices", "uneven-spacing"]);

/** The planes as radiologists look at them, in directions of the patient. @type {Readonly<Record<PlaneName, {right: Vector, down: Vector, normal: Vector}>>} */
export const PLANES = Object.freeze({
  axial: { right: [1, 0, 0], down: [0, 1, 0], normal: [0, 0, 1] },
  coronal: { right: [1, 0, 0], down: [0, 0, -1], normal: [0, 1, 0] },
  sagittal: { right: [0, 1, 0], down: [0, 0, -1], normal: [1, 0, 0] },
});

/**
 * Whether a stack is a volume that can be cut in any direction, and if not, why.
 * @param {import("../dicom/manifest.js").Series} series
 * @param {import("../dicom/manifest.js").Stack} stack  of that series
 * @returns {Verdict}
 */
export function volumeOf(series, stack) {
  const frames = series.frames.slice(stack.begin, stack.end);
  if (frames.length < LEAST_SLICES) {
    return { obstacle: "few-slices" };
  }
  if (!series.displayable || frames.some(({ image }) => image.samplesPerPixel !== 1 || !/^MONOCHROME[12]$/.test(image.photometricInterpretation))) {
    return { obstacle: "color" };
  }
  const found = OBSTACLES.find((code) => stack.warnings.some((warning) => warning.code === code));
  return found ? { obstacle: found } : volumeAlong(frames);
}

/** @param {readonly Frame[]} frames  in order @returns {Verdict} */
function volumeAlong(frames) {
  const planes = frames.map(framePlane).filter((plane) => plane !== undefined);
  const first = planes[0];
  if (planes.length < frames.length || !planes.every((plane) => isAlike(first, plane))) {
    return { obstacle: "no-plane" };
  }
  const slices = planes.length;
  const through = scaled(minus(planes[slices - 1].position, first.position), 1 / (slices - 1));
  const spacing = Math.abs(dot(through, first.normal));
  const isOff = (/** @type {import("./space.js").FramePlane} */ { position }, /** @type {number} */ k) =>
    !(lengthOf(minus(position, moved(first.position, through, k))) <= OFF_PLACE * spacing);
  if (!(spacing > 0) || planes.some(isOff)) {
    return { obstacle: "uneven-spacing" };
  }
  const { columns, rows, position, row, column, columnSpacing, rowSpacing } = first;
  return { geometry: geometryOf([columns, rows, slices], position, scaled(row, columnSpacing), scaled(column, rowSpacing), through) };
}

/** @param {import("./space.js").FramePlane} one @param {import("./space.js").FramePlane} other */
function isAlike(one, other) {
  return (
    one.rows === other.rows &&
    one.columns === other.columns &&
    Math.abs(one.rowSpacing - other.rowSpacing) <= SPACING_TOLERANCE &&
    Math.abs(one.columnSpacing - other.columnSpacing) <= SPACING_TOLERANCE &&
    dot(one.row, other.row) >= 1 - COSINE_TOLERANCE &&
    dot(one.column, other.column) >= 1 - COSINE_TOLERANCE
  );
}

/**
 * @param {readonly [number, number, number]} size  columns, rows, slices
 * @param {Vector} origin
 * @param {Vector} across
 * @param {Vector} down
 * @param {Vector} through
 * @returns {Geometry}
 */
export function geometryOf(size, origin, across, down, through) {
  const volume = dot(cross(across, down), through);
  return Object.freeze({
    size,
    origin,
    across,
    down,
    through,
    inverse: /** @type {const} */ ([
      scaled(cross(down, through), 1 / volume),
      scaled(cross(through, across), 1 / volume),
      scaled(cross(across, down), 1 / volume),
    ]),
  });
}

/**
 * Turns a way in the patient into one from voxel to voxel.
 * @param {Geometry} geometry @param {readonly number[]} way  mm @returns {Vector} in voxels
 */
export function inVoxels({ inverse }, way) {
  return [dot(inverse[0], way), dot(inverse[1], way), dot(inverse[2], way)];
}

/**
 * @param {Geometry} geometry
 * @param {readonly number[]} point  in the patient
 * @returns {Vector} [i, j, k], whole at the centres of voxels; also beyond the volume
 */
export function toVoxel(geometry, point) {
  return inVoxels(geometry, minus(point, geometry.origin));
}

/** @param {Geometry} geometry @param {readonly number[]} voxel  [i, j, k] @returns {Vector} in the patient */
export function fromVoxel({ origin, across, down, through }, [i, j, k]) {
  return moved(moved(moved(origin, across, i), down, j), through, k);
}

/** The centre of the voxel in the middle: planes through it lie on voxels, not between them. @param {Geometry} geometry */
export function middleOf(geometry) {
  return fromVoxel(geometry, geometry.size.map((count) => Math.floor(count / 2)));
}

/**
 * How far the volume reaches along a direction, from the outermost voxels' centres or, with a margin, their edges.
 * @param {Geometry} geometry
 * @param {Vector} direction  unit vector
 * @param {number} margin  voxels beyond the centres: 0.5 for the edges
 * @returns {{least: number, most: number}} mm along the direction from the patient's origin
 */
export function reachOf({ size, origin, across, down, through }, direction, margin) {
  const start = dot(origin, direction);
  return [across, down, through].reduce(
    ({ least, most }, step, axis) => {
      const ends = [-margin, size[axis] - 1 + margin].map((voxels) => voxels * dot(step, direction));
      return { least: least + Math.min(...ends), most: most + Math.max(...ends) };
    },
    { least: start, most: start },
  );
}

/**
 * From one voxel to the next along a direction: the step at which a plane shows each voxel once, square on it or tilted.
 * @param {Geometry} geometry @param {Vector} direction  unit vector @returns {number} mm
 */
export function spacingAlong(geometry, direction) {
  return 1 / lengthOf(inVoxels(geometry, direction));
}

/**
 * The places of a plane as it is scrolled through the volume.
 * @param {Geometry} geometry
 * @param {PlaneName} name
 * @param {readonly number[]} point  in the patient, that the plane goes through
 * @returns {{count: number, index: number, step: number}} index: of the place that is closest to the point, from 0; step: mm
 */
export function placesOf(geometry, name, point) {
  const { normal } = PLANES[name];
  const { least, most } = reachOf(geometry, normal, 0);
  const step = spacingAlong(geometry, normal);
  const count = Math.floor((most - least) / step + 1e-6) + 1;
  const index = Math.round((dot(point, normal) - least) / step);
  return { count, index: Math.min(Math.max(index, 0), count - 1), step };
}

/**
 * The modality value of the voxel that a place is in.
 * @param {Geometry} geometry
 * @param {(slice: number) => ArrayLike<number> | undefined} slices  the values of each slice, row by row, if they are there
 * @param {readonly number[]} point  in the patient
 * @returns {number | undefined} undefined outside of the volume, and where the slice has not arrived
 */
export function valueAt(geometry, slices, point) {
  const [columns, rows, count] = geometry.size;
  const [i, j, k] = toVoxel(geometry, point).map(Math.round);
  const isInside = i >= 0 && i < columns && j >= 0 && j < rows && k >= 0 && k < count;
  return isInside ? slices(k)?.[j * columns + i] : undefined;
}
