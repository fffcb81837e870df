// @ts-check
import { svgElement } from "../ui/element.js";
import { Cell } from "./cell.js";
import { crossing, framePlane, toImage } from "../volume/space.js";

/** A place this far from a frame, mm, isn't on it. */
const NEAR_MM = 5;
const GAP = 8;
const ARM = 18;

/**
 * Draws, over each cell, where the other cells' images cut it, and the place that was pointed at.
 * @param {readonly (import("./cell.js").Cell | import("./plane-cell.js").PlaneCell)[]} all
 * @param {{lines: boolean, place: readonly number[] | null}} shown  place: in the patient, mm
 */
export function drawCrossLines(all, { lines, place }) {
  const cells = all.filter((cell) => cell instanceof Cell);
  for (const cell of cells) {
    const drawing = drawingOf(cell);
    drawing.replaceChildren();
    const frame = frameOf(cell);
    if (!frame) {
      continue;
    }
    const { toScreen } = cell.lens;
    const at = (/** @type {readonly number[]} */ point) => toScreen([point[0], point[1]]).map((value) => value / devicePixelRatio);
    for (const other of lines ? cells : []) {
      const cut = other === cell ? undefined : frameOf(other);
      const ends = cut && crossing(frame, cut);
      if (ends) {
        drawing.append(line(at(ends[0]), at(ends[1]), other.node.classList.contains("active") ? "active" : ""));
      }
    }
    const plane = place && framePlane(frame);
    const found = plane && toImage(plane, place);
    if (found && Math.abs(found.distance) <= NEAR_MM) {
      drawing.append(...crossAt(at(found.point)));
    }
  }
}

/** @param {import("./cell.js").Cell} cell */
function drawingOf(cell) {
  const known = cell.node.querySelector(":scope > svg.lines");
  if (known) {
    return known;
  }
  const made = svgElement("svg", { class: "lines", "aria-hidden": "true" });
  cell.node.append(made);
  return made;
}

/** @param {import("./cell.js").Cell} cell */
function frameOf({ scene }) {
  return scene?.series.frames[scene.place.index];
}

/** @param {number[]} from @param {number[]} to @param {string} kind */
function line([x1, y1], [x2, y2], kind) {
  return svgElement("line", { x1, y1, x2, y2, class: kind });
}

/** @param {number[]} place */
function crossAt([x, y]) {
  return [[-1, 0], [1, 0], [0, -1], [0, 1]].map(([dx, dy]) => line([x + dx * GAP, y + dy * GAP], [x + dx * ARM, y + dy * ARM], "active"));
}
