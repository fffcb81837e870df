// @ts-check
import { svgElement } from "../ui/element.js";
import { LINE_HEIGHT } from "./label-place.js";

/** @typedef {readonly [number, number]} Point  [x, y] in CSS pixels of the cell */

/** One annotation as it is drawn: light lines over dark ones, which stay in sight on white and on black. */
export class Mark {
  #halo = svgElement("path", { class: "halo" });
  #faint = svgElement("path", { class: "faint" });
  #lines = svgElement("path", { class: "lines" });
  #handles = svgElement("g", { class: "handles" });
  #label = svgElement("text");
  #told = "";

  /** @param {Record<string, string | number>} attributes  of the node */
  constructor(attributes) {
    this.node = svgElement("g", attributes, this.#halo, this.#faint, this.#lines, this.#handles, this.#label);
  }

  /**
   * @param {import("./strokes.js").Strokes} strokes
   * @param {{handles?: readonly Point[], active?: number, label?: readonly string[], at?: {x: number, y: number}}} [more]
   *   active: index of the handle that keys move
   */
  draw({ lines, marks, faint }, { handles = [], active = -1, label = [], at } = {}) {
    const path = pathOf([...lines, ...marks]);
    this.#halo.setAttribute("d", path);
    this.#lines.setAttribute("d", path);
    this.#faint.setAttribute("d", pathOf(faint));
    this.#drawHandles(handles, active);
    this.#drawLabel(label);
    if (at) {
      this.#label.setAttribute("transform", `translate(${rounded(at.x)} ${rounded(at.y)})`);
    }
  }

  /** @param {string} name  for people who hear the page */
  call(name) {
    if (this.node.getAttribute("aria-label") !== name) {
      this.node.setAttribute("aria-label", name);
    }
  }

  /** @param {readonly Point[]} handles @param {number} active */
  #drawHandles(handles, active) {
    while (this.#handles.childElementCount > handles.length) {
      this.#handles.lastElementChild?.remove();
    }
    handles.forEach(([x, y], index) => {
      const circle = this.#handles.children[index] ?? this.#handles.appendChild(svgElement("circle"));
      circle.setAttribute("cx", rounded(x));
      circle.setAttribute("cy", rounded(y));
      circle.setAttribute("r", index === active ? "8" : "5");
      circle.classList.toggle("active", index === active);
    });
  }

  /** @param {readonly string[]} label */
  #drawLabel(label) {
    const told = label.join("\n");
    if (told === this.#told) {
      return;
    }
    this.#told = told;
    const lines = label.map((line, index) => {
      const span = svgElement("tspan", { x: 0, y: index * LINE_HEIGHT });
      span.textContent = line;
      return span;
    });
    this.#label.replaceChildren(...lines);
  }
}

/** @param {readonly (readonly Point[])[]} all */
function pathOf(all) {
  return all.map((line) => line.map(([x, y], at) => `${at === 0 ? "M" : "L"}${rounded(x)} ${rounded(y)}`).join("")).join("");
}

/** @param {number} value */
function rounded(value) {
  return String(Math.round(value * 10) / 10);
}
