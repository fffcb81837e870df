// @ts-check
import { bodyPartWord, modalityWord } from "../words/terms.js";
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { FACETS } from "./library-state.js";

/** How many values of a facet show before one asks for more. */
const SHOWN = 6;

/**
 * The facets with their counts. Values that are chosen always show, even when they match nothing now.
 * @param {HTMLElement} place
 * @param {import("./library-state.js").LibraryState} state
 * @param {{opened: Set<string>, toggle: (facet: string, value: string) => void, redraw: () => void}} act
 */
export function drawFacets(place, { facets, query }, act) {
  const focused = document.activeElement instanceof HTMLInputElement ? document.activeElement.dataset.key : undefined;
  const groups = FACETS.map((facet) => group(facet, facets?.[facet] ?? [], query.filters[facet], act));
  place.replaceChildren(...groups.filter((made) => made !== null));
  if (focused) {
    /** @type {HTMLElement | null} */ (place.querySelector(`[data-key="${CSS.escape(focused)}"]`))?.focus();
  }
}

/**
 * @param {string} facet @param {{value: string, count: number}[]} counted @param {readonly string[]} chosen
 * @param {{opened: Set<string>, toggle: (facet: string, value: string) => void, redraw: () => void}} act
 */
function group(facet, counted, chosen, act) {
  const missing = chosen.filter((value) => !counted.some((one) => String(one.value) === value));
  const known = facet === "difficulty" ? counted.toSorted((a, b) => Number(a.value) - Number(b.value)) : counted;
  const all = [...known, ...missing.map((value) => ({ value, count: 0 }))];
  if (all.length === 0) {
    return null;
  }
  const open = act.opened.has(facet);
  const shown = open ? all : all.filter(({ value }, index) => index < SHOWN || chosen.includes(String(value)));
  const hidden = all.length - shown.length;
  const more = () => {
    open ? act.opened.delete(facet) : act.opened.add(facet);
    act.redraw();
  };
  return element(
    "fieldset",
    { class: "facet" },
    element("legend", {}, words.library.facets[/** @type {keyof typeof words.library.facets} */ (facet)]),
    shown.map(({ value, count }) => option(facet, String(value), count, chosen.includes(String(value)), act.toggle)),
    (hidden > 0 || (open && all.length > SHOWN)) &&
      element(
        "button",
        { type: "button", class: "more", "aria-expanded": open, onclick: more },
        open ? words.library.less : words.library.more(hidden),
      ),
  );
}

/** @param {string} facet @param {string} value @param {number} count @param {boolean} checked @param {(facet: string, value: string) => void} toggle */
function option(facet, value, count, checked, toggle) {
  return element(
    "label",
    { class: count === 0 ? "none" : "" },
    element("input", {
      type: "checkbox",
      checked,
      data: { key: `${facet}:${value}` },
      onchange: () => toggle(facet, value),
    }),
    element("span", {}, facetWord(facet, value)),
    element("span", { class: "count" }, String(count)),
  );
}

/**
 * A filter's value in words.
 * @param {string} facet
 * @param {string} value
 */
export function facetWord(facet, value) {
  switch (facet) {
    case "modality":
      return modalityWord(value);
    case "bodyPart":
      return bodyPartWord(value);
    case "category":
      return words.categories[value] ?? value;
    case "difficulty":
      return words.difficulties[value] ?? value;
    default:
      return words.statuses[value] ?? value;
  }
}
