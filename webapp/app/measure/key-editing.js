// @ts-check
import { measureWords as words } from "../words/en-measure.js";
import { stepsOf } from "./drawing.js";
import { handlesOf, movedBy, onImage, withHandleAt } from "./handles.js";

/** @typedef {import("./annotation-types.js").Annotation} Annotation */
/** @typedef {import("./annotation-types.js").Point} Point */
/** @typedef {import("./annotation-layer.js").Scene} Scene */

/** @type {Record<string, Point>} */
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** How near the cursor closes an outline, in CSS pixels. */
const REACH = 1;

/**
 * Drawing and moving by keys alone. With a tool, arrows move a cursor and Enter places a point where it is; on a focused
 * annotation arrows move it or, after Space, one of its points.
 */
export class KeyEditing {
  /** Where the next point would be placed; null until keys are used. @type {Point | null} */
  cursor = null;
  /** Which handle of the focused annotation arrows move; -1 is the whole. */
  handle = -1;
  #sketch;
  #change;
  #announce;
  #moved;

  /**
   * @param {{sketch: import("./sketch.js").Sketch, change: (action: import("./annotation-state.js").AnnotationAction) => void,
   *   moved: (annotation: Annotation) => void, announce: (text: string) => void}} told
   */
  constructor({ sketch, change, moved, announce }) {
    this.#sketch = sketch;
    this.#change = change;
    this.#moved = moved;
    this.#announce = announce;
  }

  /** A key on a focused annotation. @param {KeyboardEvent} event @param {Annotation} annotation @param {Scene} scene @returns {boolean} whether it acted */
  edit(event, annotation, { lens }) {
    const handles = handlesOf(annotation);
    if (event.key === " ") {
      const count = handles.length + 1;
      this.handle = ((this.handle + 1 + (event.shiftKey ? -1 : 1) + count) % count) - 1;
      this.#announce(this.handle < 0 ? words.wholeMoves : words.handle(this.handle + 1, handles.length));
      return true;
    }
    const from = handles[this.handle] ?? annotation.points[0];
    const step = stepOf(event.key, from, lens, event.shiftKey ? 10 : 1);
    if (!step) {
      return false;
    }
    const { image } = lens;
    const to = onImage([from[0] + step[0], from[1] + step[1]], image);
    const points = this.handle < 0 ? movedBy(annotation.points, step, image) : withHandleAt(annotation, this.handle, to);
    this.#change({ type: "points", id: annotation.id, points, nudge: true });
    this.#moved({ ...annotation, points });
    return true;
  }

  /**
   * A key while a tool is chosen.
   * @param {KeyboardEvent} event
   * @param {Scene} scene
   * @param {{width: number, height: number}} cell  CSS pixels
   * @returns {boolean} whether it acted
   */
  draw(event, scene, cell) {
    const { lens } = scene;
    const at = this.cursor ?? centreOf(lens, cell);
    const step = stepOf(event.key, at, lens, event.shiftKey ? 10 : 1);
    if (step) {
      const to = onImage([at[0] + step[0], at[1] + step[1]], lens.image);
      this.cursor = isSeen(to, lens, cell) ? to : at;
      if (this.#sketch.drawing) {
        this.#sketch.aim(scene, this.cursor);
      }
      return true;
    }
    if (event.key !== "Enter") {
      return false;
    }
    if (!this.#sketch.mayDraw(scene)) {
      return true;
    }
    this.cursor = at;
    if (this.#sketch.closes(scene, lens.toScreen(at), REACH)) {
      this.#sketch.finish(scene);
      return true;
    }
    this.#sketch.place(scene, at);
    const { drawing } = this.#sketch;
    if (drawing) {
      this.#announce(words.placed(drawing.placed.length, stepsOf(drawing.type)));
    }
    return true;
  }
}

/**
 * How an arrow key moves a point: along the image's columns or rows, whichever lies in that direction on the screen.
 * @param {string} key
 * @param {Point} point
 * @param {{toScreen: (point: Point) => Point, toImage: (at: Point) => Point}} lens
 * @param {number} size  in pixels of the image
 * @returns {Point | undefined} undefined for other keys
 */
export function stepOf(key, point, { toScreen, toImage }, size) {
  const arrow = ARROWS[key];
  if (!arrow) {
    return undefined;
  }
  const [x, y] = toScreen(point);
  const [column, row] = toImage([x + arrow[0], y + arrow[1]]);
  const [across, down] = [column - point[0], row - point[1]];
  return Math.abs(across) > Math.abs(down) ? [Math.sign(across) * size, 0] : [0, Math.sign(down) * size];
}

/** The centre of the pixel in the middle of what is seen. @param {Scene["lens"]} lens @param {{width: number, height: number}} cell @returns {Point} */
function centreOf({ toImage, image }, { width, height }) {
  const [column, row] = toImage([width / 2, height / 2]);
  return [Math.min(Math.max(Math.floor(column), 0), image.columns - 1) + 0.5, Math.min(Math.max(Math.floor(row), 0), image.rows - 1) + 0.5];
}

/** @param {Point} point @param {Scene["lens"]} lens @param {{width: number, height: number}} cell */
function isSeen(point, { toScreen }, { width, height }) {
  const [x, y] = toScreen(point);
  return x >= 0 && y >= 0 && x <= width && y <= height;
}
