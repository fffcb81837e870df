// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { valueOf } from "./draft-state.js";

/**
 * One field of the editor's form.
 * @typedef {{field: string, node: HTMLElement, draw: (draft: import("./draft-state.js").Draft) => void}} Field
 * @typedef {(field: string, value: any) => void} Edit
 */

/**
 * A line or a text.
 * @param {string} field
 * @param {Edit} edit
 * @param {{long?: boolean, rows?: number}} [shape]
 * @returns {Field}
 */
export function textField(field, edit, { long = false, rows = 3 } = {}) {
  const input = long
    ? element("textarea", { class: "input", id: `field-${field}`, rows, maxlength: 20_000 })
    : element("input", { class: "input", id: `field-${field}`, maxlength: 300, autocomplete: "off" });
  input.addEventListener("input", () => edit(field, input.value));
  const frame = fieldFrame(field, input);
  return {
    field,
    node: frame.node,
    draw(draft) {
      const value = valueOf(draft, field) ?? "";
      if (input.value !== value) {
        input.value = value;
      }
      frame.fault(draft, input);
    },
  };
}

/**
 * One of several values, or none.
 * @param {string} field
 * @param {{value: string, word: string}[]} options
 * @param {Edit} edit
 * @param {{optional?: boolean}} [shape]
 * @returns {Field}
 */
export function choiceField(field, options, edit, { optional = true } = {}) {
  const select = element(
    "select",
    { class: "input", id: `field-${field}`, onchange: () => edit(field, select.value || null) },
    optional && element("option", { value: "" }, words.editor.notChosen),
    options.map(({ value, word }) => element("option", { value }, word)),
  );
  const frame = fieldFrame(field, select);
  return {
    field,
    node: frame.node,
    draw(draft) {
      const value = valueOf(draft, field) ?? "";
      if (value !== "" && ![...select.options].some((option) => option.value === value)) {
        select.append(element("option", { value }, value));
      }
      select.value = value;
      frame.fault(draft, select);
    },
  };
}

/**
 * A number from 1 to 5, or none.
 * @param {string} field
 * @param {Edit} edit
 * @returns {Field}
 */
export function levelField(field, edit) {
  const radios = [1, 2, 3, 4, 5].map((level) => {
    const radio = element("input", { type: "radio", name: field, value: level, onchange: () => edit(field, level) });
    return { radio, node: element("label", {}, radio, words.difficulties[level]) };
  });
  const fault = element("p", { class: "fault", hidden: true });
  const node = element("fieldset", { class: "field levels" }, element("legend", {}, fieldWord(field)), element("div", { class: "segments" }, radios.map((one) => one.node)), fault);
  return {
    field,
    node,
    draw(draft) {
      radios.forEach(({ radio }, index) => (radio.checked = valueOf(draft, field) === index + 1));
      drawFault(fault, draft.faults[`/${field}`]);
    },
  };
}

/**
 * Any of several values.
 * @param {string} field
 * @param {{value: string, word: string}[]} options
 * @param {Edit} edit
 * @returns {Field}
 */
export function checksField(field, options, edit) {
  const boxes = options.map(({ value, word }) => {
    const box = element("input", { type: "checkbox", value });
    return { box, node: element("label", { class: "check" }, box, word) };
  });
  const fault = element("p", { class: "fault", hidden: true });
  const node = element("fieldset", { class: "field" }, element("legend", {}, fieldWord(field)), element("div", { class: "checks" }, boxes.map((one) => one.node)), fault);
  node.addEventListener("change", () => edit(field, boxes.filter(({ box }) => box.checked).map(({ box }) => box.value)));
  return {
    field,
    node,
    draw(draft) {
      const chosen = valueOf(draft, field) ?? [];
      boxes.forEach(({ box }) => (box.checked = chosen.includes(box.value)));
      drawFault(fault, faultOf(draft, field));
    },
  };
}

/** @param {string} field */
export function fieldWord(field) {
  return words.editor.fields[/** @type {keyof typeof words.editor.fields} */ (field)];
}

/**
 * A labelled place for an input, with its hint and its fault.
 * @param {string} field
 * @param {HTMLElement} input  with the id `field-{field}`
 */
export function fieldFrame(field, input) {
  const hint = words.editor.hints[/** @type {keyof typeof words.editor.hints} */ (field)];
  const fault = element("p", { class: "fault", id: `fault-${field}`, hidden: true });
  const hintNode = hint ? element("p", { class: "hint", id: `hint-${field}` }, hint) : null;
  input.setAttribute("aria-describedby", `${hint ? `hint-${field} ` : ""}fault-${field}`);
  const node = element("div", { class: "field" }, element("label", { for: input.id }, fieldWord(field)), input, hintNode, fault);
  return {
    node,
    /** @param {import("./draft-state.js").Draft} draft @param {HTMLElement} marked */
    fault(draft, marked) {
      const text = faultOf(draft, field);
      marked.setAttribute("aria-invalid", String(Boolean(text)));
      drawFault(fault, text);
    },
  };
}

/** The fault of a field, or of one of its entries. @param {import("./draft-state.js").Draft} draft @param {string} field */
export function faultOf({ faults }, field) {
  const pointer = Object.keys(faults).find((one) => one === `/${field}` || one.startsWith(`/${field}/`));
  return pointer && faults[pointer];
}

/** @param {HTMLElement} node @param {string | undefined} text */
export function drawFault(node, text) {
  node.hidden = !text;
  if (node.textContent !== (text ?? "")) {
    node.textContent = text ?? "";
  }
}

