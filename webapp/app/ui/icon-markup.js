// @ts-check
import { iconAttributes, icons } from "./icons.js";

/**
 * An icon as markup, for the build to put into HTML. The words beside it, or the control's label, name it.
 * @param {string} name  a key of `icons`
 * @throws {Error} when there is no such icon
 */
export function iconMarkup(name) {
  const node = icons[/** @type {keyof typeof icons} */ (name)];
  if (!node) {
    throw new Error(`no icon is called ${name}`);
  }
  const inside = node.map(([tag, attributes]) => `<${tag} ${written(attributes)}/>`).join("");
  return `<svg ${written(iconAttributes)}>${inside}</svg>`;
}

/** @param {Record<string, unknown>} attributes */
function written(attributes) {
  return Object.entries(attributes).map(([name, value]) => `${name}="${value}"`).join(" ");
}
