// @ts-check

/**
 * How one series is looked at.
 * @typedef {{window: import("../dicom/window.js").Window | null, inverted: boolean, zoom: number | null,
 *   offset: {x: number, y: number}, rotation: number, flipped: boolean}} View
 *   window: null is the image's own; zoom: device pixels for each column, null fits the stage; offset: of the image's centre
 *   from the stage's, along the screen's axes, in columns; rotation: clockwise degrees, a multiple of 90, after the flip
 *
 * @typedef {{type: "window", window: import("../dicom/window.js").Window | null} | {type: "invert"} | {type: "fit"} |
 *   {type: "zoom", zoom: number} | {type: "zoom-by", factor: number, from: number, at: {x: number, y: number}} | {type: "pan-by", x: number, y: number, zoom: number} |
 *   {type: "rotate"} | {type: "flip"} | {type: "flip-over"} | {type: "reset"}} ViewAction
 *   from, zoom: the zoom in use, which is not in the state while it fits; pan-by: device pixels; at: what stays in its place, in
 *   device pixels from the cell's centre; flip: left and right change places, flip-over: top and bottom
 */

const ZOOM = { least: 0.05, most: 40 };

/** @type {View} */
export const initialView = Object.freeze({
  window: null,
  inverted: false,
  zoom: null,
  offset: Object.freeze({ x: 0, y: 0 }),
  rotation: 0,
  flipped: false,
});

/**
 * @param {View} view
 * @param {ViewAction} action
 * @returns {View}
 */
export function nextView(view, action) {
  switch (action.type) {
    case "window":
      return Object.freeze({ ...view, window: action.window && Object.freeze({ ...action.window, width: Math.max(action.window.width, 1) }) });
    case "invert":
      return Object.freeze({ ...view, inverted: !view.inverted });
    case "fit":
      return Object.freeze({ ...view, zoom: null, offset: initialView.offset });
    case "zoom":
      return Object.freeze({ ...view, zoom: bounded(action.zoom) });
    case "zoom-by":
      return zoomedAt(view, action.from, bounded(action.from * action.factor), action.at);
    case "pan-by":
      return Object.freeze({
        ...view,
        zoom: view.zoom ?? action.zoom,
        offset: Object.freeze({ x: view.offset.x + action.x / action.zoom, y: view.offset.y + action.y / action.zoom }),
      });
    case "rotate":
      return turned(view);
    case "flip":
      return mirrored(view);
    case "flip-over":
      return turned(turned(mirrored(view)));
    case "reset":
      return initialView;
  }
}

/** @param {View} view @param {number} from @param {number} zoom @param {{x: number, y: number}} at @returns {View} */
function zoomedAt(view, from, zoom, at) {
  const shift = 1 / zoom - 1 / from;
  return Object.freeze({ ...view, zoom, offset: Object.freeze({ x: view.offset.x + at.x * shift, y: view.offset.y + at.y * shift }) });
}

/** By a quarter, clockwise. @param {View} view @returns {View} */
function turned(view) {
  return Object.freeze({ ...view, rotation: (view.rotation + 90) % 360, offset: Object.freeze({ x: -view.offset.y, y: view.offset.x }) });
}

/** Left and right change places on the screen, whatever the rotation. @param {View} view @returns {View} */
function mirrored(view) {
  const rotation = (360 - view.rotation) % 360;
  return Object.freeze({ ...view, flipped: !view.flipped, rotation, offset: Object.freeze({ x: -view.offset.x, y: view.offset.y }) });
}

/** @param {number} zoom */
function bounded(zoom) {
  return Math.min(Math.max(zoom, ZOOM.least), ZOOM.most);
}
