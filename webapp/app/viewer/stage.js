// @ts-check
import { element } from "../ui/element.js";
import { Cell } from "./cell.js";
import { Surface } from "./gl/surface.js";

/** The magnifier's radius and factor, in CSS pixels. */
const GLASS = { radius: 90, factor: 2.5 };

/**
 * The viewing area: one canvas, and the cells on it. What the active cell shows stands in the data attributes: state, series, slice,
 * slices, loaded, window-center, window-width, zoom.
 */
export class Stage {
  /** @type {Cell[]} */
  cells = [];
  /** @type {Surface | null} */
  #surface = null;
  #grid = element("div", { class: "cells" });
  #glass = element("div", { class: "glass", hidden: true });
  /** @type {{cell: Cell, x: number, y: number} | null} */
  #magnified = null;
  #active = 0;
  #drawing = false;
  #again = false;
  #node;
  #preview;
  #signal;
  #act;
  #size = { width: 1, height: 1 };
  /** Told after each drawing. @type {() => void} */
  drawn = () => {};

  /**
   * @param {HTMLElement} node
   * @param {{host: HTMLElement, preview: HTMLImageElement, signal: AbortSignal}} parts
   * @param {{go: (cell: number, index: number) => void, again: (scene: import("./cell.js").Scene) => void}} act
   */
  constructor(node, { host, preview, signal }, act) {
    this.#node = node;
    this.#preview = preview;
    this.#signal = signal;
    this.#act = act;
    node.append(this.#grid, this.#glass);
    try {
      this.#surface = new Surface(host, { restored: () => this.drawSoon(), signal });
    } catch (error) {
      reportError(error);
      node.dataset.engine = "failed";
    }
    const observer = new ResizeObserver(([entry]) => this.#resized(entry));
    observer.observe(node);
    signal.addEventListener("abort", () => observer.disconnect());
    this.#measure(node.clientWidth * devicePixelRatio, node.clientHeight * devicePixelRatio);
  }

  /** What textures and the canvas take. */
  get bytes() {
    return this.#surface?.bytes ?? 0;
  }

  /** @returns {Cell} */
  get active() {
    return this.cells[this.#active];
  }

  /**
   * Says what is to be seen.
   * @param {import("./reading-state.js").Layout} layout
   * @param {readonly (import("./cell.js").Scene | null)[]} scenes  a cell each
   * @param {number} active
   */
  show(layout, scenes, active) {
    this.#active = active;
    this.#lay(scenes.length, layout);
    scenes.forEach((scene, at) => {
      this.cells[at].scene = scene;
      this.cells[at].node.classList.toggle("active", at === active && scenes.length > 1);
    });
    this.drawSoon();
  }

  /** @param {Element | null} target @returns {number} the cell that an event is about, or -1 */
  cellOf(target) {
    const node = target?.closest(".cell");
    return this.cells.findIndex((cell) => cell.node === node);
  }

  /** Enlarges what is around a place, or nothing. @param {{cell: Cell, x: number, y: number} | null} place  CSS pixels from the cell's corner */
  magnify(place) {
    this.#magnified = place;
    this.drawSoon();
  }

  drawSoon() {
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
    this.#surface?.resize(this.#size.width, this.#size.height);
    this.#surface?.draw((images) => {
      this.cells.forEach((cell) => cell.paint(images));
      this.#drawGlass(images);
    });
    const failed = this.#surface === null;
    this.cells.forEach((cell) => cell.drawAround({ failed }));
    this.#tell();
    this.drawn();
    this.#node.dataset.drawing = String(this.#again);
    if (this.#again) {
      this.drawSoon();
    }
  }

  /** @param {import("./gl/image-painter.js").ImagePainter} images */
  #drawGlass(images) {
    const place = this.#magnified;
    this.#glass.hidden = !place?.cell.pixels;
    if (place?.cell.pixels) {
      const ratio = devicePixelRatio;
      place.cell.magnify(images, { x: place.x * ratio, y: place.y * ratio }, Math.round(GLASS.radius * ratio), GLASS.factor);
      this.#glass.style.left = `${place.cell.rect.x / ratio + place.x - GLASS.radius}px`;
      this.#glass.style.top = `${place.cell.rect.y / ratio + place.y - GLASS.radius}px`;
    }
  }

  #tell() {
    const { scene, phase, window } = this.active;
    if (phase === "true-pixels" && performance.getEntriesByName("true-pixels").length === 0) {
      performance.mark("true-pixels");
    }
    Object.assign(this.#node.dataset, {
      state: phase,
      series: scene?.series.uid ?? "",
      slice: String((scene?.place.index ?? -1) + 1),
      slices: String(scene?.place.count ?? 0),
      loaded: String(scene?.store.loaded ?? 0),
      zoom: scene ? String(Number(this.active.lens.zoom.toFixed(4))) : "",
      windowCenter: String(window?.center ?? ""),
      windowWidth: String(window?.width ?? ""),
    });
  }

  /** @param {number} count @param {import("./reading-state.js").Layout} layout */
  #lay(count, { rows, columns }) {
    while (this.cells.length > count) {
      this.cells.pop()?.node.remove();
    }
    while (this.cells.length < count) {
      const at = this.cells.length;
      const preview = at === 0 ? this.#preview : undefined;
      const cell = new Cell({ go: (index) => this.#act.go(at, index), again: this.#act.again, drawSoon: () => this.drawSoon(), signal: this.#signal, preview });
      this.cells.push(cell);
      this.#grid.append(cell.node);
    }
    this.#grid.style.gridTemplate = `repeat(${rows}, minmax(0, 1fr)) / repeat(${columns}, minmax(0, 1fr))`;
    const { width, height } = this.#size;
    this.cells.forEach((cell, at) => {
      const [row, column] = [Math.floor(at / columns), at % columns];
      const x = Math.round((width * column) / columns);
      const y = Math.round((height * row) / rows);
      cell.rect = { x, y, width: Math.round((width * (column + 1)) / columns) - x, height: Math.round((height * (row + 1)) / rows) - y };
    });
    this.#layout = { rows, columns };
  }

  #layout = { rows: 1, columns: 1 };

  /** @param {ResizeObserverEntry} entry */
  #resized(entry) {
    const exact = entry.devicePixelContentBoxSize?.[0];
    const { inlineSize, blockSize } = exact ?? { inlineSize: entry.contentRect.width * devicePixelRatio, blockSize: entry.contentRect.height * devicePixelRatio };
    this.#measure(inlineSize, blockSize);
    this.#lay(this.cells.length, this.#layout);
    this.drawSoon();
  }

  /** @param {number} width @param {number} height */
  #measure(width, height) {
    this.#size = { width: Math.max(1, Math.round(width)), height: Math.max(1, Math.round(height)) };
  }
}
