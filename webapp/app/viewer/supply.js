// @ts-check
import { memoryBudget } from "./budget.js";
import { FrameCache } from "./frame-cache.js";
import { FrameStore } from "./frame-store.js";
import { Loading } from "./loading.js";

/** @typedef {import("../dicom/manifest.js").Series} Series */

/** The frames of all series of a case: brings them in the order in which they are wanted, decodes them, and keeps what there is room for. */
export class Supply {
  #budget = memoryBudget();
  #cache;
  #loading;
  #settled = false;

  /**
   * @param {readonly Series[]} series
   * @param {{pool: import("../dicom/decode-pool.js").DecodePool, signal: AbortSignal, changed: (store: FrameStore, index: number) => void, settled: () => void, sessionEnded: () => void}} means
   *   changed: a frame of that series came, or stayed away; settled: told once, when all that is shown is there; sessionEnded: told when frames need signing in
   */
  constructor(series, { pool, signal, changed, settled, sessionEnded }) {
    this.#cache = new FrameCache(this.#budget.frameBytes, (uid, index) => this.stores.find((store) => store.series.uid === uid)?.drop(index));
    this.stores = series.map((one) => new FrameStore(one, { cache: this.#cache, pool, signal }));
    this.#loading = new Loading(signal, () => this.#cache.hasRoom);
    const came = (/** @type {FrameStore} */ store, /** @type {Event} */ event) => {
      this.#loading.arrived();
      if (!this.#settled && this.#loading.idle) {
        this.#settled = true;
        performance.mark("all-frames");
        settled();
      }
      changed(store, /** @type {CustomEvent<{index: number}>} */ (event).detail.index);
    };
    const signedOut = () => {
      if (!this.#loading.paused) {
        this.#loading.pause();
        sessionEnded();
      }
    };
    for (const store of this.stores) {
      store.addEventListener("arrived", (event) => came(store, event), { signal });
      store.addEventListener("missing", (event) => came(store, event), { signal });
      store.addEventListener("again", () => this.#loading.go(), { signal });
      store.addEventListener("signed-out", signedOut, { signal });
    }
    addEventListener("online", () => this.#resume(), { signal });
  }

  /** Of frames and workers. */
  get bytes() {
    return this.#cache.bytes + this.#budget.workerBytes;
  }

  /** How many bytes frames may take when nothing else needs them. */
  get room() {
    return this.#budget.frameBytes;
  }

  /** So much of the room is taken by something else. @param {number} bytes */
  lend(bytes) {
    this.#cache.limit(this.room - bytes);
  }

  /**
   * What comes first, and stays longest: all around these places, those of the active cell before the others.
   * @param {readonly {series: number, index: number, heading: 1 | -1}[]} shown
   */
  aim(shown) {
    const places = shown.filter(({ series }) => isStack(this.stores[series].series));
    this.#cache.aim(places.map(({ series, index }) => ({ uid: this.stores[series].series.uid, index })));
    const last = Math.max(...places.map(({ series }) => series));
    const ahead = [...this.stores.slice(last + 1), ...this.stores.slice(0, last)];
    const others = ahead.filter((store) => isStack(store.series) && !places.some(({ series }) => this.stores[series] === store));
    this.#loading.aim(places.map(({ series, index, heading }) => ({ store: this.stores[series], shown: index, heading })), others);
  }

  /** Brings something that lies over what is shown, within the limit of requests. @template T @param {(abort: AbortSignal) => Promise<T>} fetches @returns {Promise<T>} rejected with an AbortError when the reader went on */
  bring(fetches) {
    return this.#loading.bring(fetches);
  }

  #resume() {
    this.stores.forEach((store) => store.reviveAll());
    this.#loading.resume();
  }

  /** How many frames have come, and how many stay away. */
  get counts() {
    const sum = (/** @type {(store: FrameStore) => number} */ of) => this.stores.reduce((total, store) => total + of(store), 0);
    return { frames: sum(({ loaded }) => loaded), missingFrames: sum(({ reasons }) => reasons.size) };
  }
}

/** Whether a series is read for itself: segments lie over another one. @param {Series} series */
export function isStack({ displayable, isSegmentation }) {
  return displayable && !isSegmentation;
}
