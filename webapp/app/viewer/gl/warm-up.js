// @ts-check

/** @typedef {import("../../dicom/decode-frame.js").FramePixels} FramePixels */

const ONE_PIXEL = { rows: 1, columns: 1 };
const GREYS = { lower: 0, upper: 1, sigmoid: false, inverted: false };
/** @type {import("../lens.js").Lens} */
const LENS = { zoom: 1, toImage: ([x, y]) => [x, y], toScreen: ([x, y]) => [x, y] };

/**
 * Paints a pixel of the kind that a frame will probably have: compiling a program takes longer than fetching the frame, and both can go on at once.
 * @param {import("./surface.js").Surface} surface
 * @param {any} image  the manifest's description of the frame
 */
export function warmUp(surface, image) {
  surface.draw(({ images }) => images.paint({ x: 0, y: 0, width: 1, height: 1 }, pixelLike(image), ONE_PIXEL, LENS, GREYS, 0));
}

/** @param {any} image @returns {FramePixels} */
function pixelLike({ samplesPerPixel, palette, rescaleSlope = 1, rescaleIntercept = 0, pixelRepresentation }) {
  if (samplesPerPixel === 3 || palette) {
    return { values: new Uint8Array(3), components: 3, min: 0, max: 0 };
  }
  const isWhole = Number.isInteger(rescaleSlope) && Number.isInteger(rescaleIntercept);
  const values = !isWhole ? new Float32Array(1) : rescaleIntercept < 0 || pixelRepresentation === 1 ? new Int16Array(1) : new Uint16Array(1);
  return { values, components: 1, min: 0, max: 0 };
}
