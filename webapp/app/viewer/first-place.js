// @ts-check

/** Of a stage's width, CSS pixels. */
const PHONE = 600;
const TABLET = 900;

/** @param {HTMLElement} stage @returns {"phone" | "tablet" | "desktop"} */
export function sizeOf({ clientWidth }) {
  return clientWidth < PHONE ? "phone" : clientWidth < TABLET ? "tablet" : "desktop";
}

/** More frames than this are a stack, not a set of views. */
export const MOST_VIEWS = 4;

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

/**
 * Where one begins in a series, as the server's previews do: what moves begins at its beginning, views at the first one, and slices where
 * the anatomy is, which is the middle of the largest stack.
 * @param {import("../dicom/manifest.js").Series} series
 */
export function firstIndex({ frames, frameTime, stacks }) {
  if (frames.length <= MOST_VIEWS || frameTime !== undefined) {
    return 0;
  }
  const { begin, end } = stacks.reduce((largest, one) => (one.end - one.begin > largest.end - largest.begin ? one : largest), stacks[0] ?? { begin: 0, end: frames.length });
  return begin + Math.floor((end - begin) / 2);
}
