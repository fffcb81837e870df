// @ts-check
import { AnnotationLayer } from "../measure/annotation-layer.js";
import { isFull, nextAnnotations, noAnnotations } from "../measure/annotation-state.js";
import { Cell } from "./cell.js";
import { POINTS } from "../measure/annotation-types.js";

/**
 * @typedef {import("../measure/annotation-types.js").Annotation} Annotation
 * @typedef {import("../measure/annotation-state.js").AnnotationAction} AnnotationAction
 * @typedef {{seriesUid: string, instanceUid: string, frame: number}} FrameName
 * @typedef {import("../measure/annotation-layer.js").Finding & FrameName} KeyFinding
 */

/** What draws on the image, by its name. @type {ReadonlySet<string>} */
export const MARK_TOOLS = new Set(Object.keys(POINTS));

/**
 * What is drawn on the images of a case: one's own annotations, the educators' and key findings; and who draws.
 */
export class Marks {
  /** Whether they are shown. */
  shown = true;
  /** @type {import("../measure/annotation-types.js").AnnotationType | null} */
  tool = null;
  /** @type {readonly Annotation[]} */
  shared = [];
  /** @type {readonly KeyFinding[]} */
  findings = [];
  #state = noAnnotations;
  /** @type {WeakMap<Cell, AnnotationLayer>} */
  #layers = new WeakMap();
  #stage;
  #means;

  /**
   * @param {import("./stage.js").Stage} stage
   * @param {{changed: (annotations: readonly Annotation[]) => void, announce: (text: string) => void}} means
   *   changed: told when one's own annotations are others; announce: for people who hear the page
   */
  constructor(stage, means) {
    this.#stage = stage;
    this.#means = means;
  }

  /** @param {AnnotationAction} action */
  change(action) {
    const before = this.#state;
    this.#state = nextAnnotations(before, action);
    if (this.#state.annotations !== before.annotations && action.type !== "loaded") {
      this.#means.changed(this.#state.annotations);
    }
    this.draw();
  }

  /** Draws them over each cell, where its frame now lies. */
  draw() {
    for (const cell of this.#stage.cells.filter((one) => one instanceof Cell)) {
      const layer = this.#layerOf(cell);
      layer.node.hidden = !cell.scene || !this.shown;
      if (cell.scene) {
        this.#drawIn(cell, cell.scene, layer);
      }
    }
  }

  /** @param {Cell} cell @param {import("./cell.js").Scene} scene @param {AnnotationLayer} layer */
  #drawIn(cell, { series, place }, layer) {
    const { instance, number, image } = series.frames[place.index];
    const frame = { seriesUid: series.uid, instanceUid: instance, frame: number };
    const { toScreen, toImage } = cell.lens;
    const ratio = devicePixelRatio;
    const isHere = (/** @type {FrameName} */ one) => one.instanceUid === instance && one.frame === number;
    layer.draw({
      lens: {
        frame,
        image,
        modality: series.modality,
        pixels: () => cell.pixels,
        toScreen: (point) => scaled(toScreen([point[0], point[1]]), 1 / ratio),
        toImage: (at) => toImage(scaled(at, ratio)),
        trusted: cell.phase === "true-pixels",
      },
      own: this.#state.annotations.filter(isHere),
      shared: this.shared.filter(isHere),
      findings: this.findings.filter(isHere),
      selected: this.#state.selected,
      tool: this.tool,
      full: isFull(this.#state),
    });
  }

  /** The layer of the active cell, for gestures and keys. */
  get active() {
    const { active } = this.#stage;
    return active instanceof Cell ? this.#layerOf(active) : null;
  }

  /** @param {Cell} cell */
  #layerOf(cell) {
    const known = this.#layers.get(cell);
    if (known) {
      return known;
    }
    const layer = new AnnotationLayer({ change: (action) => this.change(action), announce: this.#means.announce });
    cell.node.append(layer.node);
    this.#layers.set(cell, layer);
    return layer;
  }
}

/** @param {readonly number[]} point @param {number} by @returns {[number, number]} */
function scaled([x, y], by) {
  return [x * by, y * by];
}
