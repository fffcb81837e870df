// @ts-check
import { edgeLetters } from "../dicom/orientation.js";
import { element, svgElement } from "../ui/element.js";
import { PLANES, placesOf } from "../volume/volume.js";
import { pixelOf, screenPlane } from "../volume/volume-view.js";
import { words } from "../words/en.js";
import { PlaneOverlay } from "./overlay.js";

const GAP = 12;

/** @typedef {{name: import("../volume/volume.js").PlaneName, volume: import("./mpr.js").Mpr}} PlaneScene */

/** One cell of the stage that shows a plane through a volume. */
export class PlaneCell {
  #overlay = new PlaneOverlay();
  #lines = svgElement("svg", { class: "lines", "aria-hidden": "true" });
  node = element("div", { class: "cell plane", tabindex: -1, role: "group" }, ...this.#overlay.nodes);
  /** Device pixels, from the stage's top left corner. */
  rect = { x: 0, y: 0, width: 1, height: 1 };
  /** A plane is no frame. */
  scene = null;
  pixels = undefined;

  /** @param {PlaneScene} plane */
  constructor(plane) {
    this.plane = plane;
    this.node.append(this.#lines);
  }

  /** @returns {"true-pixels" | "preview"} */
  get phase() {
    return this.plane.volume.isComplete ? "true-pixels" : "preview";
  }

  get window() {
    return this.plane.volume.window;
  }

  /** Where the plane lies on the screen. */
  get screen() {
    return screenPlane(this.plane.volume.view, this.plane.name, this.rect);
  }

  /** @param {import("./gl/surface.js").Painters} painters */
  paint({ volumes, height }) {
    const { volume } = this.plane;
    if (volume.texture) {
      const { x, y, width, height: high } = this.rect;
      volumes.paint(volume.texture, { x, y: height - y - high, width, height: high }, this.screen, volume.slab, volume.greys);
    }
  }

  drawAround() {
    const { name, volume } = this.plane;
    const { view, window } = volume;
    const { index, count } = placesOf(view.geometry, name, view.point);
    const { right, down } = PLANES[name];
    this.node.dataset.state = this.phase;
    this.node.dataset.plane = name;
    this.#overlay.draw({
      title: words.viewer.planeTitle(words.viewer.planes[name]),
      slab: view.slab.mm > 0 ? words.viewer.slab(view.slab.mm, words.viewer.slabModes[view.slab.mode]) : "",
      arriving: volume.isComplete ? "" : words.viewer.loaded(volume.arrived, view.geometry.size[2]),
      window: words.viewer.window(Math.round(window.width), Math.round(window.center), undefined),
      place: words.viewer.slice(index + 1, count),
      edges: edgeLetters({ orientation: [...right, ...down] }, { rotation: 0, flipped: false }),
    });
    this.node.setAttribute("aria-label", words.viewer.planeName(words.viewer.planes[name], index + 1, count));
    this.#drawCross();
  }

  /** The other two planes, with a gap where they meet. */
  #drawCross() {
    const ratio = devicePixelRatio;
    const [x, y] = pixelOf(this.screen, this.plane.volume.view.point).map((value) => value / ratio);
    const { width, height } = this.rect;
    const ends = [[0, y, x - GAP, y], [x + GAP, y, width / ratio, y], [x, 0, x, y - GAP], [x, y + GAP, x, height / ratio]];
    this.#lines.replaceChildren(...ends.map(([x1, y1, x2, y2]) => svgElement("line", { x1, y1, x2, y2 })));
  }
}
