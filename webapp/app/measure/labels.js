// @ts-check
import { measureWords as words } from "../words/en-measure.js";

/** @typedef {import("./figures.js").Figures} Figures */

const LINE = 32;
const MOST_LINES = 4;

/**
 * What stands beside an annotation, by line.
 * @param {{text?: string}} annotation
 * @param {Figures} figures
 * @returns {string[]}
 */
export function labelOf({ text }, figures) {
  return [...(text ? wrapped(text) : []), ...figureLines(figures)];
}

/**
 * What an annotation is called when it is spoken.
 * @param {Pick<import("./annotation-types.js").Annotation, "type" | "text">} annotation
 * @param {Figures} figures
 * @param {string} whose
 */
export function spokenOf({ type, text }, figures, whose) {
  const count = figures.values && words.pixels(figures.values.count);
  return [words.types[type], text, ...figureLines(figures), count, whose].filter(Boolean).join(", ");
}

/** @param {Figures} figures @returns {string[]} */
function figureLines({ length, long, short, lengthUnit, degrees, area, areaUnit, crossing, values, value, stored, rgb, valueUnit = "" }) {
  const lines = [
    length !== undefined && lengthUnit && words.length(length, lengthUnit),
    long !== undefined && short !== undefined && lengthUnit && words.axes(long, short, lengthUnit),
    degrees !== undefined && words.degrees(degrees),
    area !== undefined && areaUnit && words.area(area, areaUnit),
    crossing && words.crossing,
    values && words.mean(values.mean, values.sd, valueUnit),
    values && words.range(values.min, values.max),
    value !== undefined && words.value(value, valueUnit),
    stored !== undefined && stored !== value && words.stored(stored),
    rgb && words.rgb(rgb),
  ];
  return lines.filter((line) => typeof line === "string");
}

/** A text in a few short lines; what doesn't fit is cut, visibly. @param {string} text @returns {string[]} */
function wrapped(text) {
  /** @type {string[]} */
  const lines = [];
  for (const word of text.trim().split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= LINE) {
      lines[lines.length - 1] = `${last} ${word}`;
    } else {
      lines.push(word.length > LINE ? `${word.slice(0, LINE - 1)}…` : word);
    }
  }
  return lines.length > MOST_LINES ? [...lines.slice(0, MOST_LINES - 1), `${lines[MOST_LINES - 1].slice(0, LINE - 1)}…`] : lines;
}
