// @ts-check

/**
 * Runs what is wanted, in the order last said, a few at a time. A new order re-sorts what waits and does not restart what
 * runs; what is no longer wanted is cancelled.
 * @template K
 */
export class FetchQueue {
  /** @type {K[]} */
  #waiting = [];
  /** @type {Map<K, AbortController>} */
  #running = new Map();
  #run;
  #limit;

  /**
   * @param {(key: K, signal: AbortSignal) => Promise<void>} run  must not reject but tell its failures otherwise
   * @param {number} limit  how many run at once
   */
  constructor(run, limit) {
    this.#run = run;
    this.#limit = limit;
  }

  /** How many run now. */
  get running() {
    return this.#running.size;
  }

  /** How many wait. */
  get waiting() {
    return this.#waiting.length;
  }

  /**
   * @param {K[]} order  everything still wanted, the most urgent first; what runs may be among it
   */
  aim(order) {
    const wanted = new Set(order);
    for (const [key, controller] of this.#running) {
      if (!wanted.has(key)) {
        this.#running.delete(key);
        controller.abort();
      }
    }
    this.#waiting = order.filter((key) => !this.#running.has(key));
    this.#start();
  }

  #start() {
    while (this.#running.size < this.#limit && this.#waiting.length > 0) {
      const key = /** @type {K} */ (this.#waiting.shift());
      const controller = new AbortController();
      this.#running.set(key, controller);
      this.#run(key, controller.signal).finally(() => {
        if (this.#running.get(key) === controller) {
          this.#running.delete(key);
          this.#start();
        }
      });
    }
  }
}
