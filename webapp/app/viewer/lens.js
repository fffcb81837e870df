// @ts-check

/**
 * How a frame lies in a cell: which point of the image is at which place of the screen, and back. Points are [column, row] from the
 * top left corner of the top left pixel, as in PS3.3 C.18.6; places are device pixels [x, y] from the cell's top left corner.
 * @typedef {readonly [number, number]} Point
 * @typedef {{zoom: number, toScreen: (point: Point) => [number, number], toImage: (place: Point) => [number, number]}} Lens
 *   zoom: device pixels for each column
 */

/**
 * How much taller than wide a pixel is shown.
 * @param {any} image  the manifest's description
 */
export function pixelShape({ rowSpacing, columnSpacing, aspectRatio = 1 }) {
  return rowSpacing && columnSpacing ? rowSpacing / columnSpacing : aspectRatio;
}

/**
 * The zoom at which an image just fits a cell.
 * @param {any} image  the manifest's description of the frame
 * @param {{width: number, height: number}} cell  device pixels
 * @param {number} rotation  degrees
 */
export function fittingZoom(image, { width, height }, rotation) {
  const tall = image.rows * pixelShape(image);
  const [across, down] = rotation % 180 === 0 ? [image.columns, tall] : [tall, image.columns];
  return Math.min(width / across, height / down);
}

/**
 * At a whole zoom the image's edges are moved onto device pixels, so that at 1:1 each pixel is one device pixel.
 * @param {any} image  the manifest's description of the frame
 * @param {import("./view-state.js").View} view
 * @param {{width: number, height: number}} cell  device pixels
 * @returns {Lens}
 */
export function lensOf(image, view, cell) {
  const zoom = view.zoom ?? fittingZoom(image, cell, view.rotation);
  const tall = zoom * pixelShape(image);
  const { across, down } = screenAxes(view);
  const [wide, high] = view.rotation % 180 === 0 ? [image.columns * zoom, image.rows * tall] : [image.rows * tall, image.columns * zoom];
  const centre = [
    cell.width / 2 + aligned(view.offset.x * zoom, cell.width, wide, zoom),
    cell.height / 2 + aligned(view.offset.y * zoom, cell.height, high, zoom),
  ];
  const [halfColumns, halfRows] = [image.columns / 2, image.rows / 2];
  return {
    zoom,
    toScreen([column, row]) {
      const c = (column - halfColumns) * zoom;
      const r = (row - halfRows) * tall;
      return [centre[0] + across[0] * c + down[0] * r, centre[1] + across[1] * c + down[1] * r];
    },
    toImage([x, y]) {
      const dx = x - centre[0];
      const dy = y - centre[1];
      return [halfColumns + (across[0] * dx + across[1] * dy) / zoom, halfRows + (down[0] * dx + down[1] * dy) / tall];
    },
  };
}

/** The directions on the screen in which the image's columns and rows count up. @param {{rotation: number, flipped: boolean}} view */
function screenAxes({ rotation, flipped }) {
  let across = [flipped ? -1 : 1, 0];
  let down = [0, 1];
  for (let turn = 0; turn < rotation; turn += 90) {
    across = [-across[1], across[0]];
    down = [-down[1], down[0]];
  }
  return { across, down };
}

/** @param {number} offset @param {number} cell @param {number} image @param {number} zoom */
function aligned(offset, cell, image, zoom) {
  if (!Number.isInteger(zoom)) {
    return offset;
  }
  const edge = cell / 2 + offset - image / 2;
  return offset + Math.round(edge) - edge;
}
