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
  /** @type {import("./frame-store.js").FrameStore | null} */
  #store = null;
  #version = -1;
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
        go(Math.floor(((event.clientY - top) / height) * this.#marks.height));
      }
    };
    this.node.addEventListener("pointerdown", (event) => (this.node.setPointerCapture(event.pointerId), scrub(event)), { signal });
    this.node.addEventListener("pointermove", scrub, { signal });
  }

  /** @param {number} index @param {import("./frame-store.js").FrameStore} store */
  draw(index, store) {
    const { states, version } = store;
    if (store !== this.#store) {
      this.#store = store;
      this.#marks.height = states.length;
      this.node.setAttribute("aria-valuemax", String(states.length));
      this.#index = -1;
      this.#version = -1;
    }
    if (index !== this.#index) {
      this.#index = index;
      this.#here.style.top = `${((index + 0.5) / states.length) * 100}%`;
      this.node.setAttribute("aria-valuenow", String(index + 1));
      this.node.setAttribute("aria-valuetext", words.viewer.imageOf(index + 1, states.length));
    }
    if (version !== this.#version) {
      this.#version = version;
      this.#drawMarks(states);
    }
  }

  /** @param {Uint8Array} states */
  #drawMarks(states) {
    const context = this.#marks.getContext("2d");
    const style = getComputedStyle(this.node);
    context?.clearRect(0, 0, 1, states.length);
    for (const [state, name] of Object.entries(MARKS)) {
      if (context) {
        context.fillStyle = style.getPropertyValue(name);
        states.forEach((one, at) => one === Number(state) && context.fillRect(0, at, 1, 1));
      }
    }
  }
}
