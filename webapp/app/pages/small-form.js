// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { Problem } from "./api.js";
import { tell } from "./notice.js";
import { countDown } from "./waiting.js";

/**
 * A form that sends itself once at a time, shows the server's faults where they belong, and waits when it is told to.
 * @typedef {object} SmallForm
 * @property {Record<string, import("./form-parts.js").Field>} fields  by JSON pointer
 * @property {string[]} [optional]  the pointers that may stay empty
 * @property {(Node | string)[]} [parts]  what stands in the form; the fields, if left out
 * @property {string} act  the button's words
 * @property {() => void} [cancel]
 * @property {() => Promise<void>} send
 * @property {Record<string, string>} [words]  what a problem's code means here
 */

/**
 * @param {SmallForm} form
 */
export function smallForm({ fields, optional = [], parts, act, cancel, send, words: meanings = {} }) {
  const fault = element("p", { class: "form-fault", role: "alert", hidden: true });
  const button = element("button", { class: "button next" }, act);
  const node = element(
    "form",
    { class: "small-form", novalidate: true },
    fault,
    ...(parts ?? Object.values(fields).map((field) => field.node)),
    element("div", { class: "form-acts" }, cancel && element("button", { type: "button", class: "button", onclick: cancel }, words.forms.cancel), button),
  );

  /** @param {string} text */
  function say(text) {
    fault.textContent = text;
    fault.hidden = text === "";
  }

  /** @param {Record<string, string>} faults  by pointer */
  function mark(faults) {
    for (const [pointer, field] of Object.entries(fields)) {
      field.fault(faults[pointer] ?? "");
    }
    const first = Object.keys(fields).find((pointer) => faults[pointer]);
    if (first) {
      fields[first].input.focus();
    }
  }

  function missing() {
    const empty = Object.keys(fields).filter((pointer) => !optional.includes(pointer) && fields[pointer].input.value.trim() === "");
    return Object.fromEntries(empty.map((pointer) => [pointer, words.forms.missing]));
  }

  /** @param {unknown} error */
  function failed(error) {
    if (error instanceof Problem && error.retryAfter > 0) {
      say(words.forms.slow(error.retryAfter));
      countDown(error.retryAfter, (left) => {
        button.disabled = left > 0;
        button.textContent = left > 0 ? words.forms.wait(left) : act;
        left === 0 && say(words.forms.goOn);
      });
      return;
    }
    const faults = faultsOf(error);
    const astray = Object.keys(faults).filter((pointer) => !(pointer in fields));
    if (Object.keys(faults).length > 0) {
      say([words.forms.check, ...astray.map((pointer) => faults[pointer])].join(" "));
      mark(faults);
      return;
    }
    const { title, detail } = tell(error);
    say((error instanceof Problem && meanings[error.code]) || [title, detail].filter(Boolean).join(". "));
  }

  node.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (button.disabled) {
      return;
    }
    say("");
    const empty = missing();
    mark(empty);
    if (Object.keys(empty).length > 0) {
      return;
    }
    button.disabled = true;
    try {
      await send();
      button.disabled = false;
    } catch (error) {
      button.disabled = false;
      failed(error);
    }
  });
  return { node, say };
}

/** What a server refused, in words, by pointer. @param {unknown} error @returns {Record<string, string>} */
export function faultsOf(error) {
  const told = error instanceof Problem && error.status === 422 ? error.errors : [];
  return Object.fromEntries(told.map(({ pointer, code, detail }) => [pointer, words.forms.faults[code] ?? detail]));
}
