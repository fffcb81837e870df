// @ts-check
import { firstWindow, presetsOf } from "../dicom/window.js";
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { FrameState } from "./frame-store.js";
import { cameraOf, planeOfFrame } from "./geometry.js";
import { Overlay } from "./overlay.js";

/**
 * @typedef {{series: import("../dicom/manifest.js").Series, place: import("./reading-state.js").Place,
 *   store: import("./frame-store.js").FrameStore}} Scene  what is to be seen
 */

/**
 * The viewing area. Shows the server's preview until the engine and the true pixels are there, then those, at the same place.
 * What it shows stands in its data attributes: state, slice, slices, loaded, window-center, window-width, zoom.
 */
export class Stage {
  /** @type {ReturnType<typeof import("./engine.js").createSurface> | null} */
  #surface = null;
  /** @type {typeof import("./engine.js") | null} */
  #engine = null;
  #overlay = new Overlay();
  #notice = element("div", { class: "stage-notice", role: "status", hidden: true });
  /** @type {Scene | null} */
  #scene = null;
  #drawing = false;
  #again = false;
  /** The frame whose true pixels are on the screen, and how it was drawn. */
  #seen = { uid: "", index: -1 };
  /** @type {import("./engine.js").Look | null} */
  #look = null;
  /** @type {Map<string, {min: number, max: number}>} pixel extents that a series' own window is taken from when it has none */
  #extents = new Map();
  #node;
  #host;
  #preview;
  #signal;

  /**
   * @param {HTMLElement} node
   * @param {{host: HTMLElement, preview: HTMLImageElement, signal: AbortSignal}} parts
   */
  constructor(node, { host, preview, signal }) {
    this.#node = node;
    this.#host = host;
    this.#preview = preview;
    this.#signal = signal;
    node.append(...this.#overlay.nodes, this.#notice);
    const observer = new ResizeObserver(() => {
      this.#surface?.resize();
      this.drawSoon();
    });
    observer.observe(node);
    signal.addEventListener("abort", () => {
      observer.disconnect();
      this.#surface?.destroy();
    });
  }

  /** The stage's size, in device pixels. */
  get size() {
    return this.#surface?.size ?? { width: this.#node.clientWidth * devicePixelRatio, height: this.#node.clientHeight * devicePixelRatio };
  }

  /** The window and the zoom in use, whether chosen or derived. */
  get look() {
    const { series, place } = /** @type {Scene} */ (this.#scene);
    const { zoom } = cameraOf(planeOfFrame(series.frames[place.index]), place.view, this.size);
    return { window: this.#windowOf(/** @type {Scene} */ (this.#scene)), zoom };
  }

  /** Brings the engine; when it can't be had, previews stay. */
  async start() {
    try {
      this.#engine = await import("./engine.js");
      this.#open();
    } catch (error) {
      reportError(error);
      this.#node.dataset.engine = "failed";
    }
    this.drawSoon();
  }

  /** @param {Scene} scene */
  show(scene) {
    this.#scene = scene;
    this.drawSoon();
  }

  drawSoon() {
    if (this.#drawing) {
      this.#again = true;
      return;
    }
    this.#drawing = true;
    this.#node.dataset.drawing = "true";
    requestAnimationFrame(() => this.#drawAll());
  }

  #open() {
    this.#host.replaceChildren();
    this.#surface = /** @type {typeof import("./engine.js")} */ (this.#engine).createSurface(this.#host, { lost: () => this.#reopen() });
  }

  /** The GPU took its context back: a normal event. A new surface draws the same again. */
  #reopen() {
    this.#surface?.destroy();
    this.#surface = null;
    this.#seen = { uid: "", index: -1 };
    setTimeout(() => {
      if (!this.#signal.aborted) {
        this.#open();
        this.drawSoon();
      }
    });
  }

  async #drawAll() {
    do {
      this.#again = false;
      try {
        await this.#drawOnce();
      } catch (error) {
        this.#node.dataset.state = "error";
        reportError(error);
      }
    } while (this.#again && !this.#signal.aborted);
    this.#drawing = false;
    this.#node.dataset.drawing = "false";
  }

  async #drawOnce() {
    const scene = this.#scene;
    if (!scene || this.#signal.aborted) {
      return;
    }
    const { series, place, store } = scene;
    const pixels = store.pixels(place.index);
    const window = this.#windowOf(scene);
    if (this.#surface && pixels && window && !this.#isSeen(scene, window)) {
      this.#look = { view: place.view, window };
      await this.#surface.show(series, place.index, (index) => store.pixels(index), this.#look);
      this.#seen = { uid: series.uid, index: place.index };
    }
    this.#drawAround(scene);
  }

  /** Whether the screen shows just this already: most frames that arrive are not the one that is looked at. @param {Scene} scene @param {import("../dicom/window.js").Window} window */
  #isSeen({ series, place }, window) {
    const same = this.#seen.uid === series.uid && this.#seen.index === place.index && this.#look?.view === place.view;
    return same && this.#look?.window.center === window.center && this.#look.window.width === window.width;
  }

  /** @param {Scene} scene */
  #drawAround(scene) {
    const { series, place, store } = scene;
    const truly = this.#seen.uid === series.uid && this.#seen.index === place.index;
    const missing = store.states[place.index] === FrameState.MISSING;
    const phase = truly ? "true-pixels" : missing || !series.displayable ? "error" : "preview";
    if (truly && performance.getEntriesByName("true-pixels").length === 0) {
      performance.mark("true-pixels");
    }
    this.#drawPreview(series.frames[place.index], phase);
    this.#drawNotice(scene, phase);
    this.#node.classList.toggle("waiting", phase === "preview" && this.#seen.index >= 0);
    this.#node.classList.toggle("blank", phase === "error" || (this.#seen.uid !== series.uid && this.#seen.index >= 0));
    const { window, zoom } = this.look;
    const { loaded } = store;
    const preset = presetsOf(series.modality).find((one) => one.center === window?.center && one.width === window?.width)?.name;
    this.#overlay.draw(series, place, { window, preset, zoom: zoom / devicePixelRatio, loaded, phase });
    Object.assign(this.#node.dataset, {
      state: phase,
      series: series.uid,
      slice: String(place.index + 1),
      slices: String(place.count),
      loaded: String(loaded),
      zoom: String(Number(zoom.toFixed(4))),
      windowCenter: window ? String(window.center) : "",
      windowWidth: window ? String(window.width) : "",
    });
  }

  /**
   * The preview from the page's HTML stands until true pixels replace it; without an engine each frame's own preview does.
   * @param {import("../dicom/manifest.js").Frame} frame @param {string} phase
   */
  #drawPreview(frame, phase) {
    if (this.#node.dataset.engine === "failed" && frame.rendered) {
      const address = new URL(frame.rendered, document.baseURI).href;
      if (this.#preview.src !== address) {
        this.#preview.src = address;
      }
      return;
    }
    if (phase !== "preview" || this.#seen.index >= 0) {
      this.#preview.hidden = true;
    }
  }

  /** @param {Scene} scene @param {string} phase */
  #drawNotice({ series, place, store }, phase) {
    let text = "";
    if (!series.displayable) {
      text = words.viewer.notDisplayable(series.reason ?? "");
    } else if (phase === "error") {
      text = words.viewer.missing(place.index + 1, store.reasons.get(place.index) ?? "");
    } else if (this.#node.dataset.engine === "failed") {
      text = words.viewer.noEngine;
    }
    this.#notice.hidden = text === "";
    if (this.#notice.dataset.text !== text) {
      this.#notice.dataset.text = text;
      const again = () => store.aim(place.index, place.heading);
      const retry = phase === "error" && series.displayable;
      this.#notice.replaceChildren(
        element("p", {}, text),
        ...(retry ? [element("button", { type: "button", class: "button", onclick: again }, words.errors.retry)] : []),
      );
    }
  }

  /** @param {Scene} scene @returns {import("../dicom/window.js").Window | undefined} undefined until the first pixels tell */
  #windowOf({ series, place, store }) {
    if (place.view.window) {
      return place.view.window;
    }
    const { image } = series.frames[place.index];
    const pixels = store.pixels(place.index);
    if (pixels && !this.#extents.has(series.uid)) {
      this.#extents.set(series.uid, { min: pixels.min, max: pixels.max });
    }
    const extent = this.#extents.get(series.uid);
    return image.windows.length > 0 || extent ? firstWindow(image, series.modality, extent ?? { min: 0, max: 1 }) : undefined;
  }
}
