// @ts-check
import { DecodeError } from "../dicom/transfer-syntax.js";
import { FetchQueue } from "./fetch-queue.js";
import { lanes, NEAR } from "./lanes.js";

/** At most this many requests at once. */
export const REQUESTS = 6;
/** Waits before each new attempt at a frame that failed for a passing reason, in ms. */
const PATIENCE = [500, 1500, 4000];

/** What a frame is to its store. */
export const FrameState = Object.freeze({ WANTED: 0, ARRIVED: 1, MISSING: 2, DROPPED: 3 });

/**
 * Brings the frames of one series: fetches them in the reader's order, has them decoded, keeps them in the cache, tries again
 * what failed for a passing reason, and calls missing what stays away.
 *
 * Events: `arrived` and `missing` with `{index}`, `settled` when nothing is left to bring.
 */
export class FrameStore extends EventTarget {
  /** @type {FetchQueue<number>} */
  #queue;
  #aim = { shown: 0, heading: /** @type {1 | -1} */ (1) };
  #active = false;
  /** @type {Map<number, number>} */
  #attempts = new Map();
  /** @type {Set<number>} */
  #resting = new Set();
  #series;
  #cache;
  #pool;
  #signal;

  /**
   * @param {import("../dicom/manifest.js").Series} series
   * @param {{cache: import("./frame-cache.js").FrameCache, pool: import("../dicom/decode-pool.js").DecodePool, signal: AbortSignal}} means
   */
  constructor(series, { cache, pool, signal }) {
    super();
    this.#series = series;
    this.#cache = cache;
    this.#pool = pool;
    this.#signal = signal;
    this.states = new Uint8Array(series.frames.length);
    /** @type {Map<number, string>} why frames are missing */
    this.reasons = new Map();
    this.#queue = new FetchQueue((index, abort) => this.#bring(index, abort), REQUESTS);
    signal.addEventListener("abort", () => this.rest());
  }

  get series() {
    return this.#series;
  }

  /** How many frames have arrived at some time. */
  get loaded() {
    return this.states.reduce((sum, state) => sum + Number(state === FrameState.ARRIVED || state === FrameState.DROPPED), 0);
  }

  /** @param {number} index */
  pixels(index) {
    return this.#cache.get(this.#series.uid, index);
  }

  /**
   * Says where the reader is, and starts or goes on bringing frames.
   * @param {number} shown @param {1 | -1} heading
   * @returns {boolean} whether there is something to bring
   */
  aim(shown, heading) {
    this.#aim = { shown, heading };
    this.#active = true;
    if (this.states[shown] === FrameState.MISSING) {
      this.#attempts.delete(shown);
      this.states[shown] = FrameState.WANTED;
    }
    return this.#order();
  }

  /** Stops bringing frames, and cancels what is on the way. */
  rest() {
    this.#active = false;
    this.#queue.aim([]);
  }

  /** Tries again all that is missing: after the network came back. */
  revive() {
    this.#attempts.clear();
    this.states.forEach((state, index) => {
      if (state === FrameState.MISSING) {
        this.states[index] = FrameState.WANTED;
      }
    });
    if (this.#active) {
      this.#order();
    }
  }

  /** The cache had to let a frame go; it comes back when the reader comes near. @param {number} index */
  drop(index) {
    this.states[index] = FrameState.DROPPED;
  }

  #order() {
    if (!this.#active || this.#signal.aborted) {
      return false;
    }
    const { shown, heading } = this.#aim;
    const wanted = lanes(this.states.length, shown, heading).filter((index) => this.#wants(index));
    this.#queue.aim(wanted);
    if (wanted.length === 0 && this.#resting.size === 0) {
      this.dispatchEvent(new Event("settled"));
    }
    return wanted.length > 0;
  }

  /** @param {number} index */
  #wants(index) {
    const state = this.states[index];
    const near = Math.abs(index - this.#aim.shown) <= NEAR;
    return !this.#resting.has(index) && (state === FrameState.WANTED || (state === FrameState.DROPPED && near));
  }

  /** @param {number} index @param {AbortSignal} abort */
  async #bring(index, abort) {
    const { href, image } = this.#series.frames[index];
    const urgent = index === this.#aim.shown;
    try {
      const response = await fetch(href, { signal: abort, priority: urgent ? "high" : "low" });
      if (!response.ok) {
        // An unread body holds its connection.
        await response.body?.cancel();
        throw new FetchError(response.status);
      }
      const bytes = await response.arrayBuffer();
      this.#decode(index, bytes, image);
    } catch (error) {
      if (!abort.aborted) {
        this.#failed(index, error);
      }
    }
  }

  /** Decoding has its own limit, the pool's: the next fetch doesn't wait for it. @param {number} index @param {ArrayBuffer} bytes @param {any} image */
  async #decode(index, bytes, image) {
    this.#resting.add(index);
    try {
      const pixels = await this.#pool.decode(bytes, image, this.#signal);
      this.states[index] = FrameState.ARRIVED;
      this.#cache.put(this.#series.uid, index, pixels);
      this.#resting.delete(index);
      this.dispatchEvent(new CustomEvent("arrived", { detail: { index } }));
      this.#settle();
    } catch (error) {
      this.#resting.delete(index);
      if (!this.#signal.aborted) {
        this.#failed(index, error);
      }
    }
  }

  /** @param {number} index @param {unknown} error */
  #failed(index, error) {
    const attempt = this.#attempts.get(index) ?? 0;
    const passing = !(error instanceof DecodeError) && !(error instanceof FetchError && error.isFinal);
    if (passing && attempt < PATIENCE.length) {
      this.#attempts.set(index, attempt + 1);
      this.#resting.add(index);
      setTimeout(() => {
        this.#resting.delete(index);
        this.#order();
      }, PATIENCE[attempt]);
      return;
    }
    this.states[index] = FrameState.MISSING;
    this.reasons.set(index, error instanceof Error ? error.message : String(error));
    this.dispatchEvent(new CustomEvent("missing", { detail: { index } }));
    this.#settle();
  }

  #settle() {
    const left = this.#queue.running + this.#queue.waiting + this.#resting.size;
    if (this.#active && left === 0) {
      this.dispatchEvent(new Event("settled"));
    }
  }
}

class FetchError extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`The server answered ${status}`);
    this.isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  }
}
