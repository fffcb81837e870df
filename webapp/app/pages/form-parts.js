// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { passwordAdvice } from "./password-advice.js";

/**
 * A labelled input of a small form, with its hint and its fault.
 * @typedef {{node: HTMLElement, input: HTMLInputElement | HTMLSelectElement, fault: (text: string) => void}} Field
 */

/**
 * @param {string} id  unique on the page
 * @param {string} label
 * @param {Record<string, any> & {hint?: string}} [properties]  of the input
 * @returns {Field & {input: HTMLInputElement}}
 */
export function textField(id, label, { hint, ...properties } = {}) {
  const input = element("input", { class: "input", id, type: "text", maxlength: 300, ...properties });
  return { ...frame(id, label, input, input, hint), input };
}

/**
 * @param {string} id
 * @param {string} label
 * @param {{value: string, word: string}[]} options
 * @param {Record<string, any> & {value?: string, hint?: string}} [properties]
 * @returns {Field & {input: HTMLSelectElement}}
 */
export function selectField(id, label, options, { value, hint, ...properties } = {}) {
  const input = element(
    "select",
    { class: "input", id, ...properties },
    options.map((one) => element("option", { value: one.value, selected: one.value === value }, one.word)),
  );
  return { ...frame(id, label, input, input, hint), input };
}

/**
 * A password: hidden or shown, and with bounds also advised on while it is typed.
 * @param {string} id
 * @param {string} label
 * @param {{autocomplete: "current-password" | "new-password", bounds?: {min: number, max: number}, username?: () => string}} more
 * @returns {Field & {input: HTMLInputElement}}
 */
export function passwordField(id, label, { autocomplete, bounds, username = () => "" }) {
  const input = element("input", { class: "input", id, type: "password", autocomplete, maxlength: 1000, autocapitalize: "none", spellcheck: "false" });
  const toggle = element("button", { type: "button", class: "button bare icon-only", "aria-label": words.forms.show, title: words.forms.show }, icon("preview"));
  toggle.addEventListener("click", () => {
    const shown = input.type === "text";
    input.type = shown ? "password" : "text";
    const name = shown ? words.forms.show : words.forms.hide;
    toggle.setAttribute("aria-label", name);
    toggle.title = name;
    toggle.replaceChildren(icon(shown ? "preview" : "hide"));
  });
  const field = frame(id, label, input, element("div", { class: "password" }, input, toggle), bounds && words.forms.advice(bounds.min));
  const hint = field.node.querySelector(".hint");
  if (bounds && hint) {
    hint.setAttribute("role", "status");
    input.addEventListener("input", () => {
      const { state, count } = passwordAdvice(input.value, bounds, username());
      hint.classList.toggle("good", state === "fine");
      hint.textContent = {
        empty: words.forms.advice(bounds.min),
        short: words.forms.short(count, bounds.min),
        long: words.forms.long(bounds.max),
        guessable: words.forms.guessable,
        fine: words.forms.fine,
      }[state];
    });
  }
  return { ...field, input };
}

/** @param {string} id @param {string} label @param {HTMLElement} input @param {HTMLElement} control @param {string} [hint] */
function frame(id, label, input, control, hint) {
  const fault = element("p", { class: "fault", id: `${id}-fault`, hidden: true });
  input.setAttribute("aria-describedby", `${hint ? `${id}-hint ` : ""}${id}-fault`);
  const node = element(
    "div",
    { class: "field" },
    element("label", { for: id }, label),
    control,
    hint && element("p", { class: "hint", id: `${id}-hint` }, hint),
    fault,
  );
  return {
    node,
    /** @param {string} text  empty takes the fault away */
    fault(text) {
      fault.textContent = text;
      fault.hidden = text === "";
      input.setAttribute("aria-invalid", String(text !== ""));
    },
  };
}
