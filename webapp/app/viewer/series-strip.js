// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";

/** What is dragged: the index of a series. */
const SERIES = "application/x-radcase-series";

/**
 * The case's series as a strip of thumbnails with counts.
 * @param {HTMLElement} place
 * @param {readonly import("../dicom/manifest.js").Series[]} series
 * @param {(index: number) => void} choose
 * @returns {{draw: (active: number) => void}}
 */
export function seriesStrip(place, series, choose) {
  const buttons = series.map((one, index) => {
    if (one.isSegmentation) {
      return null;
    }
    const count = one.frames.length;
    const name = words.viewer.seriesName(index + 1, one.modality, one.description, count);
    return element(
      "button",
      { type: "button", class: "series", "aria-label": name, title: name, data: { series: one.uid }, draggable: "true", onclick: () => choose(index), ondragstart: (/** @type {DragEvent} */ event) => event.dataTransfer?.setData(SERIES, String(index)) },
      one.thumbnail && element("img", { src: one.thumbnail, alt: "", width: 64, height: 64, decoding: "async" }),
      element("span", { class: "count" }, String(count)),
    );
  });
  place.replaceChildren(...buttons.filter((button) => button !== null));
  return {
    draw(active) {
      buttons.forEach((button, index) => {
        const current = index === active;
        button?.setAttribute("aria-current", String(current));
        if (button && current) {
          // Only the strip scrolls, and never the page.
          place.scrollTo({ top: button.offsetTop - place.clientHeight / 2, left: button.offsetLeft - place.clientWidth / 2 });
        }
      });
    },
  };
}

/**
 * Listens to series that are dragged from the strip onto the stage.
 * @param {HTMLElement} stage
 * @param {(index: number, target: Element) => void} dropped
 * @param {AbortSignal} signal
 */
export function listenToDrops(stage, dropped, signal) {
  stage.addEventListener("dragover", (event) => event.dataTransfer?.types.includes(SERIES) && event.preventDefault(), { signal });
  const drop = (/** @type {DragEvent} */ event) => {
    const index = event.dataTransfer?.getData(SERIES);
    if (index) {
      event.preventDefault();
      dropped(Number(index), /** @type {Element} */ (event.target));
    }
  };
  stage.addEventListener("drop", drop, { signal });
}
