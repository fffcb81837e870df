// @ts-check
import { aimed, beginDrawing, isWhole, placed, pointsOf, toPlace, traced } from "./drawing.js";
import { handlesOf, onImage } from "./handles.js";
import { measureWords as words } from "../words/en-measure.js";

/** @typedef {import("./annotation-types.js").Point} Point */
/** @typedef {import("./annotation-layer.js").Scene} Scene */

/** Outlines by hand have a point each so many CSS pixels. */
const GAP = 3;
/** A second click so near is at the same place, in CSS pixels. */
const AGAIN = 4;

/**
 * The drawing in progress. Pointer and keys place its points alike; with the last one it becomes an annotation.
 */
export class Sketch {
  /** @type {import("./drawing.js").Drawing | null} */
  drawing = null;
  #done;
  #announce;

  /** @param {{done: (annotation: import("./annotation-types.js").Annotation) => void, announce: (text: string) => void}} told */
  constructor({ done, announce }) {
    this.#done = done;
    this.#announce = announce;
  }

  /** Whether the tool may draw now; says why not. @param {Scene} scene */
  mayDraw({ lens, full }) {
    if (!lens.trusted || full) {
      this.#announce(full ? words.full : words.waits);
      return false;
    }
    return true;
  }

  /** Whether the next point is the last one. @param {Scene} scene */
  isLast(scene) {
    return toPlace(this.#begun(scene)) === 1;
  }

  /** Places a point; the last one ends the drawing. @param {Scene} scene @param {Point} point */
  place(scene, point) {
    this.drawing = placed(this.#begun(scene), onImage(point, scene.lens.image));
    if (toPlace(this.drawing) === 0) {
      this.finish(scene);
    }
  }

  /** @param {Scene} scene @param {Point} point */
  aim(scene, point) {
    this.drawing = aimed(this.#begun(scene), onImage(point, scene.lens.image));
  }

  /** Leads a freehand outline on. @param {Scene} scene @param {Point} point */
  trace(scene, point) {
    const [left, top] = scene.lens.toScreen([0, 0]);
    const [right, bottom] = scene.lens.toScreen([1, 1]);
    const gap = GAP / Math.max(Math.abs(right - left), Math.abs(bottom - top), 1e-6);
    this.drawing = traced(this.#begun(scene), onImage(point, scene.lens.image), gap);
  }

  /** Makes an annotation of what is placed. @param {Scene} scene */
  finish(scene) {
    const { drawing } = this;
    this.drawing = null;
    if (!drawing) {
      return;
    }
    const { frame, image } = scene.lens;
    const points = pointsOf({ ...drawing, loose: undefined }, image).map((point) => onImage(point, image));
    if (isWhole(drawing.type, points)) {
      const { seriesUid, instanceUid, frame: number } = frame;
      this.#done({ id: freshId(), type: drawing.type, seriesUid, instanceUid, frame: number, points });
    } else {
      this.#announce(words.tooSmall);
    }
  }

  /**
   * Whether a point would close an outline: it is near its first one, or the last one again, as at a double click.
   * @param {Scene} scene @param {readonly [number, number]} at  CSS pixels @param {number} reach
   */
  closes({ lens }, [x, y], reach) {
    const { drawing } = this;
    if (drawing?.type !== "freehand" || drawing.placed.length < 3) {
      return false;
    }
    const near = (/** @type {Point} */ point, /** @type {number} */ most) => {
      const [endX, endY] = lens.toScreen(point);
      return Math.hypot(endX - x, endY - y) <= most;
    };
    return near(drawing.placed[0], reach) || near(drawing.placed[drawing.placed.length - 1], Math.min(reach, AGAIN));
  }

  /** What is drawn so far, as far as it can be shown. @param {Scene} scene */
  shown({ lens }) {
    if (!this.drawing) {
      return undefined;
    }
    const points = pointsOf(this.drawing, lens.image);
    const { type } = this.drawing;
    const whole = type !== "freehand" && isWhole(type, points);
    return { type, points, whole, handles: whole ? handlesOf({ type, points }) : points.slice(0, 1) };
  }

  /** @param {Scene} scene */
  #begun({ tool }) {
    return this.drawing ?? beginDrawing(/** @type {NonNullable<Scene["tool"]>} */ (tool));
  }
}

/** crypto.randomUUID() exists only over https. */
function freshId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(10)), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
