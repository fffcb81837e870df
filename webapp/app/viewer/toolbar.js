// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { withKey } from "./actions.js";

/**
 * What stands in the bar, in order: an action by its name, or a group of them behind a button. The second is its icon.
 * @typedef {[name: string, sign: keyof typeof import("../ui/icons.js").icons]} Entry
 */

/** @type {readonly Entry[]} */
const DRAG = [["window", "contrast"], ["pan", "pan"], ["zoom", "zoomIn"], ["scroll", "scroll"]];

/** @type {Record<"measure" | "view" | "layout" | "more", {sign: keyof typeof import("../ui/icons.js").icons, entries: readonly Entry[]}>} */
const GROUPS = {
  measure: {
    sign: "measure",
    entries: [
      ["length", "measure"], ["bidirectional", "diameter"], ["angle", "angle"], ["cobb", "cobb"], ["ellipse", "ellipse"], ["rectangle", "rectangle"],
      ["freehand", "freehand"], ["probe", "probe"], ["arrow", "arrow"], ["undo", "undo"], ["redo", "redo"],
    ],
  },
  view: {
    sign: "view",
    entries: [["fit", "fit"], ["oneToOne", "view"], ["invert", "invert"], ["flip", "flip"], ["flipOver", "flip"], ["rotate", "rotate"], ["magnify", "magnify"], ["reset", "reset"]],
  },
  layout: { sign: "grid", entries: [["hang", "present"], ["mpr", "mpr"], ["crosshair", "crosshair"], ["linked", "linked"], ["lines", "lines"]] },
  more: {
    sign: "more",
    entries: [["graphics", "graphics"], ["header", "header"], ["fullScreen", "fullScreen"], ["present", "present"], ["find", "target"], ["nextCase", "nextCase"]],
  },
};

/** Switches that are on at first: their groups are marked when they are off. */
const USUALLY_ON = new Set(["linked", "lines", "graphics"]);
const LAYOUTS = [[1, 1], [1, 2], [2, 1], [2, 2], [2, 3], [3, 3]];

/**
 * @typedef {{tool: string | null, on: ReadonlySet<string>, preset: string, presets: readonly {name: string}[], layout: {rows: number, columns: number},
 *   playing: boolean, rate: number, plays: boolean, slab: Slab | null}} Tools  on: pressed switches; slab: of the volume that is looked at
 * @typedef {import("../volume/volume-painter.js").Slab} Slab
 */

/** Of a slab, mm. */
const THICKNESSES = [0, 3, 5, 10, 20, 40];

/**
 * The floating tools.
 * @param {{act: (name: string) => void, preset: (name: string) => void, layout: (layout: {rows: number, columns: number}) => void,
 *   slab: (slab: Slab) => void}} does
 * @returns {{node: HTMLElement, draw: (tools: Tools) => void}}
 */
export function toolbar({ act, preset, layout, slab }) {
  /** @type {Map<string, HTMLButtonElement>} */
  const buttons = new Map();
  const button = (/** @type {Entry} */ [name, sign], /** @type {boolean} */ named) => {
    const does = words.viewer.actions[name];
    const made = element(
      "button",
      { type: "button", "aria-label": does, title: withKey(does, name), onclick: () => act(name) },
      icon(sign),
      named && element("span", {}, does),
    );
    buttons.set(name, made);
    return made;
  };
  const layouts = LAYOUTS.map(([rows, columns]) =>
    element("button", { type: "button", data: { layout: `${rows}x${columns}` }, onclick: () => layout({ rows, columns }) }, layoutPicture(rows, columns), element("span", {}, words.viewer.layoutName(rows, columns))),
  );
  const groups = Object.entries(GROUPS).map(([name, { sign, entries }]) => {
    const rows = entries.map((entry) => button(entry, true));
    const node = group(/** @type {keyof typeof GROUPS} */ (name), sign, name === "layout" ? [...layouts, ...rows] : rows);
    return { node, entries };
  });
  const select = element("select", { "aria-label": words.viewer.presetsLabel, title: words.viewer.presetsLabel, onchange: () => preset(select.value) });
  const cutBy = () => slab({ mm: Number(thickness.value), mode: /** @type {Slab["mode"]} */ (mode.value) });
  const thickness = element(
    "select",
    { "aria-label": words.viewer.slabThickness, title: words.viewer.slabThickness, onchange: cutBy },
    THICKNESSES.map((mm) => element("option", { value: mm }, mm === 0 ? words.viewer.thinSlab : `${mm} mm`)),
  );
  const mode = element(
    "select",
    { "aria-label": words.viewer.slabMode, title: words.viewer.slabMode, onchange: cutBy },
    Object.entries(words.viewer.slabModes).map(([value, word]) => element("option", { value }, word)),
  );
  const play = button(["cine", "play"], false);
  const node = element(
    "div",
    { class: "tools", role: "toolbar", "aria-label": words.viewer.toolsLabel },
    DRAG.map((entry) => button(entry, false)),
    element("span", { class: "gap" }),
    groups.map(({ node: one }) => one),
    play,
    element("span", { class: "gap" }),
    thickness,
    mode,
    select,
  );
  let listed = "";
  return {
    node,
    draw({ tool, on, preset: shown, presets, layout: laid, playing, rate, plays, slab: cut }) {
      for (const [name, one] of buttons) {
        one.setAttribute("aria-pressed", String(name === tool || on.has(name)));
      }
      layouts.forEach((one, at) => one.setAttribute("aria-pressed", String(LAYOUTS[at][0] === laid.rows && LAYOUTS[at][1] === laid.columns)));
      for (const { node: one, entries } of groups) {
        const used = entries.some(([name]) => name === tool || on.has(name) !== USUALLY_ON.has(name));
        one.firstElementChild?.classList.toggle("used", used);
      }
      thickness.hidden = cut === null;
      mode.hidden = cut === null || cut.mm === 0;
      thickness.value = String(cut?.mm ?? 0);
      mode.value = cut?.mode ?? "mip";
      play.hidden = !plays;
      play.title = withKey(`${words.viewer.actions.cine}: ${words.viewer.framesASecond(rate)}`, "cine");
      play.replaceChildren(icon(playing ? "pause" : "play"));
      const list = presets.map(({ name }) => name).join();
      if (list !== listed || select.options.length === 0) {
        listed = list;
        select.replaceChildren(
          element("option", { value: "own" }, `${words.viewer.ownWindow} (0)`),
          element("option", { value: "free", hidden: true }, words.viewer.freeWindow),
          ...presets.map(({ name }, at) => element("option", { value: name }, `${words.viewer.presetName(name)}${at < 9 ? ` (${at + 1})` : ""}`)),
        );
      }
      select.value = shown;
      select.hidden = presets.length === 0;
    },
  };
}

/** A button with what is behind it. @param {keyof typeof GROUPS} name @param {keyof typeof import("../ui/icons.js").icons} sign @param {HTMLElement[]} rows */
function group(name, sign, rows) {
  const label = words.viewer.groups[name];
  const id = `tools-${name}`;
  const sheet = element("div", { id, popover: "auto", class: "tool-sheet", role: "group", "aria-label": label }, rows);
  const opener = element("button", { type: "button", "aria-label": label, title: label, popovertarget: id, "aria-haspopup": "true" }, icon(sign), icon("expand"));
  opener.classList.add("opener");
  sheet.addEventListener("click", () => sheet.hidePopover());
  sheet.addEventListener("toggle", (event) => {
    const open = /** @type {ToggleEvent} */ (event).newState === "open";
    opener.setAttribute("aria-expanded", String(open));
    if (open) {
      const { left, bottom } = opener.getBoundingClientRect();
      sheet.style.left = `${Math.max(8, Math.min(left, innerWidth - sheet.offsetWidth - 8))}px`;
      sheet.style.top = `${bottom + 6}px`;
      /** @type {HTMLElement | null} */ (sheet.querySelector("button:not(:disabled)"))?.focus();
    }
  });
  return element("div", { class: "tool-group" }, opener, sheet);
}

/** @param {number} rows @param {number} columns */
function layoutPicture(rows, columns) {
  const cells = Array.from({ length: rows * columns }, () => element("i"));
  const picture = element("span", { class: "layout-picture", "aria-hidden": "true" }, cells);
  picture.style.gridTemplate = `repeat(${rows}, 1fr) / repeat(${columns}, 1fr)`;
  return picture;
}
