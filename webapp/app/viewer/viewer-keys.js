// @ts-check
import { isLetterKey, isTyping } from "../ui/shortcuts.js";

/**
 * Keys of the viewer. Arrows and paging keys act unless the focus is on something that uses them itself; single letters
 * only when they are switched on and nobody types.
 *
 * @param {{by: (step: number) => void, to: (index: number) => void, series: (step: number) => void, preset: (number: number) => void,
 *   fit: () => void, oneToOne: () => void, zoom: (factor: number) => void, invert: () => void, flip: () => void,
 *   rotate: () => void, reset: () => void}} act
 * @param {AbortSignal} signal
 */
export function listenToKeys(act, signal) {
  /** @type {Record<string, () => void>} */
  const moves = {
    ArrowUp: () => act.by(-1),
    ArrowLeft: () => act.by(-1),
    ArrowDown: () => act.by(1),
    ArrowRight: () => act.by(1),
    PageUp: () => act.by(-10),
    PageDown: () => act.by(10),
    Home: () => act.to(0),
    End: () => act.to(Infinity),
  };
  /** @type {Record<string, () => void>} */
  const letters = {
    "[": () => act.series(-1),
    "]": () => act.series(1),
    f: act.fit,
    o: act.oneToOne,
    "+": () => act.zoom(1.25),
    "=": () => act.zoom(1.25),
    "-": () => act.zoom(0.8),
    i: act.invert,
    h: act.flip,
    r: act.rotate,
    z: act.reset,
  };
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    const move = movesImages(event) ? moves[event.key] : undefined;
    const letter = isLetterKey(event) ? (letters[event.key.toLowerCase()] ?? digit(event.key, act.preset)) : undefined;
    const todo = move ?? letter;
    if (todo) {
      event.preventDefault();
      todo();
    }
  };
  document.addEventListener("keydown", pressed, { signal });
}

/** @param {string} key @param {(number: number) => void} preset */
function digit(key, preset) {
  return /^\d$/.test(key) ? () => preset(Number(key)) : undefined;
}

/** @param {KeyboardEvent} event */
function movesImages(event) {
  const target = event.target instanceof Element ? event.target : document.body;
  const elsewhere = target.closest("input, textarea, select, dialog, .panel") || document.querySelector("dialog[open]");
  return !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event) && !elsewhere;
}
