// @ts-check
import { iconAttributes, icons } from "./icons.js";

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Makes an element. Properties starting with `on` are listeners, `data` holds data attributes, the rest are attributes;
 * `true` sets an empty one, `false`, null and undefined leave it out. Texts become text nodes: nothing is ever parsed.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [properties]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function element(tag, properties = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (name.startsWith("on")) {
      made.addEventListener(name.slice(2), value);
    } else if (name === "data") {
      Object.assign(made.dataset, value);
    } else if (value !== false && value !== null && value !== undefined) {
      made.setAttribute(name, value === true ? "" : String(value));
    }
  }
  made.append(...present(children));
  return made;
}

/**
 * An icon of `icons`, hidden from assistive technology: the control around it has the name.
 * @param {keyof typeof icons} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = svgElement("svg", iconAttributes);
  for (const [tag, attributes] of icons[name]) {
    svg.append(svgElement(tag, attributes));
  }
  return /** @type {SVGSVGElement} */ (svg);
}

/**
 * The element that a selector names, which the page's HTML promises.
 * @template {Element} [T=HTMLElement]
 * @param {string} selector
 * @param {ParentNode} [within]
 * @returns {T}
 */
export function the(selector, within = document) {
  const found = within.querySelector(selector);
  if (!found) {
    throw new Error(`the page has no ${selector}`);
  }
  return /** @type {T} */ (/** @type {unknown} */ (found));
}

/** @param {(Child | Child[])[]} children @returns {(Node | string)[]} */
function present(children) {
  /** @type {(Node | string)[]} */
  const kept = [];
  for (const child of children.flat()) {
    if (child !== null && child !== undefined && child !== false) {
      kept.push(child instanceof Node ? child : String(child));
    }
  }
  return kept;
}

/** An element of a drawing. @param {string} tag @param {Record<string, any>} attributes */
export function svgElement(tag, attributes) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) {
    made.setAttribute(name, String(value));
  }
  return made;
}
