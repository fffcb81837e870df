// @ts-check
import { element } from "../ui/element.js";
import { measureWords as words } from "../words/en-measure.js";
import { LONGEST_TEXT } from "./annotation-types.js";

const WIDTH = 220;

/**
 * A small field over the image for an annotation's text. Enter and leaving it keep what is typed, Escape doesn't.
 * @param {HTMLElement} host
 * @param {readonly [number, number]} at  CSS pixels of the host
 * @param {string} text
 * @param {(text: string | null) => void} done  null: as it was
 * @returns {() => void} closes it and keeps what is typed
 */
export function openTextField(host, [x, y], text, done) {
  const field = element("input", {
    class: "annotation-text",
    type: "text",
    maxlength: LONGEST_TEXT,
    "aria-label": words.textLabel,
    placeholder: words.textLabel,
    autocomplete: "off",
  });
  field.value = text;
  field.style.left = `${Math.max(Math.min(x + 10, host.clientWidth - WIDTH - 6), 6)}px`;
  field.style.top = `${Math.max(Math.min(y - 16, host.clientHeight - 40), 6)}px`;
  const before = document.activeElement;
  let open = true;
  const close = (/** @type {string | null} */ told) => {
    if (open) {
      open = false;
      const hadFocus = field === document.activeElement;
      field.remove();
      if (hadFocus && (before instanceof HTMLElement || before instanceof SVGElement)) {
        before.focus({ preventScroll: true });
      }
      done(told);
    }
  };
  const keep = () => close(field.value.trim());
  field.addEventListener("keydown", (event) => {
    // What is typed is not for the viewer's keys; an Enter that ends a composition is not for us.
    event.stopPropagation();
    if (event.key === "Enter" && !event.isComposing) {
      keep();
    } else if (event.key === "Escape") {
      event.preventDefault();
      close(null);
    }
  });
  for (const type of ["pointerdown", "pointermove", "pointerup", "dblclick", "wheel"]) {
    field.addEventListener(type, (event) => event.stopPropagation());
  }
  field.addEventListener("blur", keep);
  host.append(field);
  field.focus({ preventScroll: true });
  field.select();
  return keep;
}
