// @ts-check
import { DecodeError } from "./transfer-syntax.js";

/** @typedef {import("./decode-frame.js").FramePixels} FramePixels */

/**
 * Decodes frames in Web Workers. Every request ends in an answer or an error; what is cancelled before its turn never
 * starts. Closing the pool ends all.
 */
export class DecodePool {
  /** @type {{worker: Worker, job: Job | null}[]} */
  #hands = [];
  /** @type {Job[]} */
  #waiting = [];
  #made = 0;

  /**
   * @typedef {{id: number, bytes: ArrayBuffer, image: any, signal: AbortSignal, resolve: (pixels: FramePixels) => void,
   *   reject: (reason: unknown) => void}} Job
   * @param {() => Worker} hire  makes a worker
   * @param {number} size
   */
  constructor(hire, size) {
    this.hire = hire;
    this.size = size;
  }

  /**
   * @param {ArrayBuffer} bytes  given away: transferred to the worker
   * @param {any} image  the manifest's description of the frame
   * @param {AbortSignal} signal
   * @returns {Promise<FramePixels>}
   */
  decode(bytes, image, signal) {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ id: ++this.#made, bytes, image, signal, resolve, reject });
      this.#assign();
    });
  }

  /** Hires the first worker, so that it is there when the first frame comes. */
  begin() {
    this.#grow();
  }

  close() {
    const reason = new DOMException("The decode pool is closed", "AbortError");
    for (const { worker, job } of this.#hands.splice(0)) {
      worker.terminate();
      job?.reject(reason);
    }
    this.#waiting.splice(0).forEach((job) => job.reject(reason));
  }

  #assign() {
    while (this.#waiting.length > 0) {
      const hand = this.#hands.find(({ job }) => job === null) ?? this.#grow();
      if (!hand) {
        return;
      }
      const job = /** @type {Job} */ (this.#waiting.shift());
      if (job.signal.aborted) {
        job.reject(job.signal.reason);
        continue;
      }
      hand.job = job;
      hand.worker.postMessage({ id: job.id, bytes: job.bytes, image: job.image }, [job.bytes]);
    }
  }

  #grow() {
    if (this.#hands.length >= this.size) {
      return undefined;
    }
    /** @type {{worker: Worker, job: Job | null}} */
    const hand = { worker: this.hire(), job: null };
    hand.worker.addEventListener("message", ({ data }) => this.#answered(hand, data));
    hand.worker.addEventListener("error", (event) => this.#lost(hand, event.message));
    this.#hands.push(hand);
    return hand;
  }

  /** @param {{job: Job | null}} hand @param {any} answer */
  #answered(hand, answer) {
    const { job } = hand;
    hand.job = null;
    if (job && answer.pixels) {
      job.resolve(answer.pixels);
    } else {
      job?.reject(new DecodeError(answer.code, answer.message));
    }
    this.#assign();
  }

  /** A worker that died, by memory or a blocked script, takes its frame with it; the next frame gets a new worker. */
  #lost(/** @type {{worker: Worker, job: Job | null}} */ hand, /** @type {string} */ message) {
    hand.worker.terminate();
    this.#hands = this.#hands.filter((other) => other !== hand);
    hand.job?.reject(new DecodeError("codec.worker", message || "The decoder stopped"));
    this.#assign();
  }
}
