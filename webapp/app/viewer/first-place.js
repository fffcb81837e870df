// @ts-check

/** Of a stage's width, CSS pixels. */
const PHONE = 600;
const TABLET = 900;

/** @param {HTMLElement} stage @returns {"phone" | "tablet" | "desktop"} */
export function sizeOf({ clientWidth }) {
  return clientWidth < PHONE ? "phone" : clientWidth < TABLET ? "tablet" : "desktop";
}

/** A longer series begins in its middle, where the anatomy is. */
const MOST_VIEWS = 4;

/** The frame that the page's preview shows, or the first that can be shown. @param {readonly import("../dicom/manifest.js").Series[]} series @param {HTMLImageElement} preview */
export function startOf(series, preview) {
  for (const [at, { frames }] of series.entries()) {
    const index = frames.findIndex(({ rendered }) => rendered && new URL(rendered, document.baseURI).href === preview.src);
    if (index >= 0) {
      return { series: at, index };
    }
  }
  return { series: Math.max(series.findIndex(({ displayable }) => displayable), 0), index: 0 };
}

/** Where one begins in a series: what moves begins at its beginning. @param {import("../dicom/manifest.js").Series} series */
export function firstIndex({ frames, frameTime }) {
  return frames.length > MOST_VIEWS && frameTime === undefined ? Math.floor(frames.length / 2) : 0;
}
