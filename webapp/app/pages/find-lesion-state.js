// @ts-check

/**
 * A search for a case's key findings.
 * @typedef {import("../measure/annotation-layer.js").Finding & import("../measure/annotation-types.js").FrameName} FoundFinding
 * @typedef {"found" | "near" | "missed"} Verdict
 * @typedef {{toFind: number, found: readonly FoundFinding[], attemptsLeft: number | undefined, isRevealed: boolean,
 *   last: {verdict: Verdict, distance?: number, unit?: "mm" | "px"} | null}} Search
 *   attemptsLeft: undefined until the server counts them; isRevealed: the findings are all told, there is nothing left to find
 *
 * @typedef {{type: "loaded", told: any} | {type: "judged", told: any, frame: import("../measure/annotation-types.js").FrameName} | {type: "exhausted"}} SearchAction
 *   told: answers of `GET api/cases/{id}/key-findings` and of `POST …/attempts`
 */

/** @type {Search} */
export const noSearch = Object.freeze({ toFind: 0, found: Object.freeze([]), attemptsLeft: undefined, isRevealed: false, last: null });

/** @param {Search} search @param {SearchAction} action @returns {Search} */
export function nextSearch(search, action) {
  switch (action.type) {
    case "loaded":
      return loaded(search, action.told);
    case "judged":
      return judged(search, action.told, action.frame);
    case "exhausted":
      return Object.freeze({ ...search, attemptsLeft: 0 });
  }
}

/** Whether another attempt makes sense. @param {Search} search */
export function isOpen({ toFind, found, attemptsLeft = 1, isRevealed }) {
  return !isRevealed && found.length < toFind && attemptsLeft > 0;
}

/** @param {Search} search @param {any} told @returns {Search} */
function loaded(search, told) {
  if (told.findings) {
    return Object.freeze({ ...search, toFind: told.findings.length, found: Object.freeze(told.findings), isRevealed: true });
  }
  const { toFind, found, attemptsLeft } = told;
  return Object.freeze({ ...search, toFind, found: Object.freeze(found), attemptsLeft, isRevealed: false });
}

/** @param {Search} search @param {any} told @param {import("../measure/annotation-types.js").FrameName} frame @returns {Search} */
function judged(search, { verdict, finding, distanceMm, distancePixels, attemptsLeft }, frame) {
  const known = !finding || search.found.some(({ id }) => id === finding.id);
  const found = known ? search.found : Object.freeze([...search.found, Object.freeze({ ...frame, ...finding })]);
  const distance = distanceMm ?? distancePixels;
  const unit = distanceMm === undefined ? "px" : "mm";
  const last = Object.freeze({ verdict, ...(distance !== undefined && { distance, unit }) });
  return Object.freeze({ ...search, found, attemptsLeft, last });
}
