// @ts-check

/**
 * Everything that a key does in the viewer: one list for the keys, the tools and the help. `letter` acts only while single-letter keys are
 * on (WCAG 2.1.4), with Shift where it is a capital; `key` is one of those that move things anyway, with Shift where that is said.
 * @typedef {{name: string, letter?: string, key?: string, control?: boolean, shift?: boolean}} Action
 */

/** @type {readonly Action[]} */
export const ACTIONS = Object.freeze([
  { name: "previousImage", key: "ArrowUp" },
  { name: "previousImage", key: "ArrowLeft" },
  { name: "nextImage", key: "ArrowDown" },
  { name: "nextImage", key: "ArrowRight" },
  { name: "wider", key: "ArrowRight", shift: true },
  { name: "narrower", key: "ArrowLeft", shift: true },
  { name: "higher", key: "ArrowDown", shift: true },
  { name: "lower", key: "ArrowUp", shift: true },
  { name: "back", key: "PageUp" },
  { name: "forward", key: "PageDown" },
  { name: "firstImage", key: "Home" },
  { name: "lastImage", key: "End" },
  { name: "previousSeries", letter: "[" },
  { name: "nextSeries", letter: "]" },
  { name: "previousCell", letter: "," },
  { name: "nextCell", letter: "." },
  { name: "scroll", letter: "s" },
  { name: "window", letter: "w" },
  { name: "pan", letter: "p" },
  { name: "zoom", letter: "z" },
  { name: "magnify", letter: "m" },
  { name: "crosshair", letter: "x" },
  { name: "length", letter: "l" },
  { name: "angle", letter: "g" },
  { name: "cobb", letter: "c" },
  { name: "bidirectional", letter: "b" },
  { name: "ellipse", letter: "e" },
  { name: "rectangle", letter: "q" },
  { name: "freehand", letter: "d" },
  { name: "probe", letter: "k" },
  { name: "arrow", letter: "a" },
  { name: "undo", letter: "z", control: true },
  { name: "redo", letter: "Z", control: true },
  { name: "fit", letter: "f" },
  { name: "oneToOne", letter: "o" },
  { name: "zoomIn", letter: "+" },
  { name: "zoomIn", letter: "=" },
  { name: "zoomOut", letter: "-" },
  { name: "invert", letter: "i" },
  { name: "flip", letter: "h" },
  { name: "flipOver", letter: "v" },
  { name: "rotate", letter: "t" },
  { name: "reset", letter: "r" },
  { name: "cine", letter: " " },
  { name: "slower", letter: "<" },
  { name: "faster", letter: ">" },
  { name: "grid", letter: "G" },
  { name: "mpr", letter: "M" },
  { name: "hang", letter: "A" },
  { name: "linked", letter: "y" },
  { name: "lines", letter: "u" },
  { name: "graphics", letter: "j" },
  { name: "header", letter: "H" },
  { name: "fullScreen", letter: "F" },
  { name: "present", letter: "P" },
  { name: "nextCase", letter: "N" },
  { name: "find", letter: "K" },
]);

const WRITTEN = new Map([["ArrowUp", "↑"], ["ArrowDown", "↓"], ["ArrowLeft", "←"], ["ArrowRight", "→"], ["PageUp", "PgUp"], ["PageDown", "PgDn"], [" ", "Space"], ["-", "−"]]);

/** How an action's keys are written, a key each. @param {string} name @returns {string[][]} */
export function keysOf(name) {
  return ACTIONS.filter((action) => action.name === name && action.letter !== "=").map(({ letter, key, control, shift }) => {
    const pressed = /** @type {string} */ (letter ?? key);
    const capital = /^[A-Z]$/.test(pressed);
    return [...(control ? ["Ctrl"] : []), ...(capital || shift ? ["Shift"] : []), WRITTEN.get(pressed) ?? (pressed.length > 1 ? pressed : pressed.toUpperCase())];
  });
}

/** An action's words, and the key behind it in brackets. @param {string} does @param {string} name */
export function withKey(does, name) {
  const [keys] = keysOf(name);
  return keys ? `${does} (${keys.join("+")})` : does;
}

/**
 * The list for the help.
 * @param {{actions: Record<string, string>}} words
 * @returns {import("../pages/frame.js").KeyHelp[]}
 */
export function keyHelp({ actions }) {
  const named = [...new Set(ACTIONS.map(({ name }) => name))];
  return [
    ...named.map((name) => ({ keys: keysOf(name).flat(), does: actions[name] })),
    { keys: ["1", "…", "9"], does: actions.preset },
    { keys: ["0"], does: actions.ownWindow },
    { keys: ["Ctrl", "Enter"], does: actions.commit },
  ];
}
