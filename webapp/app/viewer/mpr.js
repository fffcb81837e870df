// @ts-check
import { isLut } from "../dicom/voi-lut.js";
import { greysOf } from "../dicom/window.js";
import { texelsOf } from "../volume/texels.js";
import { volumeOf } from "../volume/volume.js";
import { beginVolume, nextVolume, placeAt } from "../volume/volume-view.js";

/** So long at once slices are brought to the GPU, ms: then the page has its turn. */
const TURN_MS = 12;
/** Planes that have not moved for so long rest, ms. */
const REST_MS = 120;

/** Of a series without stacks, and where nothing is shown. */
export const NO_VOLUME = Object.freeze({ stack: undefined, geometry: undefined, obstacle: "no-plane" });

/**
 * The stack of a series around a frame, if it is a volume.
 * @param {import("../dicom/manifest.js").Series} series
 * @param {number} index
 */
export function volumeAt(series, index) {
  const stack = series.stacks.find(({ begin, end }) => index >= begin && index < end);
  return stack ? { stack, ...volumeOf(series, stack) } : NO_VOLUME;
}

/** A volume on the GPU that is cut in three planes: the crosshair, the slab, the window, and the slices as they come. */
export class Mpr {
  /** @type {import("../volume/volume-texture.js").VolumeTexture | null} */
  texture = null;
  view;
  inverted = false;
  /** Null is the one at which the series was shown before. @type {import("../dicom/window.js").Window | null} */
  chosen = null;
  arrived = 0;
  #means;
  /** A timer, while the planes move: a thick slab takes its time, so it is painted when they rest. */
  #moving = 0;
  #closed = false;
  /** @type {Set<number>} slices that are not on the GPU yet */
  #awaited = new Set();

  /**
   * @param {{store: import("./frame-store.js").FrameStore, stack: import("../dicom/manifest.js").Stack, geometry: import("../volume/volume.js").Geometry,
   *   window: import("../dicom/window.js").Window, lut: (window: import("../dicom/voi-lut.js").LutWindow) => import("../volume/lut-texture.js").Lut | undefined,
   *   changed: () => void, failed: (error: unknown) => void}} means  lut: a table, once it is unpacked
   */
  constructor(means) {
    this.#means = means;
    this.view = beginVolume(means.geometry);
  }

  /** What the planes show of values. @returns {import("./gl/image-painter.js").Greys} */
  get greys() {
    const { store, stack, lut } = this.#means;
    const { window } = this;
    const { inverse } = store.series.frames[stack.begin].image;
    return { ...greysOf(window, this.inverted !== inverse), lut: isLut(window) ? lut(window) : undefined };
  }

  get isComplete() {
    return this.texture !== null && this.#awaited.size === 0;
  }

  get bytes() {
    return this.texture?.bytes ?? 0;
  }

  /** Makes room on the GPU, and brings what is there. Also after the GPU has forgotten everything. @param {import("../volume/volume-painter.js").VolumePainter} painter */
  async open(painter) {
    const { store, stack, geometry, failed } = this.#means;
    this.texture = null;
    try {
      const texture = await painter.make(geometry, texelsOf(store.series.frames.slice(stack.begin, stack.end)));
      if (this.#closed) {
        texture.free();
        return;
      }
      this.texture = texture;
      this.arrived = 0;
      this.#awaited = new Set(Array.from({ length: stack.end - stack.begin }, (_, slice) => slice));
      this.take();
    } catch (error) {
      failed(error);
    }
  }

  /** Brings slices that have come to the GPU, a few at a time. */
  take() {
    const { texture } = this;
    const { store, stack, changed } = this.#means;
    const begun = performance.now();
    for (const slice of texture && !this.#closed ? this.#awaited : []) {
      const pixels = store.pixels(stack.begin + slice);
      if (pixels) {
        texture?.put(slice, pixels);
        this.#awaited.delete(slice);
        this.arrived++;
      }
      if (performance.now() - begun > TURN_MS) {
        setTimeout(() => this.take());
        break;
      }
    }
    changed();
  }

  /** @param {import("../volume/volume-view.js").VolumeAction} action */
  act(action) {
    this.view = nextVolume(this.view, action);
    if (this.view.slab.mm > 0) {
      this.#move();
    }
    this.#means.changed();
  }

  /** The slab as it is painted now. */
  get slab() {
    return this.#moving > 0 ? { ...this.view.slab, mm: 0 } : this.view.slab;
  }

  #move() {
    clearTimeout(this.#moving);
    const rest = () => {
      this.#moving = 0;
      this.#means.changed();
    };
    this.#moving = window.setTimeout(rest, REST_MS);
  }

  get window() {
    return this.chosen ?? this.#means.window;
  }

  /** @param {import("../dicom/window.js").Window | null} window  null is the series' */
  show(window) {
    this.chosen = window;
    this.#means.changed();
  }

  invert() {
    this.inverted = !this.inverted;
    this.#means.changed();
  }

  /** Puts the crosshair where a plane was pointed at. @param {import("./plane-cell.js").PlaneCell} cell @param {{x: number, y: number}} at  device pixels of the cell */
  point(cell, { x, y }) {
    this.act({ type: "point", point: placeAt(cell.screen, [x, y]) });
  }

  close() {
    this.#closed = true;
    this.texture?.free();
    this.texture = null;
  }
}
