// @ts-check

/**
 * What gestures and keys do to a cell that shows a stack.
 * @typedef {import("./view-state.js").ViewAction} ViewAction
 * @typedef {{scroll: (steps: number) => void, zoom: (factor: number, at: {x: number, y: number}) => void, pan: (x: number, y: number) => void,
 *   window: (dx: number, dy: number) => void, point: (at: {x: number, y: number}) => void, acts: Record<string, () => void>}} Acts
 *   at: device pixels from the cell's top left corner; x, y of pan: device pixels; dx, dy: CSS pixels
 *
 * @param {() => import("./cell.js").Cell} cell  the active one
 * @param {{look: (action: ViewAction) => void, by: (step: number) => void, to: (index: number) => void, point: (point: readonly [number, number]) => void}} does
 *   point: of the image, [column, row]
 * @returns {Acts}
 */
export function stackActs(cell, { look, by, to, point }) {
  const zoomBy = (/** @type {number} */ factor, at = { x: 0, y: 0 }) => cell().scene && look({ type: "zoom-by", factor, from: cell().lens.zoom, at });
  return {
    scroll: by,
    zoom(factor, { x, y }) {
      const { width, height } = cell().rect;
      zoomBy(factor, { x: x - width / 2, y: y - height / 2 });
    },
    pan: (x, y) => cell().scene && look({ type: "pan-by", x, y, zoom: cell().lens.zoom }),
    window(dx, dy) {
      const { window: now, phase } = cell();
      if (now && phase === "true-pixels") {
        look({ type: "window", window: draggedWindow(now, dx, dy) });
      }
    },
    point: ({ x, y }) => cell().scene && point(cell().lens.toImage([x, y])),
    acts: {
      previousImage: () => by(-1),
      nextImage: () => by(1),
      back: () => by(-10),
      forward: () => by(10),
      firstImage: () => to(0),
      lastImage: () => to(Infinity),
      fit: () => look({ type: "fit" }),
      oneToOne: () => look({ type: "zoom", zoom: 1 }),
      zoomIn: () => zoomBy(1.25),
      zoomOut: () => zoomBy(0.8),
      invert: () => look({ type: "invert" }),
      flip: () => look({ type: "flip" }),
      flipOver: () => look({ type: "flip-over" }),
      rotate: () => look({ type: "rotate" }),
      reset: () => look({ type: "reset" }),
    },
  };
}

/**
 * To the right is wider, down is higher; a wide window moves faster. A lookup table has no width to drag: it becomes the window that spans
 * its input.
 * @param {import("../dicom/window.js").Window} now @param {number} dx @param {number} dy
 * @returns {import("../dicom/window.js").Window}
 */
export function draggedWindow({ center, width, function: shape }, dx, dy) {
  const speed = Math.max(width, 20) / 256;
  return { center: rounded(center + dy * speed), width: Math.max(rounded(width + dx * speed), 1), function: shape };
}

/** @param {number} value  windows are told in tenths at most */
function rounded(value) {
  return Math.abs(value) < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
