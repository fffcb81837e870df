// @ts-check
import { AnnotationLayer } from "../measure/annotation-layer.js";
import { isFull, noAnnotations } from "../measure/annotation-state.js";
import { Cell } from "./cell.js";
import { POINTS } from "../measure/annotation-types.js";

/**
 * @typedef {import("../measure/annotation-types.js").Annotation} Annotation
 * @typedef {{state: import("../measure/annotation-state.js").Annotations, dispatch: (action: import("../measure/annotation-state.js").AnnotationAction) => void}} List
 *   a list that a person draws into, kept by the page
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
  /** What one draws into. @type {List | null} */
  list = null;
  /** What others drew. @type {readonly Annotation[]} */
  others = [];
  /** @type {readonly KeyFinding[]} */
  findings = [];
  /** @type {WeakMap<Cell, AnnotationLayer>} */
  #layers = new WeakMap();
  #stage;
  #means;

  /**
   * @param {import("./stage.js").Stage} stage
   * @param {{announce: (text: string) => void}} means  announce: for people who hear the page
   */
  constructor(stage, means) {
    this.#stage = stage;
    this.#means = means;
  }

  /** @param {import("../measure/annotation-state.js").AnnotationAction} action */
  change(action) {
    this.list?.dispatch(action);
    this.draw();
  }

  /** The annotation that is chosen now. */
  get chosen() {
    const { annotations, selected } = this.list?.state ?? noAnnotations;
    return annotations.find(({ id }) => id === selected);
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
    const { annotations, selected } = this.list?.state ?? noAnnotations;
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
      own: annotations.filter(isHere),
      shared: this.others.filter(isHere),
      findings: this.findings.filter(isHere),
      selected,
      tool: this.list && this.tool,
      full: this.list !== null && isFull(this.list.state),
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
    // Right over the image: notices and the rail stay within reach.
    cell.node.firstElementChild?.after(layer.node);
    this.#layers.set(cell, layer);
    return layer;
  }
}

/** @param {readonly number[]} point @param {number} by @returns {[number, number]} */
function scaled([x, y], by) {
  return [x * by, y * by];
}
