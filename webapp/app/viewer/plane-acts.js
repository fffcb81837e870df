// @ts-check
import { draggedWindow } from "./stack-acts.js";

/**
 * What gestures and keys do to a cell that shows a plane through a volume.
 * @param {() => import("./plane-cell.js").PlaneCell} cell  the active one
 * @returns {import("./stack-acts.js").Acts}
 */
export function planeActs(cell) {
  const volume = () => cell().plane.volume;
  const plane = () => cell().plane.name;
  const scroll = (/** @type {number} */ steps) => volume().act({ type: "scroll", plane: plane(), steps });
  const zoom = (/** @type {number} */ factor) => volume().act({ type: "zoom-by", plane: plane(), factor, from: cell().screen.zoom });
  return {
    scroll,
    zoom,
    pan: (x, y) => volume().act({ type: "pan-by", plane: plane(), x, y, zoom: cell().screen.zoom }),
    window: (dx, dy) => volume().show(draggedWindow(volume().window, dx, dy)),
    point: (at) => volume().point(cell(), at),
    acts: {
      previousImage: () => scroll(-1),
      nextImage: () => scroll(1),
      back: () => scroll(-10),
      forward: () => scroll(10),
      firstImage: () => scroll(-Infinity),
      lastImage: () => scroll(Infinity),
      fit: () => volume().act({ type: "fit", plane: plane() }),
      zoomIn: () => zoom(1.25),
      zoomOut: () => zoom(0.8),
      invert: () => volume().invert(),
      reset: () => volume().act({ type: "reset" }),
    },
  };
}
