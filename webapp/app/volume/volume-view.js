// @ts-check
import { dot, moved, scaled } from "./vector.js";
import { fromVoxel, middleOf, PLANES, placesOf, reachOf, spacingAlong, toVoxel } from "./volume.js";

/** @typedef {import("./vector.js").Vector} Vector */
/** @typedef {import("./volume.js").Geometry} Geometry */
/** @typedef {import("./volume.js").PlaneName} PlaneName */
/**
 * How a volume is looked at in its three planes.
 * @typedef {{zoom: number | null, offset: {x: number, y: number}}} PlaneView
 *   zoom: device pixels for each mm, null fits the cell; offset: of the volume's middle from the cell's, mm to the right and down
 * @typedef {{geometry: Geometry, point: Vector, slab: import("./volume-painter.js").Slab, planes: Readonly<Record<PlaneName, PlaneView>>}} VolumeView
 *   point: the crosshair, in the patient, where the three planes meet: the centre of a voxel
 *
 * @typedef {{type: "point", point: readonly number[]} | {type: "scroll", plane: PlaneName, steps: number} |
 *   {type: "to", plane: PlaneName, index: number} | {type: "slab", slab: import("./volume-painter.js").Slab} |
 *   {type: "zoom-by", plane: PlaneName, factor: number, from: number} |
 *   {type: "pan-by", plane: PlaneName, x: number, y: number, zoom: number} | {type: "fit", plane: PlaneName} | {type: "reset"}} VolumeAction
 *   to: index of a place as `placesOf` counts; from, zoom: the zoom in use, which is not in the state while it fits; pan-by: device pixels
 */

const ZOOM = { least: 0.1, most: 100 };
const MOST_SLAB_MM = 100;
/** @type {PlaneView} */
const FITTING = Object.freeze({ zoom: null, offset: Object.freeze({ x: 0, y: 0 }) });

/** @param {Geometry} geometry @returns {VolumeView} */
export function beginVolume(geometry) {
  return Object.freeze({
    geometry,
    point: middleOf(geometry),
    slab: Object.freeze({ mm: 0, mode: "mip" }),
    planes: Object.freeze({ axial: FITTING, coronal: FITTING, sagittal: FITTING }),
  });
}

/**
 * @param {VolumeView} view
 * @param {VolumeAction} action
 * @returns {VolumeView}
 */
export function nextVolume(view, action) {
  switch (action.type) {
    case "point":
      return Object.freeze({ ...view, point: onVoxel(view.geometry, action.point) });
    case "scroll": {
      const { index } = placesOf(view.geometry, action.plane, view.point);
      return placed(view, action.plane, index + action.steps);
    }
    case "to":
      return placed(view, action.plane, action.index);
    case "slab":
      return Object.freeze({ ...view, slab: Object.freeze({ ...action.slab, mm: bounded(action.slab.mm, 0, MOST_SLAB_MM) }) });
    case "zoom-by":
      return inPlane(view, action.plane, { zoom: bounded(action.from * action.factor, ZOOM.least, ZOOM.most) });
    case "pan-by": {
      const { zoom, offset } = view.planes[action.plane];
      const moved = Object.freeze({ x: offset.x + action.x / action.zoom, y: offset.y + action.y / action.zoom });
      return inPlane(view, action.plane, { zoom: zoom ?? action.zoom, offset: moved });
    }
    case "fit":
      return inPlane(view, action.plane, FITTING);
    case "reset":
      return beginVolume(view.geometry);
  }
}

/**
 * The plane that a cell shows, as the painter wants it.
 * @param {VolumeView} view
 * @param {PlaneName} name
 * @param {{width: number, height: number}} cell  device pixels
 * @returns {import("./volume-painter.js").ScreenPlane & {zoom: number}} zoom: device pixels for each mm
 */
export function screenPlane({ geometry, point, planes }, name, cell) {
  const { right, down, normal } = PLANES[name];
  const across = reachOf(geometry, right, 0.5);
  const below = reachOf(geometry, down, 0.5);
  const { zoom: wished, offset } = planes[name];
  const zoom = wished ?? Math.min(cell.width / (across.most - across.least), cell.height / (below.most - below.least));
  const x = (across.least + across.most) / 2 - offset.x - cell.width / 2 / zoom;
  const y = (below.least + below.most) / 2 - offset.y - cell.height / 2 / zoom;
  const origin = moved(moved(scaled(normal, dot(point, normal)), right, x), down, y);
  return { origin, right: scaled(right, 1 / zoom), down: scaled(down, 1 / zoom), zoom };
}

/**
 * The place in the patient under a pixel of a cell.
 * @param {import("./volume-painter.js").ScreenPlane} plane
 * @param {readonly number[]} pixel  [x, y], device pixels from the cell's upper left corner
 */
export function placeAt({ origin, right, down }, [x, y]) {
  return moved(moved(origin, right, x), down, y);
}

/**
 * Where a place in the patient lies in a cell, seen along the plane's normal.
 * @param {import("./volume-painter.js").ScreenPlane & {zoom: number}} plane
 * @param {readonly number[]} place
 * @returns {[number, number]} [x, y], device pixels from the cell's upper left corner
 */
export function pixelOf({ origin, right, down, zoom }, place) {
  const way = moved(place, origin, -1);
  return [dot(way, right) * zoom * zoom, dot(way, down) * zoom * zoom];
}

/** Puts a plane at one of its places; beyond the ends it stays at the end. @param {VolumeView} view @param {PlaneName} name @param {number} index */
function placed(view, name, index) {
  const { geometry, point } = view;
  const { normal } = PLANES[name];
  const { least } = reachOf(geometry, normal, 0);
  const { count } = placesOf(geometry, name, point);
  const place = least + bounded(index, 0, count - 1) * spacingAlong(geometry, normal);
  return Object.freeze({ ...view, point: moved(point, normal, place - dot(point, normal)) });
}

/** The centre of the voxel of the volume that is closest to a place. @param {Geometry} geometry @param {readonly number[]} place */
function onVoxel(geometry, place) {
  return fromVoxel(
    geometry,
    toVoxel(geometry, place).map((index, axis) => bounded(Math.round(index), 0, geometry.size[axis] - 1)),
  );
}

/** @param {VolumeView} view @param {PlaneName} name @param {Partial<PlaneView>} changes @returns {VolumeView} */
function inPlane(view, name, changes) {
  const plane = Object.freeze({ ...view.planes[name], ...changes });
  return Object.freeze({ ...view, planes: Object.freeze({ ...view.planes, [name]: plane }) });
}

/** @param {number} value @param {number} least @param {number} most */
function bounded(value, least, most) {
  return Math.min(Math.max(value, least), most);
}
