// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";

/** How long a message stays when nobody points at it, in ms. */
const STAY = 8000;

/**
 * Tells what happened at the foot of the page, with a way back if there is one.
 * @param {string} text
 * @param {{label: string, act: () => void}} [way]
 */
export function toast(text, way) {
  const place = document.querySelector(".toasts") ?? document.body.appendChild(element("div", { class: "toasts", role: "status" }));
  const leave = () => message.remove();
  const message = element(
    "div",
    { class: "toast" },
    element("span", {}, text),
    way && element("button", { type: "button", class: "button", onclick: () => (leave(), way.act()) }, way.label),
    element("button", { type: "button", class: "button bare icon-only", "aria-label": words.bar.close, onclick: leave }, icon("close")),
  );
  place.append(message);
  const watch = () => (message.matches(":hover, :focus-within") ? setTimeout(watch, 1000) : leave());
  setTimeout(watch, STAY);
}
