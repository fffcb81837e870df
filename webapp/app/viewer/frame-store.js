// @ts-check
import { asSent, DecodeError } from "../dicom/transfer-syntax.js";
import { fetchFrame } from "./fetch-frame.js";
import { NEAR } from "./lanes.js";

/** Waits before each new attempt at a frame that failed for a passing reason, in ms. */
const PATIENCE = [500, 1500, 4000];
/** What stays away for a passing reason is missing, and asked for again after so long: a server may be restarted meanwhile. */
const LATER = 10_000;

/** What a frame is to its store. */
export const FrameState = Object.freeze({ WANTED: 0, ARRIVED: 1, MISSING: 2, DROPPED: 3 });

/**
 * The frames of one series: fetches and decodes one when it is told to, keeps them in the cache, waits before it tries again what
 * failed for a passing reason, and calls missing what stays away.
 *
 * Events: `arrived` and `missing` with `{index}`; `again` when a frame may be tried again; `signed-out`.
 */
export class FrameStore extends EventTarget {
  /** @type {Map<number, number>} */
  #attempts = new Map();
  /** Those that are being decoded, or that wait for another attempt. @type {Set<number>} */
  #resting = new Set();
  #series;
  #cache;
  #pool;
  #signal;
  #loaded = 0;

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
    /** Grows with each change of a state. */
    this.version = 0;
    /** @type {Map<number, string>} why frames are missing */
    this.reasons = new Map();
    /** Names for the frames, the same each time. @type {readonly {store: FrameStore, index: number}[]} */
    this.keys = Object.freeze(series.frames.map((_, index) => Object.freeze({ store: this, index })));
  }

  get series() {
    return this.#series;
  }

  /** How many frames have arrived at some time. */
  get loaded() {
    return this.#loaded;
  }

  /** Whether frames are being decoded, or wait for another attempt. */
  get resting() {
    return this.#resting.size > 0;
  }

  /** @param {number} index */
  pixels(index) {
    return this.#cache.get(this.#series.uid, index);
  }

  /** Whether a frame is to be brought, when the reader is at another. @param {number} index @param {number} shown */
  wants(index, shown) {
    const state = this.states[index];
    const near = Math.abs(index - shown) <= NEAR;
    return !this.#resting.has(index) && (state === FrameState.WANTED || (state === FrameState.DROPPED && near));
  }

  /** The reader asks again for what is missing. @param {number} index */
  revive(index) {
    if (this.states[index] === FrameState.MISSING) {
      this.#attempts.delete(index);
      this.#become(index, FrameState.WANTED);
    }
  }

  /** Tries again all that is missing: after the network came back. */
  reviveAll() {
    this.#attempts.clear();
    this.states.forEach((_, index) => this.revive(index));
  }

  /** The cache had to let a frame go; it comes back when the reader comes near. @param {number} index */
  drop(index) {
    this.#become(index, FrameState.DROPPED);
  }

  /** @param {number} index @param {number} state */
  #become(index, state) {
    this.states[index] = state;
    this.version++;
  }

  /**
   * Fetches a frame; decoding it goes on afterwards, within the pool's own limit.
   * @param {number} index
   * @param {boolean} urgent
   * @param {AbortSignal} abort
   */
  async bring(index, urgent, abort) {
    const { href, image } = this.#series.frames[index];
    try {
      const response = await fetchFrame(href, urgent, abort);
      if (!response.ok) {
        // An unread body holds its connection.
        await response.body?.cancel();
        throw new FetchError(response.status);
      }
      const bytes = await response.arrayBuffer();
      this.#decode(index, bytes, asSent(image, response.headers.get("Content-Type")));
    } catch (error) {
      if (!abort.aborted) {
        this.#failed(index, error);
      }
    }
  }

  /** @param {number} index @param {ArrayBuffer} bytes @param {any} image */
  async #decode(index, bytes, image) {
    this.#resting.add(index);
    try {
      const pixels = await this.#pool.decode(bytes, image, this.#signal);
      this.#resting.delete(index);
      this.reasons.delete(index);
      this.#loaded += this.states[index] === FrameState.DROPPED ? 0 : 1;
      this.#become(index, FrameState.ARRIVED);
      this.#cache.put(this.#series.uid, index, pixels);
      this.dispatchEvent(new CustomEvent("arrived", { detail: { index } }));
    } catch (error) {
      this.#resting.delete(index);
      if (!this.#signal.aborted) {
        this.#failed(index, error);
      }
    }
  }

  /** Once more, and no oftener than that. @param {number} index */
  #again(index) {
    if (this.states[index] === FrameState.MISSING && !this.#signal.aborted) {
      this.#become(index, FrameState.WANTED);
      this.dispatchEvent(new Event("again"));
    }
  }

  /** @param {number} index @param {unknown} error */
  #failed(index, error) {
    if (error instanceof FetchError && error.status === 401) {
      // It waits for the reader to sign in, and is asked for again then.
      this.dispatchEvent(new Event("signed-out"));
      return;
    }
    const attempt = this.#attempts.get(index) ?? 0;
    const passing = !(error instanceof DecodeError && error.code !== "codec.worker") && !(error instanceof FetchError && error.isFinal);
    if (passing && attempt < PATIENCE.length) {
      this.#attempts.set(index, attempt + 1);
      this.#resting.add(index);
      setTimeout(() => {
        this.#resting.delete(index);
        this.dispatchEvent(new Event("again"));
      }, PATIENCE[attempt]);
      return;
    }
    this.#become(index, FrameState.MISSING);
    this.reasons.set(index, error instanceof Error ? error.message : String(error));
    if (passing) {
      setTimeout(() => this.#again(index), LATER);
    }
    this.dispatchEvent(new CustomEvent("missing", { detail: { index } }));
  }
}

class FetchError extends Error {
  /** @param {number} status */
  constructor(status) {
    super(`The server answered ${status}`);
    this.status = status;
    this.isFinal = status >= 400 && status < 500 && status !== 408 && status !== 429;
  }
}
