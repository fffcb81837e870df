// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { FrameState } from "./frame-store.js";

/** Marks on the rail's canvas, by what a frame is; the colours come from the stage's tokens. */
/** @type {Record<number, string>} */
const MARKS = { [FrameState.ARRIVED]: "--stage-arrived", [FrameState.DROPPED]: "--stage-dropped", [FrameState.MISSING]: "--stage-missing" };

/**
 * The rail at the stage's right edge: which frames have arrived, where one is, and a way to go anywhere.
 * It is a slider: keys, wheel and pointer move it.
 */
export class SliceRail {
  #marks = element("canvas", { width: 1, height: 1, "aria-hidden": "true" });
  #here = element("span", { class: "here" });
  #count = 0;
  #index = -1;

  /**
   * @param {(index: number) => void} go
   * @param {AbortSignal} signal
   */
  constructor(go, signal) {
    this.node = element(
      "div",
      { class: "rail", role: "slider", tabindex: 0, "aria-orientation": "vertical", "aria-label": words.viewer.rail, "aria-valuemin": 1, title: words.viewer.rail },
      this.#marks,
      this.#here,
    );
    const scrub = (/** @type {PointerEvent} */ event) => {
      if (event.buttons & 1) {
        const { top, height } = this.#marks.getBoundingClientRect();
        go(Math.floor(((event.clientY - top) / height) * this.#count));
      }
    };
    this.node.addEventListener("pointerdown", (event) => (this.node.setPointerCapture(event.pointerId), scrub(event)), { signal });
    this.node.addEventListener("pointermove", scrub, { signal });
  }

  /** @param {number} index @param {Uint8Array} states */
  draw(index, states) {
    if (states.length !== this.#count) {
      this.#count = states.length;
      this.#marks.height = states.length;
      this.node.hidden = states.length < 2;
      this.node.setAttribute("aria-valuemax", String(states.length));
      this.#index = -1;
    }
    if (index !== this.#index) {
      this.#index = index;
      this.#here.style.top = `${((index + 0.5) / this.#count) * 100}%`;
      this.node.setAttribute("aria-valuenow", String(index + 1));
      this.node.setAttribute("aria-valuetext", words.viewer.imageOf(index + 1, this.#count));
    }
    const context = this.#marks.getContext("2d");
    const style = getComputedStyle(this.node);
    context?.clearRect(0, 0, 1, states.length);
    states.forEach((state, at) => {
      const mark = MARKS[state];
      if (context && mark) {
        context.fillStyle = style.getPropertyValue(mark);
        context.fillRect(0, at, 1, 1);
      }
    });
  }
}
