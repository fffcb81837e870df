// @ts-check

/** @typedef {[number, number, number]} Vector */

/**
 * The plane of a frame as the camera needs it; what the manifest doesn't know is taken as the unit.
 * @param {import("../dicom/manifest.js").Frame} frame
 */
export function planeOfFrame({ image, position }) {
  const { rows, columns, aspectRatio = 1, rowSpacing = aspectRatio, columnSpacing = 1 } = image;
  const oriented = image.orientation && position;
  const cosines = oriented ? image.orientation : [1, 0, 0, 0, 1, 0];
  return {
    rows,
    columns,
    rowSpacing,
    columnSpacing,
    origin: /** @type {Vector} */ (oriented ? [...position] : [0, 0, 0]),
    row: /** @type {Vector} */ (cosines.slice(0, 3)),
    column: /** @type {Vector} */ (cosines.slice(3, 6)),
  };
}

/**
 * The zoom, in device pixels for each column, at which an image just fits a stage.
 * @param {{rows: number, columns: number, rowSpacing: number, columnSpacing: number}} plane
 * @param {{width: number, height: number}} stage  device pixels
 * @param {number} rotation  degrees
 */
export function fittingZoom({ rows, columns, rowSpacing, columnSpacing }, { width, height }, rotation) {
  const tall = (rows * rowSpacing) / columnSpacing;
  const [across, down] = rotation % 180 === 0 ? [columns, tall] : [tall, columns];
  return Math.min(width / across, height / down);
}

/**
 * Where the camera stands to show a frame by a view.
 * At a whole zoom the image's edges are moved onto device pixels, so that at 1:1 each pixel is one device pixel.
 *
 * @param {ReturnType<typeof planeOfFrame>} plane
 * @param {import("./view-state.js").View} view
 * @param {{width: number, height: number}} stage  device pixels
 * @returns {{zoom: number, focalPoint: Vector, position: Vector, viewUp: Vector, viewPlaneNormal: Vector, parallelScale: number}}
 */
export function cameraOf(plane, view, stage) {
  const zoom = view.zoom ?? fittingZoom(plane, stage, view.rotation);
  const tall = plane.rowSpacing / plane.columnSpacing;
  const upright = view.rotation % 180 === 0;
  const across = (upright ? plane.columns : plane.rows * tall) * zoom;
  const down = (upright ? plane.rows * tall : plane.columns) * zoom;
  const x = aligned(view.offset.x * zoom, stage.width, across, zoom);
  const y = aligned(view.offset.y * zoom, stage.height, down, zoom);
  const { right, below } = screenAxes(plane, view);
  const size = plane.columnSpacing / zoom;
  const focalPoint = moved(moved(centreOf(plane), right, -x * size), below, -y * size);
  const viewPlaneNormal = cross(below, right);
  return {
    zoom,
    focalPoint,
    position: moved(focalPoint, viewPlaneNormal, 100),
    viewUp: scaled(below, -1),
    viewPlaneNormal,
    parallelScale: (stage.height / 2) * size,
  };
}

/** @param {number} offset @param {number} stage @param {number} image @param {number} zoom */
function aligned(offset, stage, image, zoom) {
  if (!Number.isInteger(zoom)) {
    return offset;
  }
  const edge = stage / 2 + offset - image / 2;
  return offset + Math.round(edge) - edge;
}

/** The patient's directions in which the screen's right and lower edge lie. @param {{row: Vector, column: Vector}} plane @param {{rotation: number, flipped: boolean}} view */
function screenAxes({ row, column }, { rotation, flipped }) {
  let right = flipped ? scaled(row, -1) : row;
  let below = column;
  for (let turn = 0; turn < rotation; turn += 90) {
    [right, below] = [scaled(below, -1), right];
  }
  return { right, below };
}

/** @param {ReturnType<typeof planeOfFrame>} plane */
function centreOf({ origin, row, column, rows, columns, rowSpacing, columnSpacing }) {
  return moved(moved(origin, row, ((columns - 1) / 2) * columnSpacing), column, ((rows - 1) / 2) * rowSpacing);
}

/** @param {Vector} from @param {Vector} along @param {number} by @returns {Vector} */
function moved(from, along, by) {
  return [from[0] + along[0] * by, from[1] + along[1] * by, from[2] + along[2] * by];
}

/** @param {Vector} vector @param {number} by @returns {Vector} */
function scaled(vector, by) {
  return [vector[0] * by, vector[1] * by, vector[2] * by];
}

/** @param {Vector} a @param {Vector} b @returns {Vector} */
function cross(a, b) {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}
