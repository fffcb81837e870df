// @ts-check

/**
 * @typedef {"waiting" | "sending" | "stored" | "duplicate" | "refused" | "unsent"} Verdict
 * @typedef {{name: string, size: number, verdict: Verdict, detail: string}} Row  one file
 * @typedef {{rows: readonly Row[], error: unknown}} Uploads
 * @typedef {{type: "added", files: {name: string, size: number}[]} | {type: "sending", from: number[]} |
 *   {type: "told", rows: {at: number, verdict: Verdict, detail: string}[]} | {type: "unsent", at: number[], error: unknown} | {type: "cleared"}} UploadAction
 */

/** @type {Uploads} */
export const noUploads = Object.freeze({ rows: Object.freeze([]), error: null });

/**
 * @param {Uploads} uploads
 * @param {UploadAction} action
 * @returns {Uploads}
 */
export function nextUploads(uploads, action) {
  switch (action.type) {
    case "added": {
      const rows = action.files.map(({ name, size }) => Object.freeze({ name, size, verdict: /** @type {const} */ ("waiting"), detail: "" }));
      return Object.freeze({ rows: Object.freeze([...uploads.rows, ...rows]), error: null });
    }
    case "sending":
      return told(uploads, action.from.map((at) => ({ at, verdict: "sending", detail: "" })), null);
    case "told":
      return told(uploads, action.rows, uploads.error);
    case "unsent":
      return told(uploads, action.at.map((at) => ({ at, verdict: "unsent", detail: "" })), action.error);
    case "cleared":
      return noUploads;
  }
}

/** @param {Uploads} uploads */
export function tallyOf({ rows }) {
  const tally = { waiting: 0, sending: 0, stored: 0, duplicate: 0, refused: 0, unsent: 0, done: 0, total: rows.length };
  for (const { verdict } of rows) {
    tally[verdict]++;
  }
  tally.done = tally.total - tally.waiting - tally.sending;
  return tally;
}

/** @param {Uploads} uploads @param {{at: number, verdict: Verdict, detail: string}[]} news @param {unknown} error @returns {Uploads} */
function told(uploads, news, error) {
  const rows = [...uploads.rows];
  for (const { at, verdict, detail } of news) {
    rows[at] = Object.freeze({ ...rows[at], verdict, detail });
  }
  return Object.freeze({ rows: Object.freeze(rows), error });
}
