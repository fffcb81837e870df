// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { equal, valueOf } from "./draft-state.js";
import { drawFault, faultOf, fieldWord } from "./form-fields.js";

/** A list has at most this many entries. */
const MOST = 50;

/**
 * A list of lines, each in an input of its own: Enter goes to the next, Backspace in an empty one removes it.
 * @param {string} field
 * @param {import("./form-fields.js").Edit} edit
 * @returns {import("./form-fields.js").Field}
 */
export function listField(field, edit) {
  const name = fieldWord(field);
  const rows = element("ol", { class: "lines" });
  const fault = element("p", { class: "fault", hidden: true });
  const add = element("button", { type: "button", class: "button bare add-line", onclick: () => insert(rows.children.length, "").focus() }, icon("add"), words.editor.addTo(name));
  const node = element("fieldset", { class: "field" }, element("legend", {}, name), rows, add, fault);
  const inputs = () => [...rows.querySelectorAll("input")];
  const values = () => inputs().map(({ value }) => value.trim()).filter(Boolean);
  const tell = () => edit(field, values());

  /** @param {number} at @param {string} value */
  function insert(at, value) {
    const input = element("input", { class: "input", value, maxlength: 300, autocomplete: "off" });
    const row = element("li", {}, input);
    const go = (/** @type {-1 | 1} */ by) => {
      const other = by < 0 ? row.previousElementSibling : row.nextElementSibling;
      if (other) {
        by < 0 ? other.before(row) : other.after(row);
        number();
        tell();
      }
    };
    const remove = () => {
      const near = row.previousElementSibling ?? row.nextElementSibling;
      row.remove();
      number();
      tell();
      (near?.querySelector("input") ?? add).focus();
    };
    row.append(
      small("up", () => go(-1)),
      small("down", () => go(1)),
      small("close", remove),
    );
    input.addEventListener("input", tell);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter" && !event.ctrlKey && !event.metaKey) {
        event.preventDefault();
        if (inputs().length < MOST) {
          insert(inputs().indexOf(input) + 1, "").focus();
        }
      } else if (event.key === "Backspace" && input.value === "" && inputs().length > 1) {
        event.preventDefault();
        remove();
      }
    });
    rows.insertBefore(row, rows.children[at] ?? null);
    number();
    return input;
  }

  /** Names each row's controls by its place. */
  function number() {
    [...rows.children].forEach((row, index) => {
      const [input, up, down, remove] = row.children;
      input.setAttribute("aria-label", words.editor.entry(name, index + 1));
      label(up, words.editor.entryUp(index + 1));
      label(down, words.editor.entryDown(index + 1));
      label(remove, words.editor.entryRemove(index + 1));
      /** @type {HTMLButtonElement} */ (up).disabled = index === 0;
      /** @type {HTMLButtonElement} */ (down).disabled = index === rows.children.length - 1;
    });
    add.hidden = rows.children.length >= MOST;
  }

  return {
    field,
    node,
    draw(draft) {
      const wanted = valueOf(draft, field) ?? [];
      if (!equal(wanted, values())) {
        rows.replaceChildren();
        wanted.forEach((/** @type {string} */ value) => insert(rows.children.length, value));
      }
      drawFault(fault, faultOf(draft, field));
    },
  };
}

/**
 * Short words in any order, as chips: Enter or a comma ends one.
 * @param {string} field
 * @param {import("./form-fields.js").Edit} edit
 * @returns {import("./form-fields.js").Field}
 */
export function tagField(field, edit) {
  /** @type {string[]} */
  let tags = [];
  const input = element("input", { id: `field-${field}`, maxlength: 60, autocomplete: "off", placeholder: words.editor.addTag });
  const chips = element("span", { class: "chips" });
  const fault = element("p", { class: "fault", hidden: true });
  const node = element("div", { class: "field" }, element("label", { for: input.id }, fieldWord(field)), element("div", { class: "input tag-input" }, chips, input), fault);
  const take = () => {
    const added = input.value.split(",").map((one) => one.trim()).filter((one) => one && !tags.includes(one));
    input.value = "";
    if (added.length > 0) {
      edit(field, [...tags, ...added].slice(0, MOST));
    }
  };
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === ",") {
      event.preventDefault();
      take();
    } else if (event.key === "Backspace" && input.value === "" && tags.length > 0) {
      edit(field, tags.slice(0, -1));
    }
  });
  input.addEventListener("blur", take);
  return {
    field,
    node,
    draw(draft) {
      tags = valueOf(draft, field) ?? [];
      chips.replaceChildren(
        ...tags.map((tag) =>
          element("button", { type: "button", class: "chip", "aria-label": words.reading.remove(tag), onclick: () => edit(field, tags.filter((one) => one !== tag)) }, tag, icon("close")),
        ),
      );
      drawFault(fault, faultOf(draft, field));
    },
  };
}

/** @param {Parameters<typeof icon>[0]} sign @param {() => void} onclick */
function small(sign, onclick) {
  return element("button", { type: "button", onclick }, icon(sign));
}

/** @param {Element} node @param {string} name */
function label(node, name) {
  node.setAttribute("aria-label", name);
  node.setAttribute("title", name);
}
