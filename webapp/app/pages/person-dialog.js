// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask } from "./api.js";
import { actButton, checkField, openDialog, shownOnce } from "./desk-parts.js";
import { selectField, textField } from "./form-parts.js";
import { smallForm } from "./small-form.js";
import { toast } from "./toast.js";

/** The choices of a trainee level. */
export const levels = [{ value: "", word: words.people.none }, ...Object.entries(words.traineeLevels).map(([value, word]) => ({ value, word }))];

/**
 * Shows a person's account to be changed.
 * @param {any} person
 * @param {{value: string, word: string}[]} roles  that may be given
 * @param {() => void} changed
 */
export function editPerson(person, roles, changed) {
  const address = `api/admin/users/${encodeURIComponent(person.id)}`;
  openDialog(words.people.editName(person.name), (close) => {
    const name = textField("person-name", words.people.name, { value: person.name, autocomplete: "off" });
    const role = selectField("person-role", words.people.role, roles, { value: person.role });
    const level = selectField("person-level", words.people.traineeLevel, levels, { value: person.traineeLevel ?? "" });
    const active = checkField(words.people.isActive, { checked: person.active });
    const form = smallForm({
      fields: { "/name": name, "/role": role, "/traineeLevel": level },
      optional: ["/traineeLevel"],
      parts: [name.node, role.node, level.node, element("div", { class: "field" }, active.node, element("p", { class: "hint" }, words.people.activeDetail))],
      act: words.people.save,
      cancel: close,
      words: { "person.stale": words.people.stale, "precondition.failed": words.people.stale },
      async send() {
        const wanted = { name: name.input.value.trim(), role: role.input.value, traineeLevel: role.input.value === "learner" ? level.input.value || null : null, active: active.input.checked };
        const json = Object.fromEntries(Object.entries(wanted).filter(([field, value]) => value !== person[field]));
        if (Object.keys(json).length > 0) {
          await ask(address, { method: "PATCH", json, type: "application/merge-patch+json", ifMatch: `"${person.revision}"` });
          toast(words.people.saved);
          changed();
        }
        close();
      },
    });
    const fit = () => (level.node.hidden = role.input.value !== "learner");
    role.input.addEventListener("change", fit);
    fit();
    return [form.node, element("h3", {}, words.people.more), more(person, address, changed)];
  });
}

/** What else can be done for a person. @param {any} person @param {string} address @param {() => void} changed */
function more(person, address, changed) {
  const place = element("div", { "aria-live": "polite" });
  const reset = actButton(words.people.resetLink, async () => {
    const { body } = await ask(`${address}/reset-link`, { method: "POST" });
    place.replaceChildren(element("p", { class: "soft small" }, words.people.resetDetail), shownOnce(body.link));
  });
  const end = actButton(words.people.endSessions, async () => (await ask(`${address}/sessions`, { method: "DELETE" }), words.people.endedSessions));
  const factor = actButton(words.people.removeFactor, async () => {
    await ask(`${address}/second-factor/remove`, { method: "POST" });
    factor.hidden = true;
    changed();
    return words.people.removedFactor;
  });
  factor.hidden = !person.secondFactor;
  return element("div", { class: "once" }, element("div", { class: "row-acts" }, reset, end, factor), place);
}
