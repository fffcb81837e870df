// @ts-check

/** How many diagnoses a read may have. */
export const MOST = 5;

/**
 * A learner's read, until she commits it, and the answer after that.
 * @typedef {{differential: readonly string[], confidence: number | null, phase: "open" | "sending" | "revealed" | "shown",
 *   answer: any, error: unknown}} Read  revealed: after a commitment; shown: to those who may see the answer without one
 * @typedef {{type: "add", name: string} | {type: "remove", at: number} | {type: "move", at: number, by: 1 | -1} |
 *   {type: "confidence", value: number} | {type: "committed"} | {type: "revealed", answer: any, committed?: {differential: string[], confidence: number | null}} |
 *   {type: "shown", answer: any} | {type: "failed", error: unknown}} ReadAction
 */

/** @type {Read} */
export const emptyRead = Object.freeze({ differential: Object.freeze([]), confidence: null, phase: "open", answer: null, error: null });

/**
 * @param {Read} read
 * @param {ReadAction} action
 * @returns {Read} the same when the action can't be done
 */
export function nextRead(read, action) {
  switch (action.type) {
    case "add": {
      const name = action.name.trim();
      const full = read.differential.length >= MOST;
      const known = read.differential.some((one) => same(one, name));
      return name === "" || full || known ? read : with_(read, { differential: [...read.differential, name] });
    }
    case "remove":
      return with_(read, { differential: read.differential.toSpliced(action.at, 1) });
    case "move": {
      const to = action.at + action.by;
      const moving = read.differential[action.at];
      if (to < 0 || to >= read.differential.length) {
        return read;
      }
      return with_(read, { differential: read.differential.toSpliced(action.at, 1).toSpliced(to, 0, moving) });
    }
    case "confidence":
      return with_(read, { confidence: action.value });
    case "committed":
      return with_(read, { phase: "sending", error: null });
    case "revealed": {
      const { differential = read.differential, confidence = read.confidence } = action.committed ?? {};
      return with_(read, { phase: "revealed", answer: action.answer, differential, confidence, error: null });
    }
    case "shown":
      return with_(read, { phase: "shown", answer: action.answer });
    case "failed":
      return with_(read, { phase: "open", error: action.error });
  }
}

/**
 * The place, from 1, at which a read names the diagnosis; 0 when it doesn't.
 * @param {readonly string[]} differential
 * @param {string} diagnosis
 */
export function rankOf(differential, diagnosis) {
  return diagnosis === "" ? 0 : differential.findIndex((one) => same(one, diagnosis)) + 1;
}

/** Whether two names are the same but for case, accents, punctuation and spaces. @param {string} a @param {string} b */
export function same(a, b) {
  return plain(a) === plain(b);
}

/** @param {string} name */
function plain(name) {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** @param {Read} read @param {Partial<Read>} change @returns {Read} */
function with_(read, change) {
  return Object.freeze({ ...read, ...change });
}
