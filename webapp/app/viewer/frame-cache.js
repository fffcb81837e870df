// @ts-check

/** @typedef {import("../dicom/decode-frame.js").FramePixels} FramePixels */

/**
 * Decoded frames of all series of a page, under a ceiling of bytes. What goes first is of series that are not shown, then what is
 * farthest from the shown frames.
 */
export class FrameCache {
  /** @type {Map<string, Map<number, FramePixels>>} */
  #series = new Map();
  #bytes = 0;
  /** @type {readonly {uid: string, index: number}[]} */
  #shown = [];
  #ceiling;
  #dropped;

  /**
   * @param {number} ceiling  bytes
   * @param {(uid: string, index: number) => void} dropped  told of each frame that had to go
   */
  constructor(ceiling, dropped) {
    this.#ceiling = ceiling;
    this.#dropped = dropped;
  }

  get bytes() {
    return this.#bytes;
  }

  /** Has another ceiling from now on. @param {number} ceiling  bytes */
  limit(ceiling) {
    this.#ceiling = ceiling;
    while (this.#bytes > this.#ceiling && this.#dropOne("", -1)) {
      // One at a time, until it fits.
    }
  }

  /** Whether a good deal more can be kept before something has to go. */
  get hasRoom() {
    return this.#bytes < this.#ceiling * 0.8;
  }

  /** @param {readonly {uid: string, index: number}[]} shown  the frames that are shown now, or soon */
  aim(shown) {
    this.#shown = shown;
  }

  /** @param {string} uid @param {number} index */
  get(uid, index) {
    return this.#series.get(uid)?.get(index);
  }

  /** @param {string} uid @param {number} index @param {FramePixels} pixels */
  put(uid, index, pixels) {
    const frames = this.#series.get(uid) ?? new Map();
    this.#series.set(uid, frames);
    this.#bytes += pixels.values.byteLength - (frames.get(index)?.values.byteLength ?? 0);
    frames.set(index, pixels);
    while (this.#bytes > this.#ceiling && this.#dropOne(uid, index)) {
      // One at a time, until it fits or only what is needed now is left.
    }
  }

  /** @param {string} keepUid @param {number} keepIndex @returns {boolean} whether there was one to drop */
  #dropOne(keepUid, keepIndex) {
    let farthest = { uid: "", index: -1, distance: -1 };
    for (const [uid, frames] of this.#series) {
      for (const index of frames.keys()) {
        const distance = this.#distanceOf(uid, index);
        const needed = (uid === keepUid && index === keepIndex) || distance === 0;
        if (!needed && distance > farthest.distance) {
          farthest = { uid, index, distance };
        }
      }
    }
    const pixels = this.get(farthest.uid, farthest.index);
    if (!pixels) {
      return false;
    }
    this.#series.get(farthest.uid)?.delete(farthest.index);
    this.#bytes -= pixels.values.byteLength;
    this.#dropped(farthest.uid, farthest.index);
    return true;
  }

  /** From the nearest shown frame of the series, in frames; series that are not shown are farther than any. @param {string} uid @param {number} index */
  #distanceOf(uid, index) {
    const own = this.#shown.filter((shown) => shown.uid === uid).map((shown) => Math.abs(index - shown.index));
    return own.length > 0 ? Math.min(...own) : Number.MAX_SAFE_INTEGER - index;
  }
}
