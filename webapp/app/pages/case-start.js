// @ts-check
/*
 * What the first image needs, before the viewer itself has come: a decoder, and the first frame on its way.
 */
import { startDecoding } from "../viewer/decoding.js";
import { fetchEarly } from "../viewer/fetch-frame.js";
import { isPlaceKept } from "../viewer/kept-place.js";
import { onScreen } from "../viewer/on-screen.js";
import { the } from "../ui/element.js";

const life = new AbortController();
addEventListener("pagehide", (event) => !event.persisted && life.abort());

/** Of the page. */
export const { signal } = life;
export const caseId = document.body.dataset.case ?? "";
export const stage = the("[data-stage]");
export const preview = /** @type {HTMLImageElement} */ (the("[data-preview]"));
export const pool = startDecoding(signal);
export const previewShown = onScreen(preview);

if (stage.dataset.firstFrame && !isPlaceKept(caseId)) {
  fetchEarly(stage.dataset.firstFrame, signal);
}
