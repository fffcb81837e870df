// @ts-check
import { overlayMask } from "../dicom/overlays.js";
import { framesOn, placementOn, segmentMask, segmentsOf, sourceOf } from "../dicom/segmentation.js";
import { shutterMask } from "../dicom/shutters.js";
import { lutTexture, voiLutOf } from "../dicom/voi-lut.js";

/** How much of the image a segment hides. */
const SEGMENT_ALPHA = 0.4;
/** Masks and tables that are kept: of the frames about which the reader moves. */
const MOST_KEPT = 40;

/**
 * @typedef {import("../dicom/manifest.js").Series} Series
 * @typedef {import("../dicom/manifest.js").Frame} Frame
 * @typedef {{mask: {values: Uint8Array, rows: number, columns: number}, placement: {left: number, top: number, width: number, height: number},
 *   tone: {red: number, green: number, blue: number, alpha: number}}} Layer  placement: in the image's own pixels
 */

/**
 * What lies over the images besides marks: shutters, overlay planes, segments. Each is fetched and unpacked when its frame is shown, and
 * what isn't there yet isn't drawn.
 */
export class Layers {
  /** Whether overlay planes and segments are shown; shutters always are. */
  shown = true;
  /** @type {Map<object | string, unknown>} undefined while it is on its way */
  #kept = new Map();
  /** @type {Map<Series, {series: Series, store: import("./frame-store.js").FrameStore}[]>} */
  #segmentations = new Map();
  /** Frames of segmentations that are on their way. @type {Set<object>} */
  #coming = new Set();
  #bring;
  #arrived;

  /**
   * @param {readonly import("./frame-store.js").FrameStore[]} stores
   * @param {{bring: <T>(fetches: (abort: AbortSignal) => Promise<T>) => Promise<T>, arrived: () => void}} means
   *   bring: fetches something when its turn comes; rejects with an AbortError when the reader went on; arrived: something more can be drawn
   */
  constructor(stores, { bring, arrived }) {
    this.#bring = bring;
    this.#arrived = arrived;
    const series = stores.map((store) => store.series);
    for (const store of stores.filter((one) => one.series.isSegmentation && one.series.frames.length > 0)) {
      const source = sourceOf(store.series, series);
      if (source) {
        this.#segmentations.set(source, [...(this.#segmentations.get(source) ?? []), { series: store.series, store }]);
      }
    }
  }

  /** @param {Series} series @param {Frame} frame @returns {Layer[]} the undermost first */
  over(series, frame) {
    const overlays = this.shown ? [...this.#segmentsOver(series, frame), ...this.#overlaysOf(frame)] : [];
    return [...overlays, ...this.#shuttersOf(frame)];
  }

  /** A VOI LUT as a painter takes it, once it is unpacked. @param {import("../dicom/voi-lut.js").LutWindow} window @returns {{values: Float32Array, first: number} | undefined} */
  lut(window) {
    return this.#known(window, async () => {
      const table = await voiLutOf(window);
      return { values: lutTexture(table), first: table.firstValue };
    });
  }

  /** @param {Frame} frame @returns {Layer[]} */
  #shuttersOf(frame) {
    const { image } = frame;
    if (!image.shutters) {
      return [];
    }
    const values = this.#known(image, async () => shutterMask(image));
    const grey = (image.shutterPresentationValue ?? 0) / 65535;
    return values ? [layer(values, image, { red: grey, green: grey, blue: grey, alpha: 1 })] : [];
  }

  /** @param {Frame} frame @returns {Layer[]} */
  #overlaysOf({ overlays, image }) {
    const values = overlays && this.#known(overlays, async () => overlayMask(await this.#bring((abort) => this.#bytes(overlays, abort)), image));
    return values ? [layer(values, image, { red: 1, green: 1, blue: 1, alpha: 1 })] : [];
  }

  /** @param {Series} series @param {Frame} frame @returns {Layer[]} */
  #segmentsOver(series, frame) {
    return (this.#segmentations.get(series) ?? []).flatMap(({ series: segmentation, store }) =>
      framesOn(segmentation, series, frame.index).flatMap((one) => this.#segmentsIn(one, frame, store)),
    );
  }

  /** @param {Frame} one @param {Frame} under @param {import("./frame-store.js").FrameStore} store @returns {Layer[]} */
  #segmentsIn(one, under, store) {
    const placement = placementOn(one, under);
    if (!placement) {
      return [];
    }
    const pixels = store.pixels(one.index);
    return segmentsOf(one.image).flatMap(({ number, color: [red, green, blue] }) => {
      const name = `${one.href} ${number}`;
      // A mask outlives its pixels: the cache lets those of series go that are not read for themselves.
      const values = pixels ? this.#known(name, async () => segmentMask(pixels, one.image, number)) : /** @type {Uint8Array | undefined} */ (this.#kept.get(name));
      if (!values) {
        this.#bringSegments(store, one.index);
      }
      const tone = { red: red / 255, green: green / 255, blue: blue / 255, alpha: SEGMENT_ALPHA };
      return values ? [{ ...layer(values, one.image, tone), placement }] : [];
    });
  }

  /** Brings a segmentation's frame, also one that the cache had to let go. @param {import("./frame-store.js").FrameStore} store @param {number} index */
  #bringSegments(store, index) {
    const key = store.keys[index];
    if (store.wants(index, index) && !this.#coming.has(key)) {
      this.#coming.add(key);
      this.#bring((abort) => store.bring(index, false, abort))
        .catch((error) => this.#stayedAway(error))
        .finally(() => this.#coming.delete(key));
    }
  }

  /** What the reader went on from is asked for again when she comes back, or if she is still there. @param {any} error */
  #stayedAway(error) {
    if (error.name === "AbortError") {
      this.#arrived();
    } else {
      reportError(error);
    }
  }

  /** @param {string} address @param {AbortSignal} signal */
  async #bytes(address, signal) {
    const response = await fetch(address, { signal, priority: "low" });
    if (!response.ok) {
      throw new Error(`The server answered ${response.status}`);
    }
    return new Uint8Array(await response.arrayBuffer());
  }

  /** What was made once, or undefined until it is. What fails is not tried again before the page comes anew. @template T @param {object | string} key @param {() => Promise<T>} make @returns {T | undefined} */
  #known(key, make) {
    if (!this.#kept.has(key)) {
      this.#kept.set(key, undefined);
      make().then(
        (made) => {
          this.#kept.set(key, made);
          this.#arrived();
        },
        (error) => {
          if (error.name === "AbortError") {
            this.#kept.delete(key);
          }
          this.#stayedAway(error);
        },
      );
      const [oldest] = this.#kept.keys();
      if (this.#kept.size > MOST_KEPT) {
        this.#kept.delete(oldest);
      }
    }
    return /** @type {T | undefined} */ (this.#kept.get(key));
  }
}

/** @param {Uint8Array} values @param {any} image @param {Layer["tone"]} tone @returns {Layer} */
function layer(values, { rows, columns }, tone) {
  return { mask: { values, rows, columns }, placement: { left: 0, top: 0, width: columns, height: rows }, tone };
}
