// @ts-check

const USUAL_RATE = 15;
const RATES = { least: 1, most: 60 };

/**
 * Plays a series: at its frame time where it has one (PS3.3 C.7.6.5), else at a usual rate. A frame that isn't there yet is waited for.
 */
export class Cine {
  #playing = false;
  #factor = 1;
  #next = 0;
  #means;

  /**
   * @param {{frameTime: () => number | undefined, step: () => boolean, changed: () => void, signal: AbortSignal}} means
   *   frameTime: ms; step: shows the next frame if its pixels are there; changed: told when it plays, pauses or plays at another rate
   */
  constructor(means) {
    this.#means = means;
    means.signal.addEventListener("abort", () => this.pause());
  }

  get playing() {
    return this.#playing;
  }

  /** Frames a second. */
  get rate() {
    const own = 1000 / (this.#means.frameTime() ?? 1000 / USUAL_RATE);
    return Math.min(Math.max(own * this.#factor, RATES.least), RATES.most);
  }

  toggle() {
    this.#playing ? this.pause() : this.#play();
  }

  pause() {
    if (this.#playing) {
      this.#playing = false;
      this.#means.changed();
    }
  }

  /** @param {number} factor */
  speed(factor) {
    this.#factor *= factor;
    this.#means.changed();
  }

  #play() {
    this.#playing = true;
    this.#next = performance.now();
    this.#means.changed();
    requestAnimationFrame((now) => this.#tick(now));
  }

  /** @param {number} now */
  #tick(now) {
    if (!this.#playing) {
      return;
    }
    if (now >= this.#next && this.#means.step()) {
      const interval = 1000 / this.rate;
      // After a pause for a frame, or of the page, it doesn't hurry.
      this.#next = Math.max(this.#next + interval, now);
    }
    requestAnimationFrame((later) => this.#tick(later));
  }
}
