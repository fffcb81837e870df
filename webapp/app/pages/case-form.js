// @ts-check
import { bodyPartWord, modalityWord, MODALITIES } from "../words/terms.js";
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { checksField, choiceField, levelField, textField } from "./form-fields.js";
import { listField, tagField } from "./list-field.js";

/**
 * The form of a case, in the order in which one thinks of it: the question, the answer, what it teaches, who sees it.
 * @param {import("./form-fields.js").Edit} edit
 * @returns {{nodes: HTMLElement[], draw: (draft: import("./draft-state.js").Draft) => void}}
 */
export function caseForm(edit) {
  /** @type {import("./form-fields.js").Field[]} */
  const all = [];
  const kept = (/** @type {import("./form-fields.js").Field} */ field) => (all.push(field), field.node);
  const nodes = [
    section(words.editor.question, [
      kept(textField("presentation", edit)),
      kept(textField("clinicalHistory", edit, { long: true, rows: 4 })),
      element(
        "div",
        { class: "columns" },
        kept(choiceField("modality", optionsOf(MODALITIES, modalityWord), edit)),
        kept(choiceField("bodyPart", sorted(optionsOf(Object.keys(words.bodyParts), bodyPartWord)), edit)),
        kept(choiceField("category", optionsOf(Object.keys(words.categories), (value) => words.categories[value]), edit)),
      ),
      kept(levelField("difficulty", edit)),
    ]),
    section(words.editor.answer, [
      element("div", { class: "columns two" }, kept(textField("diagnosis", edit)), kept(textField("title", edit))),
      kept(textField("findings", edit, { long: true, rows: 4 })),
      kept(listField("differential", edit)),
      kept(listField("teachingPoints", edit)),
    ]),
    section(words.editor.notes, [
      element(
        "div",
        { class: "columns two" },
        kept(textField("studentNotes", edit, { long: true })),
        kept(textField("fellowNotes", edit, { long: true })),
      ),
      kept(listField("references", edit)),
      kept(tagField("tags", edit)),
      kept(checksField("acgmeDomains", optionsOf(Object.keys(words.acgmeDomains), (value) => words.acgmeDomains[value]), edit)),
    ]),
    section(words.editor.audience, [
      kept(choiceField("visibility", optionsOf(["private", "institution", "public"], (value) => words.visibilities[value]), edit, { optional: false })),
    ]),
  ];
  return { nodes, draw: (draft) => all.forEach((field) => field.draw(draft)) };
}

/** @param {string} title @param {HTMLElement[]} fields */
function section(title, fields) {
  return element("section", { class: "form-part" }, element("h2", {}, title), ...fields);
}

/** @param {readonly string[]} values @param {(value: string) => string} word */
function optionsOf(values, word) {
  return values.map((value) => ({ value, word: word(value) }));
}

/** @param {{value: string, word: string}[]} options */
function sorted(options) {
  return options.toSorted((a, b) => a.word.localeCompare(b.word));
}
