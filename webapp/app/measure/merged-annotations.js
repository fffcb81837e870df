// @ts-check
import { MOST_ANNOTATIONS } from "./annotation-types.js";

/** @typedef {import("./annotation-types.js").Annotation} Annotation */

/**
 * Joins two versions of a list that grew from one, by id: what was changed, added or removed here stays so, the rest is as
 * they have it. Where both changed one annotation, it is as here.
 *
 * @param {readonly Annotation[]} base  what both grew from
 * @param {readonly Annotation[]} mine
 * @param {readonly Annotation[]} theirs
 * @returns {readonly Annotation[]} theirs first, then what was added here, as many as are kept
 */
export function mergedAnnotations(base, mine, theirs) {
  const [before, here, there] = [base, mine, theirs].map((list) => new Map(list.map((one) => [one.id, one])));
  const touched = (/** @type {string} */ id) => JSON.stringify(here.get(id)) !== JSON.stringify(before.get(id));
  const kept = theirs.flatMap((one) => (touched(one.id) ? (here.get(one.id) ?? []) : one));
  const added = mine.filter(({ id }) => !there.has(id) && touched(id));
  return [...kept, ...added].slice(0, MOST_ANNOTATIONS);
}
