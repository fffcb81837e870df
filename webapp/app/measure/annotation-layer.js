// @ts-check
import { element } from "../ui/element.js";
import { isTyping } from "../ui/shortcuts.js";
import { measureWords as words } from "../words/en-measure.js";
import { AnnotationPaint } from "./annotation-paint.js";
import { KeyEditing } from "./key-editing.js";
import { PointerEditing } from "./pointer-editing.js";
import { Sketch } from "./sketch.js";
import { openTextField } from "./text-field.js";

/** @typedef {import("./annotation-types.js").Annotation} Annotation */
/** @typedef {import("./annotation-types.js").Point} Point */
/**
 * How a cell shows its frame.
 * @typedef {{frame: import("./annotation-types.js").FrameName, image: any, modality: string,
 *   pixels: () => import("../dicom/decode-frame.js").FramePixels | undefined, toScreen: (point: Point) => Point,
 *   toImage: (at: Point) => Point, trusted: boolean}} Lens
 *   image: the manifest's description; toScreen: from the image to CSS pixels of the cell; trusted: true pixels are on the screen
 *
 * @typedef {{id: string, text?: string, shape: {type: "point" | "ellipse" | "polygon", points: readonly Point[]}}} Finding
 *
 * @typedef {{lens: Lens, own: readonly Annotation[], shared: readonly Annotation[], findings: readonly Finding[],
 *   selected: string | null, tool: import("./annotation-types.js").AnnotationType | null, full?: boolean}} Scene
 *   own, shared, findings: of this frame only; full: there is no room for another annotation
 */

/**
 * Draws a frame's annotations over one cell, and lets people draw, move and name their own: with mouse, pen and finger, or by
 * keys alone. It owns no annotation: it tells what a person does, and shows what it is given.
 */
export class AnnotationLayer {
  #paint = new AnnotationPaint((own, isFocus) => this.#focused(own, isFocus));
  /** @type {Scene | null} */
  #scene = null;
  /** @type {(() => void) | null} */
  #closeText = null;
  #change;
  #announce;
  #sketch;
  #pointer;
  #keys;

  /**
   * @param {{change: (action: import("./annotation-state.js").AnnotationAction) => void, announce: (text: string) => void}} told
   *   change: what a person did; announce: for people who hear the page
   */
  constructor({ change, announce }) {
    this.#change = change;
    this.#announce = announce;
    const moved = (/** @type {Annotation} */ annotation) => this.#tell(annotation);
    this.#sketch = new Sketch({ announce, done: (annotation) => this.#add(annotation) });
    this.#pointer = new PointerEditing({ sketch: this.#sketch, change, moved, name: (annotation) => this.#name(annotation) });
    this.#keys = new KeyEditing({ sketch: this.#sketch, change, moved, announce });
    /** An absolutely positioned element that fills the cell. */
    this.node = element("div", { class: "annotations" }, this.#paint.node);
    this.node.addEventListener("pointermove", (event) => this.#hover(event));
  }

  /** Shows a frame's annotations as they are now. @param {Scene} scene */
  draw(scene) {
    const before = this.#scene;
    const left = before && !isSameFrame(before.lens.frame, scene.lens.frame);
    this.#scene = scene;
    if (left) {
      this.#closeText?.();
    }
    if (left || before?.tool !== scene.tool) {
      this.#pointer.cancel();
      this.#sketch.drawing = null;
      this.#keys.cursor = null;
    }
    this.node.dataset.tool = scene.tool ?? "";
    this.#redraw();
  }

  /** @param {PointerEvent} event @returns {boolean} whether the gesture is the layer's */
  pointerDown(event) {
    this.#closeText?.();
    this.#keys.cursor = null;
    const taken = this.#acted((scene) => this.#pointer.down(event, this.#placeOf(event), scene));
    if (taken && event.pointerType === "touch") {
      // The mouse press that browsers add to a tap would take the focus from the field that the tap opened.
      event.preventDefault();
    }
    return taken;
  }

  /** @param {PointerEvent} event */
  pointerMove(event) {
    this.#acted((scene) => this.#pointer.move(event, this.#placeOf(event), scene));
  }

  /** @param {PointerEvent} event */
  pointerUp(event) {
    this.#acted((scene) => this.#pointer.up(event, this.#placeOf(event), scene));
  }

  /** The gesture became another one, or was taken away: what it did is taken back. */
  cancel() {
    this.#acted(() => this.#pointer.cancel());
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether the key acted here */
  keyDown(event) {
    const acts = !isTyping(event) && !isForControl(event) && this.#acted((scene) => this.#keyIn(event, scene));
    if (acts) {
      event.preventDefault();
    }
    return acts;
  }

  /** @template T @param {(scene: Scene) => T} act @returns {T | false} false before there is something to act on */
  #acted(act) {
    const result = this.#scene ? act(this.#scene) : false;
    this.#redraw();
    return result;
  }

  /** Draws the scene that is newest by now: what was told may have brought another one. */
  #redraw() {
    const scene = this.#scene;
    if (scene) {
      const { handle, cursor } = this.#keys;
      this.#paint.draw(scene, { moving: this.#pointer.moving, handle, cursor });
      this.#paint.drawDraft(scene, this.#sketch.shown(scene));
    }
  }

  /** @param {KeyboardEvent} event @param {Scene} scene @returns {boolean} */
  #keyIn(event, scene) {
    if (event.ctrlKey || event.metaKey) {
      return this.#undo(event);
    }
    if (event.altKey) {
      return false;
    }
    if (event.key === "Escape") {
      return this.#escape(scene);
    }
    const focused = this.#paint.focusedOf(scene);
    const chosen = focused ?? scene.own.find(({ id }) => id === scene.selected);
    if (chosen && (event.key === "Delete" || event.key === "Backspace")) {
      this.#change({ type: "remove", id: chosen.id });
      this.#announce(words.removed);
      return true;
    }
    if (focused && event.key === "Enter") {
      this.#name(focused);
      return true;
    }
    if (focused) {
      return this.#keys.edit(event, focused, scene);
    }
    return scene.tool !== null && this.#keys.draw(event, scene, this.#size());
  }

  /** @param {KeyboardEvent} event */
  #undo(event) {
    const key = event.key.toLowerCase();
    if (key !== "z" && key !== "y") {
      return false;
    }
    this.#change({ type: key === "y" || event.shiftKey ? "redo" : "undo" });
    return true;
  }

  /** @param {Scene} scene */
  #escape({ selected }) {
    if (this.#pointer.cancel()) {
      return true;
    }
    if (this.#sketch.drawing) {
      this.#sketch.drawing = null;
      this.#announce(words.cancelled);
      return true;
    }
    if (selected !== null) {
      this.#change({ type: "select", id: null });
      return true;
    }
    return false;
  }

  /** @param {Annotation} annotation */
  #add(annotation) {
    this.#change({ type: "add", annotation });
    this.#tell(annotation);
    if (annotation.type === "arrow") {
      this.#name(annotation);
    }
  }

  /** Opens the field for an annotation's text. @param {Annotation} annotation */
  #name({ id, points, text = "" }) {
    const { lens } = /** @type {Scene} */ (this.#scene);
    this.#closeText?.();
    this.#closeText = openTextField(this.node, lens.toScreen(points[points.length - 1]), text, (told) => {
      this.#closeText = null;
      if (told !== null && told !== text) {
        this.#change({ type: "text", id, text: told });
      }
    });
  }

  /** @param {PointerEvent} event */
  #hover(event) {
    const scene = this.#scene;
    if (event.buttons === 0 && scene) {
      this.node.dataset.would = this.#pointer.hover(event, this.#placeOf(event), scene);
      this.#paint.drawDraft(scene, this.#sketch.shown(scene));
    }
  }

  /** @param {MouseEvent} event @returns {Point} */
  #placeOf({ clientX, clientY }) {
    const { left, top } = this.node.getBoundingClientRect();
    return [clientX - left, clientY - top];
  }

  #size() {
    return { width: this.node.clientWidth, height: this.node.clientHeight };
  }

  /** @param {Annotation} annotation */
  #tell(annotation) {
    if (this.#scene) {
      this.#announce(this.#paint.spoken(annotation, this.#scene));
    }
  }

  /** @param {string | null} own  an own annotation's id @param {boolean} isFocus  or else it lost the focus */
  #focused(own, isFocus) {
    this.#keys.handle = -1;
    if (isFocus && this.#scene?.selected !== own) {
      this.#change({ type: "select", id: own });
    }
    this.#redraw();
  }
}

/** @param {import("./annotation-types.js").FrameName} a @param {import("./annotation-types.js").FrameName} b */
function isSameFrame(a, b) {
  return a.instanceUid === b.instanceUid && a.frame === b.frame && a.seriesUid === b.seriesUid;
}

/** Whether a key operates what has the focus: Enter presses a button, arrows move a slider. @param {KeyboardEvent} event */
function isForControl({ key, target }) {
  const pressed = key === "Enter" || key === " " ? "button, a, summary, [role=slider]" : key.startsWith("Arrow") ? "[role=slider]" : "dialog";
  return target instanceof Element && target.closest(pressed) !== null;
}
