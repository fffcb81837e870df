// @ts-check
import { rememberedMe } from "./me.js";

/** @typedef {readonly import("../measure/annotation-types.js").Annotation[]} Annotations */

/** A tab may be another person's next. @param {string} caseId */
const nameOf = (caseId) => `radcase.marks.${rememberedMe()?.id ?? ""}.${caseId}`;

/**
 * Keeps, for this tab, marks with which a case is left before the server has them.
 * @param {string} caseId
 * @param {{base: Annotations, annotations: Annotations}} marks  base: what the server had when they were drawn
 */
export function keepMarks(caseId, marks) {
  try {
    sessionStorage.setItem(nameOf(caseId), JSON.stringify(marks));
  } catch {
    // Storage may be forbidden or full: what was sent while leaving has to do.
  }
}

/** Hands them out once. @param {string} caseId @returns {{base: Annotations, annotations: Annotations} | undefined} */
export function takeKeptMarks(caseId) {
  try {
    const kept = JSON.parse(sessionStorage.getItem(nameOf(caseId)) ?? "null");
    sessionStorage.removeItem(nameOf(caseId));
    return kept ?? undefined;
  } catch {
    return undefined;
  }
}
