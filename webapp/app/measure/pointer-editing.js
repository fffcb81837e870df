// @ts-check
import { handlesOf, movedBy, onImage, withHandleAt } from "./handles.js";
import { distanceTo, strokesOf } from "./strokes.js";

/** @typedef {import("./annotation-types.js").Annotation} Annotation */
/** @typedef {import("./annotation-layer.js").Scene} Scene */
/** @typedef {readonly [number, number]} Point  [x, y] in CSS pixels of the cell */
/**
 * What the pointer took hold of; handle: -1 is the whole.
 * @typedef {{annotation: Annotation, handle: number, from: readonly [number, number]}} Grip
 * @typedef {{pointerId: number, from: Point, reach: number, dragged: boolean, placed: boolean,
 *   before: import("./drawing.js").Drawing | null, grip: Grip | undefined}} Gesture
 *   placed: pressing already placed a point; before: what was drawn until then
 */

/** How near counts as on it, and how far is no longer a click, in CSS pixels: a finger hides what it means. */
const MOUSE = { reach: 8, drag: 4 };
const FINGER = { reach: 22, drag: 10 };

/** Two clicks within so many ms are a double click. */
const DOUBLE = 450;

/**
 * Drawing and moving with mouse, pen and finger. A drag places a point where it begins and one where it ends, clicks place
 * one each: both ways lead to the same drawing.
 */
export class PointerEditing {
  /** @type {Gesture | null} */
  #gesture = null;
  /** The annotation as it is while it is moved. @type {Annotation | null} */
  moving = null;
  /** The annotation that was clicked last, and when. */
  #clicked = { id: "", time: 0 };
  #sketch;
  #change;
  #moved;
  #name;

  /**
   * @param {{sketch: import("./sketch.js").Sketch, change: (action: import("./annotation-state.js").AnnotationAction) => void,
   *   moved: (annotation: Annotation) => void, name: (annotation: Annotation) => void}} told
   *   name: a person wants to give it a text
   */
  constructor({ sketch, change, moved, name }) {
    this.#sketch = sketch;
    this.#change = change;
    this.#moved = moved;
    this.#name = name;
  }

  /** @param {PointerEvent} event @param {Point} at @param {Scene} scene @returns {boolean} whether the gesture is taken */
  down(event, at, scene) {
    if (this.#gesture) {
      this.cancel();
      return false;
    }
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) {
      return false;
    }
    const { reach } = event.pointerType === "mouse" ? MOUSE : FINGER;
    const grip = this.#sketch.drawing ? undefined : gripAt(at, scene, reach);
    if (!grip && !scene.tool) {
      if (scene.selected !== null) {
        this.#change({ type: "select", id: null });
      }
      return false;
    }
    if (!grip && !this.#sketch.mayDraw(scene)) {
      return true;
    }
    const { drawing: before } = this.#sketch;
    this.#gesture = { pointerId: event.pointerId, from: at, reach, dragged: false, placed: false, before, grip };
    if (grip) {
      this.#change({ type: "select", id: grip.annotation.id });
    } else {
      this.#press(this.#gesture, at, scene);
    }
    return true;
  }

  /** @param {PointerEvent} event @param {Point} at @param {Scene} scene */
  move(event, at, scene) {
    const gesture = this.#gesture;
    if (gesture?.pointerId !== event.pointerId) {
      return;
    }
    const { drag } = event.pointerType === "mouse" ? MOUSE : FINGER;
    gesture.dragged ||= Math.hypot(at[0] - gesture.from[0], at[1] - gesture.from[1]) > drag;
    const point = scene.lens.toImage(at);
    if (!gesture.dragged && (gesture.grip || gesture.placed)) {
      return;
    }
    if (gesture.grip) {
      this.moving = { ...gesture.grip.annotation, points: movedPoints(gesture.grip, point, scene) };
    } else if (scene.tool === "freehand") {
      this.#sketch.trace(scene, point);
    } else {
      this.#sketch.aim(scene, point);
    }
  }

  /** @param {PointerEvent} event @param {Point} at @param {Scene} scene */
  up(event, at, scene) {
    const gesture = this.#gesture;
    if (gesture?.pointerId !== event.pointerId) {
      return;
    }
    this.#gesture = null;
    if (gesture.grip) {
      this.#letGo(gesture.grip.annotation, event.timeStamp);
    } else if (this.#sketch.drawing && scene.tool === "freehand" && gesture.dragged) {
      this.#sketch.finish(scene);
    } else if (this.#sketch.drawing && (gesture.dragged || !gesture.placed)) {
      this.#sketch.place(scene, scene.lens.toImage(at));
    }
  }

  /** Takes back what the gesture in progress did, and nothing before it. @returns {boolean} whether there was one */
  cancel() {
    if (!this.#gesture) {
      return false;
    }
    if (!this.#gesture.grip) {
      this.#sketch.drawing = this.#gesture.before;
    }
    this.#gesture = null;
    this.moving = null;
    return true;
  }

  /** Where the pointer is between two clicks. @param {PointerEvent} event @param {Point} at @param {Scene} scene @returns {"draw" | "move" | ""} what it would do */
  hover(event, at, scene) {
    if (this.#gesture || event.pointerType !== "mouse") {
      return "";
    }
    if (this.#sketch.drawing) {
      this.#sketch.aim(scene, scene.lens.toImage(at));
      return "draw";
    }
    return gripAt(at, scene, MOUSE.reach) ? "move" : scene.tool ? "draw" : "";
  }

  /** @param {Gesture} gesture @param {Point} at @param {Scene} scene */
  #press(gesture, at, scene) {
    if (this.#sketch.closes(scene, at, gesture.reach)) {
      this.#sketch.finish(scene);
      this.#gesture = null;
    } else if (this.#sketch.isLast(scene)) {
      this.#sketch.aim(scene, scene.lens.toImage(at));
    } else {
      this.#sketch.place(scene, scene.lens.toImage(at));
      gesture.placed = true;
    }
  }

  /** @param {Annotation} annotation @param {number} time */
  #letGo(annotation, time) {
    const { moving } = this;
    this.moving = null;
    if (moving) {
      this.#change({ type: "points", id: moving.id, points: moving.points });
      this.#moved(moving);
      return;
    }
    // A captured pointer's dblclick goes to who captured it, so that it is found here.
    const double = this.#clicked.id === annotation.id && time - this.#clicked.time < DOUBLE;
    this.#clicked = double ? { id: "", time: 0 } : { id: annotation.id, time };
    if (double) {
      this.#name(annotation);
    }
  }
}

/**
 * What of the own annotations is at a place: a handle of the selected one, or, unless a tool would draw there, an outline.
 * @param {Point} at @param {Scene} scene @param {number} reach @returns {Grip | undefined}
 */
export function gripAt(at, { own, selected, tool, lens }, reach) {
  const from = lens.toImage(at);
  const chosen = own.find(({ id }) => id === selected);
  if (chosen) {
    const distances = handlesOf(chosen).map((handle) => lens.toScreen(handle)).map(([x, y]) => Math.hypot(x - at[0], y - at[1]));
    const nearest = distances.indexOf(Math.min(...distances));
    if (nearest >= 0 && distances[nearest] <= reach) {
      return { annotation: chosen, handle: nearest, from };
    }
  }
  if (tool) {
    return undefined;
  }
  const far = own.map(({ type, points }) => distanceTo(strokesOf(type, points.map(lens.toScreen)).lines, at));
  const nearest = far.indexOf(Math.min(...far));
  return nearest >= 0 && far[nearest] <= reach ? { annotation: own[nearest], handle: -1, from } : undefined;
}

/**
 * The points after the pointer went on to a place. A handle moves as far as the pointer does and doesn't jump under it: what a
 * finger took hold of stays in sight beside it.
 * @param {Grip} grip @param {readonly [number, number]} to  on the image @param {Scene} scene
 */
function movedPoints({ annotation, handle, from }, to, { lens: { image } }) {
  const [across, down] = [to[0] - from[0], to[1] - from[1]];
  if (handle < 0) {
    return movedBy(annotation.points, [across, down], image);
  }
  const [column, row] = handlesOf(annotation)[handle];
  return withHandleAt(annotation, handle, onImage([column + across, row + down], image));
}
