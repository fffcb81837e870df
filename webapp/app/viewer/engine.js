// @ts-check
// The heavy part of the viewer: Cornerstone3D's core. Loaded as a chunk of its own, after the first paint.
import { cache, Enums, eventTarget, imageLoader, init, metaData, RenderingEngine, utilities } from "@cornerstonejs/core";
import { rangeOf } from "../dicom/window.js";
import { cameraOf, planeOfFrame } from "./geometry.js";

/** @typedef {import("../dicom/manifest.js").Series} Series */
/** @typedef {import("../dicom/decode-frame.js").FramePixels} FramePixels */
/** @typedef {{view: import("./view-state.js").View, window: import("../dicom/window.js").Window}} Look */

const SCHEME = "radcase";
const ENGINE = "radcase-engine";
const VIEWPORT = "radcase-stage";
const DEPTH = 1e6;
const TYPES = Enums.MetadataModules;

/** What our image loader and metadata provider serve. @type {Map<string, {series: Series, index: number, pixels: () => FramePixels | undefined}>} */
const images = new Map();

imageLoader.registerImageLoader(SCHEME, (imageId) => ({ promise: Promise.resolve().then(() => imageOf(imageId)) }));
metaData.addProvider((/** @type {string} */ type, /** @type {string} */ imageId) => metadataOf(type, imageId), 10_000);

/**
 * Makes the surface that draws true pixels.
 * @param {HTMLElement} host  an empty element of the stage's size
 * @param {{lost: () => void}} listener  told when the GPU's context is lost; the surface is then of no more use
 * @returns {Surface}
 * @throws {Error} when the browser has no WebGL 2
 */
export function createSurface(host, listener) {
  if (!document.createElement("canvas").getContext("webgl2")) {
    throw new Error("WebGL 2 is not available");
  }
  init(/** @type {any} */ ({ rendering: { webGlContextCount: 1 } }));
  return new Surface(host, listener);
}

class Surface {
  #engine;
  /** @type {import("@cornerstonejs/core").StackViewport} */
  #viewport;
  /** @type {Series | undefined} */
  #series;
  #index = -1;
  /** @type {Look | undefined} */
  #look;
  #host;
  #life = new AbortController();

  /** @param {HTMLElement} host @param {{lost: () => void}} listener */
  constructor(host, { lost }) {
    this.#host = host;
    this.#engine = new RenderingEngine(ENGINE);
    this.#engine.enableElement({ viewportId: VIEWPORT, type: Enums.ViewportType.STACK, element: /** @type {HTMLDivElement} */ (host) });
    this.#viewport = /** @type {import("@cornerstonejs/core").StackViewport} */ (this.#engine.getViewport(VIEWPORT));
    const { signal } = this.#life;
    host.addEventListener(Enums.Events.STACK_NEW_IMAGE, () => this.#applyLook(), { signal });
    eventTarget.addEventListener(Enums.Events.WEBGL_CONTEXT_LOST, lost);
    signal.addEventListener("abort", () => eventTarget.removeEventListener(Enums.Events.WEBGL_CONTEXT_LOST, lost));
  }

  /** The size that is drawn to, in device pixels. */
  get size() {
    const { width, height } = this.#viewport.canvas;
    return { width, height };
  }

  /**
   * Draws a frame whose pixels are there.
   * @param {Series} series
   * @param {number} index
   * @param {(index: number) => FramePixels | undefined} pixels
   * @param {Look} look
   * @returns {Promise<void>} settles when it is on the screen
   */
  async show(series, index, pixels, look) {
    this.#look = look;
    if (series === this.#series && index === this.#index) {
      return this.redraw(look);
    }
    const fresh = series !== this.#series;
    this.#series = series;
    this.#index = index;
    const ids = series.frames.map((frame) => idOf(series, frame.index));
    images.set(ids[index], { series, index, pixels: () => pixels(index) });
    const drawn = this.#nextDrawing();
    if (fresh) {
      await this.#viewport.setStack(ids, index);
    } else {
      await this.#viewport.setImageIdIndex(index);
    }
    if (this.#viewport.getCornerstoneImage()?.imageId !== ids[index]) {
      this.#series = undefined;
      throw new Error(`The engine didn't take image ${index + 1}`);
    }
    this.#viewport.render();
    // Our own cache has the pixels: a second reference would keep what that one lets go.
    cache.removeImageLoadObject(ids[index], { force: true });
    return drawn;
  }

  /** Draws the same frame with another look. @param {Look} look @returns {Promise<void>} */
  redraw(look) {
    this.#look = look;
    const drawn = this.#nextDrawing();
    this.#applyLook();
    this.#viewport.render();
    return drawn;
  }

  /** Takes the host's new size. */
  resize() {
    this.#engine.resize(true, true);
    if (this.#look && this.#series) {
      this.#applyLook();
      this.#viewport.render();
    }
  }

  destroy() {
    this.#life.abort();
    this.#engine.destroy();
    this.#host.replaceChildren();
    images.clear();
  }

  #applyLook() {
    if (!this.#series || !this.#look) {
      return;
    }
    const { view, window } = this.#look;
    const frame = this.#series.frames[this.#index];
    const { zoom, ...camera } = cameraOf(planeOfFrame(frame), view, this.size);
    const color = frame.image.samplesPerPixel === 3;
    const range = color ? { lower: 0, upper: 255 } : rangeOf(window);
    const inverted = view.inverted !== (frame.image.photometricInterpretation === "MONOCHROME1");
    const shape = window.function === "SIGMOID" ? Enums.VOILUTFunctionType.SAMPLED_SIGMOID : Enums.VOILUTFunctionType.LINEAR;
    this.#viewport.setProperties({
      voiRange: { lower: range.lower, upper: Math.max(range.upper, range.lower + 1e-3) },
      VOILUTFunction: shape,
      interpolationType: zoom === 1 ? Enums.InterpolationType.NEAREST : Enums.InterpolationType.LINEAR,
      invert: inverted,
    });
    this.#viewport.setCamera(camera);
    // Setting the camera may fit its depth to where it stood before; a slice has no depth to clip.
    this.#viewport.getRenderer().getActiveCamera().setClippingRange(-DEPTH, DEPTH);
  }

  /** @returns {Promise<void>} */
  #nextDrawing() {
    return new Promise((resolve) => {
      this.#host.addEventListener(Enums.Events.IMAGE_RENDERED, () => resolve(), { once: true, signal: this.#life.signal });
      this.#life.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }
}

/** @param {Series} series @param {number} index */
function idOf(series, index) {
  return `${SCHEME}:${series.uid}/${index}`;
}

/** @param {string} imageId @returns {any} Cornerstone's image */
function imageOf(imageId) {
  const known = images.get(imageId);
  const pixels = known?.pixels();
  if (!known || !pixels) {
    throw new Error(`No pixels for ${imageId}`);
  }
  const { rows, columns, rowSpacing, columnSpacing } = planeOfFrame(known.series.frames[known.index]);
  const { values, components, min, max } = pixels;
  const voxelManager = utilities.VoxelManager.createImageVoxelManager({
    scalarData: /** @type {any} */ (values),
    width: columns,
    height: rows,
    numberOfComponents: components,
  });
  return {
    imageId,
    dataType: values.constructor.name,
    color: components === 3,
    rgba: false,
    numberOfComponents: components,
    rows,
    columns,
    width: columns,
    height: rows,
    rowPixelSpacing: rowSpacing,
    columnPixelSpacing: columnSpacing,
    slope: 1,
    intercept: 0,
    invert: false,
    minPixelValue: min,
    maxPixelValue: max,
    windowCenter: (min + max + 1) / 2,
    windowWidth: max - min + 1,
    voiLUTFunction: "LINEAR",
    sizeInBytes: values.byteLength,
    preScale: { enabled: true, scaled: true },
    voxelManager,
    getPixelData: () => values,
  };
}

/** @param {string} type @param {string} imageId @returns {any} */
function metadataOf(type, imageId) {
  const known = typeof imageId === "string" ? images.get(imageId) : undefined;
  if (!known) {
    return undefined;
  }
  const frame = known.series.frames[known.index];
  switch (type) {
    case TYPES.IMAGE_PLANE: {
      const { rows, columns, rowSpacing, columnSpacing, origin, row, column } = planeOfFrame(frame);
      return {
        rows,
        columns,
        rowPixelSpacing: rowSpacing,
        columnPixelSpacing: columnSpacing,
        imagePositionPatient: origin,
        imageOrientationPatient: [...row, ...column],
        rowCosines: row,
        columnCosines: column,
        usingDefaultValues: frame.image.rowSpacing === undefined,
      };
    }
    case TYPES.IMAGE_PIXEL: {
      const { bitsAllocated, bitsStored, highBit, pixelRepresentation, samplesPerPixel } = frame.image;
      // Inverting is ours, and colour is RGB by now: the engine draws values as they come.
      const photometricInterpretation = samplesPerPixel === 3 ? "RGB" : "MONOCHROME2";
      return { bitsAllocated, bitsStored, highBit, pixelRepresentation, samplesPerPixel, photometricInterpretation };
    }
    case TYPES.GENERAL_SERIES:
      return { modality: known.series.modality, seriesInstanceUID: known.series.uid };
    default:
      return undefined;
  }
}
