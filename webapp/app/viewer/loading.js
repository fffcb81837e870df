// @ts-check
import { FetchQueue } from "./fetch-queue.js";
import { lanes } from "./lanes.js";

/** At most this many requests at once, over all series. */
export const REQUESTS = 6;

/**
 * @typedef {import("./frame-store.js").FrameStore} FrameStore
 * @typedef {{store: FrameStore, shown: number, heading: 1 | -1}} Aim  where a cell's reader is, and where she moves
 */

/**
 * Something beside the frames that belongs to what is shown.
 * @typedef {{run: (abort: AbortSignal) => Promise<void>, drop: () => void, isRunning: boolean}} Extra
 */

/**
 * Decides what is fetched next: what the cells show, then what lies over that, then what is near, then the rest of what is shown, and when all of that
 * is there, the series that may come next.
 */
export class Loading {
  /** @type {FetchQueue<{store: FrameStore, index: number} | Extra>} */
  #queue;
  /** The latest last. @type {Set<Extra>} */
  #extras = new Set();
  /** @type {readonly Aim[]} */
  #aims = [];
  /** @type {readonly FrameStore[]} */
  #ahead = [];
  #paused = false;
  /** Until what is shown has come it has the line for itself. */
  #open = false;
  #hasRoom;

  /**
   * @param {AbortSignal} signal  ends it
   * @param {() => boolean} hasRoom  whether what may come next can be kept without letting something go
   */
  constructor(signal, hasRoom) {
    this.#hasRoom = hasRoom;
    const run = (/** @type {{store: FrameStore, index: number} | Extra} */ wanted, /** @type {AbortSignal} */ abort) =>
      "run" in wanted ? wanted.run(abort) : wanted.store.bring(wanted.index, this.#isShown(wanted), abort).then(() => this.#begun());
    this.#queue = new FetchQueue(run, REQUESTS);
    signal.addEventListener("abort", () => this.#queue.aim([]));
  }

  /**
   * Says where the reader is. What is no longer wanted is cancelled.
   * @param {readonly Aim[]} aims  of the cells, the active one first
   * @param {readonly FrameStore[]} ahead  series that may be turned to, the likeliest first
   */
  aim(aims, ahead) {
    this.#aims = aims;
    this.#ahead = ahead;
    [...this.#extras].filter(({ isRunning }) => !isRunning).forEach((extra) => extra.drop());
    this.go();
  }

  /**
   * Brings something that lies over what is shown.
   * @template T
   * @param {(abort: AbortSignal) => Promise<T>} fetches
   * @returns {Promise<T>} rejected with an AbortError when the reader went on before it was its turn
   */
  bring(fetches) {
    return new Promise((resolve, reject) => {
      /** @type {Extra} */
      const extra = {
        isRunning: false,
        run: async (abort) => {
          extra.isRunning = true;
          await fetches(abort).then(resolve, reject);
          this.#extras.delete(extra);
          this.arrived();
        },
        drop: () => {
          this.#extras.delete(extra);
          reject(new DOMException("The reader went on", "AbortError"));
        },
      };
      this.#extras.add(extra);
      this.go();
    });
  }

  /** Orders anew what is wanted: to be called when a frame may be tried again. */
  go() {
    const wanted = this.#paused ? [] : woven(this.#aims.map(({ store, shown, heading }) => wantedOf(store, shown, heading, shown)));
    if (!this.#open) {
      const first = wanted.filter((one) => this.#isShown(one));
      if (first.length > 0) {
        this.#queue.aim(first);
        return;
      }
    }
    const frames = wanted.length > 0 || this.#aims.some(({ store }) => store.resting) ? wanted : this.#nextSeries();
    const shown = frames.filter((one) => this.#isShown(one));
    this.#queue.aim(this.#paused ? [] : [...new Set([...shown, ...this.#extras, ...frames])]);
  }

  /** The first one is there, or can't be had. */
  #begun() {
    if (!this.#open) {
      this.#open = true;
      this.go();
    }
  }

  /** A frame has come: turns to what may come next once there is nothing left to do. */
  arrived() {
    if (this.#queue.waiting === 0) {
      this.go();
    }
  }

  /** Asks for nothing until {@link resume}. */
  pause() {
    this.#paused = true;
    this.#queue.aim([]);
  }

  resume() {
    this.#paused = false;
    this.go();
  }

  /** Whether no frame is left to bring. */
  get idle() {
    return this.#queue.running + this.#queue.waiting === this.#extras.size && !this.#aims.some(({ store }) => store.resting);
  }

  get paused() {
    return this.#paused;
  }

  /** @param {{store: FrameStore, index: number}} frame */
  #isShown({ store, index }) {
    return this.#aims.some((aim) => aim.store === store && aim.shown === index);
  }

  /** Each frame once: what had to go again is not brought back before somebody looks. */
  #nextSeries() {
    for (const store of this.#paused || !this.#hasRoom() ? [] : this.#ahead) {
      const wanted = wantedOf(store, 0, 1, -Infinity);
      if (wanted.length > 0) {
        return wanted;
      }
    }
    return [];
  }
}

/** @param {FrameStore} store @param {number} from @param {1 | -1} heading @param {number} shown  near which dropped frames come back */
function wantedOf(store, from, heading, shown) {
  return lanes(store.states.length, from, heading)
    .filter((index) => store.wants(index, shown))
    .map((index) => store.keys[index]);
}

/** One of each in turn. @template T @param {readonly (readonly T[])[]} lists @returns {T[]} each once */
function woven(lists) {
  /** @type {Set<T>} */
  const all = new Set();
  const longest = Math.max(0, ...lists.map((list) => list.length));
  for (let at = 0; at < longest; at++) {
    lists.forEach((list) => at < list.length && all.add(list[at]));
  }
  return [...all];
}
