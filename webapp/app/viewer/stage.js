// @ts-check
import { element } from "../ui/element.js";
import { Cell } from "./cell.js";
import { Surface } from "./gl/surface.js";
import { warmUp } from "./gl/warm-up.js";
import { PlaneCell } from "./plane-cell.js";

/** The magnifier's radius and factor, in CSS pixels. */
const GLASS = { radius: 90, factor: 2.5 };

/**
 * The viewing area: one canvas, and the cells on it. What the active cell shows stands in the data attributes: state, series, slice,
 * slices, loaded, window-center, window-width, window-function, zoom.
 */
export class Stage {
  /** @type {(Cell | PlaneCell)[]} */
  cells = [];
  /** Those that show frames, as often as there were some at once. @type {Cell[]} */
  #pool = [];
  /** @type {Surface | null} */
  #surface = null;
  #grid = element("div", { class: "cells" });
  #glass = element("div", { class: "glass", hidden: true });
  /** @type {{cell: Cell, x: number, y: number} | null} */
  #magnified = null;
  #active = 0;
  #open = false;
  #drawing = false;
  #again = false;
  /** Whether what is painted is no longer right. */
  #stale = false;
  #host;
  #node;
  #preview;
  #signal;
  #act;
  #size = { width: 1, height: 1 };
  #layout = { rows: 1, columns: 1 };
  /** Told after each drawing, and whether the images were painted too. @type {(painted: boolean) => void} */
  drawn = () => {};

  /**
   * @param {HTMLElement} node
   * @param {{host: HTMLElement, preview: HTMLImageElement, signal: AbortSignal}} parts  host: of the canvas
   * @param {{layers: import("./layers.js").Layers, standards: import("./standard-windows.js").StandardWindows, restored: () => void, go: (cell: number, index: number) => void, again: (scene: import("./cell.js").Scene) => void}} act
   *   restored: the GPU forgot everything, and works again
   */
  constructor(node, { host, preview, signal }, act) {
    this.#node = node;
    this.#preview = preview;
    this.#signal = signal;
    this.#act = act;
    node.append(this.#grid, this.#glass);
    this.#host = host;
    const observer = new ResizeObserver(([entry]) => this.#resized(entry));
    watchPixels(observer, node);
    signal.addEventListener("abort", () => observer.disconnect());
    this.#measure(node.clientWidth * devicePixelRatio, node.clientHeight * devicePixelRatio);
  }

  /** Once it is known what is to be painted. */
  #begin() {
    this.#open = true;
    try {
      this.#surface = new Surface(this.#host, { restored: () => (this.#act.restored(), this.drawSoon()), signal: this.#signal });
      const { scene } = this.active;
      if (scene?.series.displayable) {
        warmUp(this.#surface, scene.series.frames[scene.place.index].image);
      }
    } catch (error) {
      reportError(error);
      this.#node.dataset.engine = "failed";
    }
  }

  /** What textures and the canvas take. */
  get bytes() {
    return this.#surface?.bytes ?? 0;
  }

  get active() {
    return this.cells[this.#active];
  }

  /** Paints volumes; null where the browser can't. */
  get volumes() {
    return this.#surface?.volumes ?? null;
  }

  /**
   * Says what is to be seen.
   * @param {import("./reading-state.js").Layout} layout
   * @param {readonly (import("./cell.js").Scene | PlaneCell | null)[]} scenes  a cell each
   * @param {number} active
   */
  show(layout, scenes, active) {
    this.#active = active;
    this.#layout = layout;
    let frames = 0;
    this.cells = scenes.map((scene) => (scene instanceof PlaneCell ? scene : this.#cellFor(frames++, scene)));
    const nodes = this.cells.map(({ node }) => node);
    if (nodes.length !== this.#grid.children.length || nodes.some((node, at) => node !== this.#grid.children[at])) {
      this.#grid.replaceChildren(...nodes);
    }
    nodes.forEach((node, at) => node.classList.toggle("active", at === active && scenes.length > 1));
    this.#lay();
    this.#open || this.#begin();
    this.drawSoon();
  }

  /** @param {Element | null} target @returns {number} the cell that an event is about, or -1 */
  cellOf(target) {
    const node = target?.closest(".cell");
    return this.cells.findIndex((cell) => cell.node === node);
  }

  /** Enlarges what is around a place of the active cell, or nothing. @param {{x: number, y: number} | null} place  device pixels from the cell's corner */
  magnify(place) {
    this.#magnified = place && this.active instanceof Cell ? { cell: this.active, ...place } : null;
    this.drawSoon();
  }

  drawSoon() {
    this.#stale = true;
    this.tellSoon();
  }

  /** Draws only what stands around the images, such as how much is there: painting is dear where the browser has no GPU. */
  tellSoon() {
    if (!this.#open) {
      return;
    }
    if (this.#drawing) {
      this.#again = true;
      return;
    }
    this.#drawing = true;
    this.#node.dataset.drawing = "true";
    requestAnimationFrame(() => this.#draw());
  }

  #draw() {
    this.#drawing = false;
    if (this.#signal.aborted) {
      return;
    }
    this.#again = false;
    const paints = this.#stale;
    this.#stale = false;
    if (paints) {
      this.#surface?.resize(this.#size.width, this.#size.height);
      this.#surface?.draw((painters) => {
        this.cells.forEach((cell) => cell.paint(painters));
        this.#drawGlass(painters.images);
      });
    }
    const failed = this.#surface === null;
    this.cells.forEach((cell) => cell.drawAround({ failed }));
    this.#tell();
    this.drawn(paints);
    this.#node.dataset.drawing = String(this.#again);
    if (this.#again) {
      this.tellSoon();
    }
  }

  /** @param {import("./gl/image-painter.js").ImagePainter} images */
  #drawGlass(images) {
    const place = this.#magnified;
    this.#glass.hidden = !place?.cell.pixels;
    if (place?.cell.pixels) {
      const ratio = devicePixelRatio;
      place.cell.magnify(images, place, Math.round(GLASS.radius * ratio), GLASS.factor);
      this.#glass.style.left = `${(place.cell.rect.x + place.x) / ratio - GLASS.radius}px`;
      this.#glass.style.top = `${(place.cell.rect.y + place.y) / ratio - GLASS.radius}px`;
    }
  }

  #tell() {
    const { active } = this;
    const { scene, phase, window } = active;
    if (phase === "true-pixels" && performance.getEntriesByName("true-pixels").length === 0) {
      performance.mark("true-pixels");
    }
    Object.assign(this.#node.dataset, {
      state: phase,
      series: scene?.series.uid ?? "",
      slice: String((scene?.place.index ?? -1) + 1),
      slices: String(scene?.place.count ?? 0),
      loaded: String(scene?.store.loaded ?? 0),
      zoom: active instanceof Cell && scene ? String(Number(active.lens.zoom.toFixed(4))) : "",
      windowCenter: String(window?.center ?? ""),
      windowWidth: String(window?.width ?? ""),
      windowFunction: window?.function ?? "LINEAR",
    });
  }

  /** @param {number} number  among those that show frames @param {import("./cell.js").Scene | null} scene */
  #cellFor(number, scene) {
    const preview = number === 0 ? this.#preview : undefined;
    const go = (/** @type {number} */ index) => this.#act.go(this.cells.indexOf(cell), index);
    const cell = this.#pool[number] ?? new Cell({ layers: this.#act.layers, standards: this.#act.standards, go, again: this.#act.again, drawSoon: () => this.drawSoon(), signal: this.#signal, preview });
    this.#pool[number] = cell;
    cell.scene = scene;
    return cell;
  }

  #lay() {
    const { rows, columns } = this.#layout;
    this.#grid.style.gridTemplate = `repeat(${rows}, minmax(0, 1fr)) / repeat(${columns}, minmax(0, 1fr))`;
    const { width, height } = this.#size;
    this.cells.forEach((cell, at) => {
      cell.node.classList.toggle("top-row", at < columns);
      const [row, column] = [Math.floor(at / columns), at % columns];
      const x = Math.round((width * column) / columns);
      const y = Math.round((height * row) / rows);
      cell.rect = { x, y, width: Math.round((width * (column + 1)) / columns) - x, height: Math.round((height * (row + 1)) / rows) - y };
    });
  }

  /** @param {ResizeObserverEntry} entry */
  #resized(entry) {
    const { width, height } = entry.contentRect;
    const exact = entry.devicePixelContentBoxSize?.[0];
    // Browsers that emulate a screen tell CSS pixels here.
    const holds = exact && Math.abs(exact.inlineSize - width * devicePixelRatio) < 2 && Math.abs(exact.blockSize - height * devicePixelRatio) < 2;
    this.#measure(holds ? exact.inlineSize : width * devicePixelRatio, holds ? exact.blockSize : height * devicePixelRatio);
    this.#lay();
    this.drawSoon();
  }

  /** @param {number} width @param {number} height */
  #measure(width, height) {
    this.#size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
  }
}

/** Also hears of it when the window comes to a screen of other pixels. Safari can't. @param {ResizeObserver} observer @param {HTMLElement} node */
function watchPixels(observer, node) {
  try {
    observer.observe(node, { box: "device-pixel-content-box" });
  } catch {
    observer.observe(node);
  }
}
