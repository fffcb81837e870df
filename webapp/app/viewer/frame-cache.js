// @ts-check

/** @typedef {import("../dicom/decode-frame.js").FramePixels} FramePixels */

/**
 * Decoded frames of all series of a page, under a ceiling of bytes. What goes first is of another series than the shown one,
 * then what is farthest from the shown frame.
 */
export class FrameCache {
  /** @type {Map<string, Map<number, FramePixels>>} */
  #series = new Map();
  #bytes = 0;
  #shown = { uid: "", index: 0 };
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

  /** @param {string} uid @param {number} index  of the frame that is shown now, or soon */
  aim(uid, index) {
    this.#shown = { uid, index };
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
        const needed = (uid === keepUid && index === keepIndex) || (uid === this.#shown.uid && index === this.#shown.index);
        const distance = uid === this.#shown.uid ? Math.abs(index - this.#shown.index) : Number.MAX_SAFE_INTEGER - index;
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
}
