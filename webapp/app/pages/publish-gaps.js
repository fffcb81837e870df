// @ts-check

/** Words of at least this many letters count when a presentation is compared with a diagnosis. */
const TELLING = 5;

/**
 * What a case still lacks to be published.
 * @param {any} teachingCase
 * @returns {{gap: "question" | "diagnosis" | "images", done: boolean}[]}
 */
export function publishGaps({ presentation, clinicalHistory, diagnosis, imageCount }) {
  return [
    { gap: "images", done: imageCount > 0 },
    { gap: "question", done: filled(presentation) || filled(clinicalHistory) },
    { gap: "diagnosis", done: filled(diagnosis) },
  ];
}

/**
 * Words of the diagnosis that a presentation gives away.
 * @param {any} teachingCase
 * @returns {string[]}
 */
export function spoilers({ presentation = "", diagnosis = "" }) {
  const told = new Set(wordsOf(presentation));
  return [...new Set(wordsOf(diagnosis))].filter((word) => word.length >= TELLING && told.has(word));
}

/** @param {string | undefined} text */
function filled(text) {
  return Boolean(text?.trim());
}

/** @param {string} text */
function wordsOf(text) {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
