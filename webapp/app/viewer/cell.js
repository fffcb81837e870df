// @ts-check
import { isLut } from "../dicom/voi-lut.js";
import { firstWindow, greysOf, presetsOf } from "../dicom/window.js";
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { FrameState } from "./frame-store.js";
import { lensOf } from "./lens.js";
import { Overlay } from "./overlay.js";
import { SliceRail } from "./slice-rail.js";

/** A frame that is not there yet for so long shows so: what comes sooner would only flicker. */
const PATIENCE_MS = 150;
const SHADE = 0.45;
const NO_EXTENT = { min: 0, max: 1 };

/**
 * @typedef {{series: import("../dicom/manifest.js").Series, place: import("./reading-state.js").Place,
 *   store: import("./frame-store.js").FrameStore}} Scene  what is to be seen
 * @typedef {import("../dicom/decode-frame.js").FramePixels} FramePixels
 */

/**
 * One cell of the stage: a frame of a series, and what stands on it. Until true pixels are there it shows the server's preview of the
 * frame, or the frame before, darkened.
 */
export class Cell {
  #overlay = new Overlay();
  #notice = element("div", { class: "stage-notice", role: "status", hidden: true });
  #preview;
  #rail;
  /** The frame on the screen. @type {{uid: string, index: number, pixels: FramePixels, image: any} | null} */
  #seen = null;
  #waitingSince = 0;
  /** @type {Map<string, {min: number, max: number}>} pixel extents that a series' own window is taken from when it has none */
  #extents = new Map();
  #means;
  /** Device pixels, from the stage's top left corner. */
  rect = { x: 0, y: 0, width: 1, height: 1 };
  /** @type {Scene | null} */
  scene = null;

  /**
   * @param {{layers: import("./layers.js").Layers, standards: import("./standard-windows.js").StandardWindows, go: (index: number) => void, again: (scene: Scene) => void, drawSoon: () => void, signal: AbortSignal,
   *   preview?: HTMLImageElement}} means  preview: the picture that the page came with
   */
  constructor(means) {
    this.#means = means;
    this.#preview = means.preview ?? element("img", { class: "preview", alt: "", hidden: true });
    this.#rail = new SliceRail(means.go, means.signal);
    this.node = element("div", { class: "cell", tabindex: -1, role: "group" }, this.#preview, ...this.#overlay.nodes, this.#notice, this.#rail.node);
  }

  /** What is on the screen: true pixels of the scene, a preview, an error, or nothing. @returns {"true-pixels" | "preview" | "error" | "empty"} */
  get phase() {
    if (!this.scene) {
      return "empty";
    }
    const { series, place, store } = this.scene;
    if (this.#seen?.uid === series.uid && this.#seen.index === place.index) {
      return "true-pixels";
    }
    return store.states[place.index] === FrameState.MISSING || !series.displayable ? "error" : "preview";
  }

  /** How the frame lies in the cell. @returns {import("./lens.js").Lens} */
  get lens() {
    const { series, place } = /** @type {Scene} */ (this.scene);
    return lensOf(series.frames[place.index].image, place.view, this.rect);
  }

  /** The window in use, whether chosen or derived; undefined until the first pixels tell. @returns {import("../dicom/window.js").Window | undefined} */
  get window() {
    if (!this.scene) {
      return undefined;
    }
    const { series, place, store } = this.scene;
    if (place.view.window) {
      return place.view.window;
    }
    const { image } = series.frames[place.index];
    if (image.windows.length > 0) {
      return firstWindow(image, series.modality, NO_EXTENT);
    }
    const standard = image.samplesPerPixel === 3 ? null : this.#means.standards.of(series.uid);
    if (standard !== null) {
      return standard;
    }
    const pixels = store.pixels(place.index);
    if (pixels && !this.#extents.has(series.uid)) {
      this.#extents.set(series.uid, { min: pixels.min, max: pixels.max });
    }
    const extent = this.#extents.get(series.uid);
    return extent && firstWindow(image, series.modality, extent);
  }

  /** The true pixels that are on the screen. @returns {FramePixels | undefined} */
  get pixels() {
    return this.phase === "true-pixels" ? this.#seen?.pixels : undefined;
  }

  /**
   * Paints the frame, or the one before it.
   * @param {import("./gl/surface.js").Painters} painters
   */
  paint({ images, masks }) {
    if (!this.scene) {
      this.#seen = null;
      return;
    }
    const { series, place, store } = this.scene;
    const pixels = store.pixels(place.index);
    const { window } = this;
    if (pixels && window) {
      this.#seen = { uid: series.uid, index: place.index, pixels, image: series.frames[place.index].image };
    } else if (this.#seen?.uid !== series.uid) {
      this.#seen = null;
    }
    if (this.#seen && window && this.phase !== "error") {
      const { image } = this.#seen;
      const lens = lensOf(image, place.view, this.rect);
      images.paint(this.rect, this.#seen.pixels, image, lens, this.#greysFor(image, place.view, window), this.#shade());
      for (const { mask, placement, tone } of this.#means.layers.over(series, series.frames[this.#seen.index])) {
        masks.paint(this.rect, mask, { toImage: (at) => within(lens.toImage(at), placement, mask) }, tone);
      }
    }
  }

  /**
   * Paints what is around a place, larger.
   * @param {import("./gl/image-painter.js").ImagePainter} images
   * @param {{x: number, y: number}} centre  device pixels from the cell's corner
   * @param {number} radius  device pixels
   * @param {number} factor
   */
  magnify(images, centre, radius, factor) {
    const { pixels, window, scene } = this;
    if (!pixels || !window || !scene) {
      return;
    }
    const { image } = scene.series.frames[scene.place.index];
    const { zoom, toImage, toScreen } = this.lens;
    const near = (/** @type {import("./lens.js").Point} */ [x, y]) => toImage([centre.x + (x - radius) / factor, centre.y + (y - radius) / factor]);
    const rect = { x: this.rect.x + Math.round(centre.x - radius), y: this.rect.y + Math.round(centre.y - radius), width: radius * 2, height: radius * 2 };
    images.paint(rect, pixels, image, { zoom: zoom * factor, toImage: near, toScreen }, this.#greysFor(image, scene.place.view, window), 1);
  }

  /** Draws what stands on the image. @param {{failed: boolean}} engine */
  drawAround({ failed }) {
    const { scene, phase } = this;
    this.node.dataset.state = phase;
    this.#drawPreview(failed);
    this.#drawNotice(failed);
    this.#rail.node.hidden = !scene || scene.place.count < 2;
    if (!scene) {
      this.#overlay.clear();
      return;
    }
    const { series, place, store } = scene;
    const { window } = this;
    const preset = presetsOf(series.modality, series.bodyPart).find((one) => one.center === window?.center && one.width === window?.width)?.name;
    this.#overlay.draw(series, place, { window, preset, zoom: this.lens.zoom / devicePixelRatio, loaded: store.loaded, phase });
    this.#rail.draw(place.index, store);
    this.node.setAttribute("aria-label", words.viewer.cellName(series.modality, series.description, place.index + 1, place.count));
  }

  /** @param {any} image @param {import("./view-state.js").View} view @param {import("../dicom/window.js").Window} window @returns {import("./gl/image-painter.js").Greys} */
  #greysFor(image, view, window) {
    if (image.samplesPerPixel === 3) {
      return { lower: 0, upper: 255, sigmoid: false, inverted: view.inverted };
    }
    const lut = isLut(window) ? this.#means.layers.lut(window) : undefined;
    return { ...greysOf(window, view.inverted !== image.inverse), lut };
  }

  #shade() {
    if (this.phase === "true-pixels") {
      this.#waitingSince = 0;
      return 1;
    }
    const now = performance.now();
    if (this.#waitingSince === 0) {
      this.#waitingSince = now;
      setTimeout(this.#means.drawSoon, PATIENCE_MS);
    }
    return now - this.#waitingSince >= PATIENCE_MS - 1 ? SHADE : 1;
  }

  /** The page's preview stands until true pixels replace it; another series, or a browser that can't draw, shows each frame's own. @param {boolean} failed */
  #drawPreview(failed) {
    const { scene, phase } = this;
    const wanted = scene && phase === "preview" && (!this.#seen || failed);
    const rendered = scene?.series.frames[scene.place.index].rendered;
    if (wanted && rendered && this.#preview.getAttribute("src") !== rendered) {
      this.#preview.src = rendered;
    }
    this.#preview.hidden = !wanted || !rendered;
  }

  /** @param {boolean} failed */
  #drawNotice(failed) {
    const { scene, phase } = this;
    let text = "";
    if (!scene) {
      text = words.viewer.emptyCell;
    } else if (!scene.series.displayable) {
      text = words.viewer.notDisplayable(scene.series.reason ?? "");
    } else if (phase === "error") {
      text = words.viewer.missing(scene.place.index + 1, scene.store.reasons.get(scene.place.index) ?? "");
    } else if (failed) {
      text = words.viewer.noEngine;
    }
    this.#notice.hidden = text === "";
    if (this.#notice.dataset.text !== text) {
      this.#notice.dataset.text = text;
      const again = () => this.scene && this.#means.again(this.scene);
      const retry = phase === "error" && scene?.series.displayable;
      this.#notice.replaceChildren(
        element("p", {}, text),
        ...(retry ? [element("button", { type: "button", class: "button", onclick: again }, words.errors.retry)] : []),
      );
    }
  }
}

/**
 * A place of the image in the pixels of a mask that lies on a part of it.
 * @param {readonly [number, number]} point @param {import("./layers.js").Layer["placement"]} placement @param {{rows: number, columns: number}} mask
 * @returns {[number, number]}
 */
function within([column, row], { left, top, width, height }, { rows, columns }) {
  return [((column - left) * columns) / width, ((row - top) * rows) / height];
}
