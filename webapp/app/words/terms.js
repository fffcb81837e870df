// @ts-check
import { words } from "./en.js";

/**
 * A modality as people say it.
 * @param {string} code  DICOM's code, as CT
 */
export function modalityWord(code) {
  return words.modalities[code] ?? code;
}

/**
 * A body part as people write it.
 * @param {string} term  DICOM's defined term, as CHEST
 */
export function bodyPartWord(term) {
  return words.bodyParts[term] ?? (term.charAt(0) + term.slice(1).toLowerCase().replaceAll("_", " "));
}

/** The modalities that the editor offers, the usual ones first. */
export const MODALITIES = Object.freeze(["CT", "MR", ...Object.keys(words.modalities)]);
