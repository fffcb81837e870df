// @ts-check

/** @typedef {import("../dicom/window.js").Window} Window */

/**
 * The windows that the server shows series at which bring none: so true pixels look as the preview did.
 */
export class StandardWindows {
  /** @type {Map<string, Window | null | undefined>} by series; undefined while it is asked for, null where there is none */
  #known = new Map();
  #address;
  #arrived;
  #signal;

  /**
   * @param {string} caseId
   * @param {{arrived: () => void, signal: AbortSignal}} means  arrived: another window is known
   */
  constructor(caseId, { arrived, signal }) {
    this.#address = `api/cases/${encodeURIComponent(caseId)}/series`;
    this.#arrived = arrived;
    this.#signal = signal;
  }

  /** @param {string} uid @returns {Window | null | undefined} undefined until the server has told */
  of(uid) {
    if (!this.#known.has(uid)) {
      this.#known.set(uid, undefined);
      this.#ask(uid).then((window) => {
        this.#known.set(uid, window);
        this.#arrived();
      });
    }
    return this.#known.get(uid);
  }

  /** Without an answer the pixels themselves tell. @param {string} uid @returns {Promise<Window | null>} */
  async #ask(uid) {
    try {
      const response = await fetch(`${this.#address}/${encodeURIComponent(uid)}/window-levels`, { signal: this.#signal });
      const { standard } = response.ok ? await response.json() : { standard: null };
      return standard && { center: standard.center, width: standard.width, function: standard.function };
    } catch {
      return null;
    }
  }
}
