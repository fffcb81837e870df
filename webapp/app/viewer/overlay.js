// @ts-check
import { edgeLetters, placeOf, planeOf } from "../dicom/orientation.js";
import { words } from "../words/en.js";
import { bodyPartWord, modalityWord } from "../words/terms.js";
import { element } from "../ui/element.js";

/**
 * What stands on the image: in the corners what, state, window and place; at the edges the orientation.
 */
export class Overlay {
  #what = element("div", { class: "corner top-left" });
  #state = element("div", { class: "corner top-right" });
  #look = element("div", { class: "corner bottom-left" });
  #place = element("div", { class: "corner bottom-right" });
  #edges = edges();

  constructor() {
    /** @type {HTMLElement[]} */
    this.nodes = [this.#what, this.#state, this.#look, this.#place, ...Object.values(this.#edges)];
  }

  /** Of a cell without an image. */
  clear() {
    [this.#what, this.#state, this.#look, this.#place].forEach((corner) => lines(corner, []));
    Object.values(this.#edges).forEach((edge) => edge.replaceChildren());
  }

  /**
   * @param {import("../dicom/manifest.js").Series} series
   * @param {import("./reading-state.js").Place} place
   * @param {{window: import("../dicom/window.js").Window | undefined, preset: string | undefined, zoom: number, loaded: number, phase: string}} now
   */
  draw(series, place, { window, preset, zoom, loaded, phase }) {
    const frame = series.frames[place.index];
    const { image, position } = frame;
    const plane = image.orientation ? planeOf(image.orientation) : undefined;
    const title = [modalityWord(series.modality), series.bodyPart && bodyPartWord(series.bodyPart)].filter(Boolean).join(" ");
    lines(this.#what, [[title, plane && words.viewer.planes[plane]].filter(Boolean).join(" · "), series.description]);
    const arriving = loaded < place.count ? words.viewer.loaded(loaded, place.count) : "";
    lines(this.#state, [phase === "preview" ? words.viewer.preview : "", arriving, image.lossy ? words.viewer.lossy(image.lossyRatio) : ""]);
    const colour = image.samplesPerPixel === 3;
    lines(this.#look, [
      window && !colour ? words.viewer.window(Math.round(window.width), Math.round(window.center), preset && words.viewer.presets[preset]) : "",
      `${words.viewer.zoom(zoom)}${image.rowSpacing === undefined ? ` · ${words.viewer.uncalibrated}` : ""}`,
    ]);
    const where = image.orientation && position ? words.viewer.mm(placeOf(image.orientation, position)) : "";
    lines(this.#place, [words.viewer.slice(place.index + 1, place.count), where]);
    drawEdges(this.#edges, edgeLetters(image, place.view));
  }
}

/** The same for a plane through a volume. */
export class PlaneOverlay {
  #what = element("div", { class: "corner top-left" });
  #state = element("div", { class: "corner top-right" });
  #look = element("div", { class: "corner bottom-left" });
  #place = element("div", { class: "corner bottom-right" });
  #edges = edges();

  constructor() {
    /** @type {HTMLElement[]} */
    this.nodes = [this.#what, this.#state, this.#look, this.#place, ...Object.values(this.#edges)];
  }

  /** @param {{title: string, slab: string, arriving: string, window: string, place: string, edges: ReturnType<typeof edgeLetters>}} told */
  draw({ title, slab, arriving, window, place, edges: letters }) {
    lines(this.#what, [title, slab]);
    lines(this.#state, [arriving]);
    lines(this.#look, [window]);
    lines(this.#place, [place]);
    drawEdges(this.#edges, letters);
  }
}

function edges() {
  return {
    top: element("span", { class: "edge top" }),
    right: element("span", { class: "edge right" }),
    bottom: element("span", { class: "edge bottom" }),
    left: element("span", { class: "edge left" }),
  };
}

/** @param {ReturnType<typeof edges>} nodes @param {ReturnType<typeof edgeLetters>} known  undefined when the image doesn't know */
function drawEdges(nodes, known) {
  const letters = known ?? { top: words.viewer.orientationUnknown, right: "", bottom: "", left: "" };
  nodes.top.classList.toggle("unknown", !known);
  for (const [edge, node] of Object.entries(nodes)) {
    const letter = letters[/** @type {keyof typeof letters} */ (edge)];
    if (node.textContent !== letter) {
      node.textContent = letter;
    }
  }
}

/** @param {HTMLElement} node @param {(string | undefined)[]} texts */
function lines(node, texts) {
  const wanted = texts.filter(Boolean);
  while (node.children.length > wanted.length) {
    node.lastElementChild?.remove();
  }
  wanted.forEach((text, index) => {
    const line = node.children[index] ?? node.appendChild(element("div"));
    if (line.textContent !== text) {
      line.textContent = /** @type {string} */ (text);
    }
  });
}
