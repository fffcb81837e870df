// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";

/** @typedef {import("./gestures.js").Tool} Tool */

/** What left drag does, in the order of the buttons. */
const TOOLS = /** @type {const} */ ([["window", "contrast"], ["pan", "pan"], ["zoom", "zoomIn"]]);
const ACTS = /** @type {const} */ ([["fit", "fit"], ["oneToOne", null], ["invert", "invert"], ["flip", "flip"], ["rotate", "rotate"], ["reset", "reset"]]);

/**
 * The floating tools.
 * @param {{choose: (tool: Tool) => void, act: Record<typeof ACTS[number][0], () => void>, preset: (name: string) => void,
 *   presets: readonly {name: string}[]}} does
 * @returns {{node: HTMLElement, draw: (tool: Tool | null, pressed: {invert: boolean, flip: boolean}, preset: string) => void}}
 */
export function toolbar({ choose, act, preset, presets }) {
  const tools = TOOLS.map(([name, sign]) => button(words.viewer.tools[name], sign, () => choose(name)));
  const acts = ACTS.map(([name, sign]) => button(words.viewer.tools[name], sign, act[name]));
  const select = element(
    "select",
    { "aria-label": words.viewer.presetsLabel, title: words.viewer.presetsLabel, onchange: () => preset(select.value) },
    element("option", { value: "own" }, words.viewer.ownWindow),
    element("option", { value: "free", hidden: true }, words.viewer.freeWindow),
    presets.map(({ name }, index) => element("option", { value: name }, `${words.viewer.presets[name]} (${index + 1})`)),
  );
  const node = element("div", { class: "tools", role: "toolbar", "aria-label": words.viewer.toolsLabel }, tools, element("span", { class: "gap" }), acts);
  if (presets.length > 0) {
    node.append(element("span", { class: "gap" }), select);
  }
  return {
    node,
    draw(tool, pressed, shownPreset) {
      tools.forEach((one, index) => one.setAttribute("aria-pressed", String(TOOLS[index][0] === tool)));
      acts[2].setAttribute("aria-pressed", String(pressed.invert));
      acts[3].setAttribute("aria-pressed", String(pressed.flip));
      select.value = shownPreset;
    },
  };
}

/** @param {string} name @param {Parameters<typeof icon>[0] | null} sign  null for a text @param {() => void} onclick */
function button(name, sign, onclick) {
  return element("button", { type: "button", "aria-label": name.replace(/ \(.\)$/, ""), title: name, onclick }, sign ? icon(sign) : "1:1");
}
