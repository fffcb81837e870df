// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask } from "./api.js";
import { actButton, deskPart, openDialog, shownOnce } from "./desk-parts.js";
import { selectField, textField } from "./form-parts.js";
import { errorNotice } from "./notice.js";
import { levels } from "./person-dialog.js";
import { smallForm } from "./small-form.js";

/**
 * The open invitations, and the way to make one.
 * @param {{value: string, word: string}[]} roles  that may be given
 * @param {{id: string, name: string}[]} institutions  to choose from; none for who has but one
 */
export function invitationsPart(roles, institutions) {
  const list = element("ul", { class: "rows" });

  async function load() {
    try {
      const { body } = await ask("api/admin/invitations");
      list.replaceChildren(...(body.data.length > 0 ? body.data.map(row) : [element("li", { class: "soft" }, words.people.noInvitations)]));
    } catch (error) {
      list.replaceChildren(element("li", {}, errorNotice(error, { retry: load })));
    }
  }

  /** @param {any} invitation */
  function row({ id, role, traineeLevel, name, institution, expiresAt }) {
    const who = name || words.people.unnamed;
    return element(
      "li",
      {},
      element(
        "div",
        { class: "row-text" },
        element("span", {}, who),
        element(
          "span",
          { class: "soft small" },
          [words.traineeLevels[traineeLevel] ?? words.roles[role] ?? role, institution?.name, words.account.expires(new Date(expiresAt).toLocaleDateString("en", { dateStyle: "medium" }))].filter(Boolean).join(" · "),
        ),
      ),
      actButton(words.people.withdraw, async () => (await ask(`api/admin/invitations/${encodeURIComponent(id)}`, { method: "DELETE" }), await load(), words.people.withdrawn), { label: `${words.people.withdraw}: ${who}` }),
    );
  }

  function invite() {
    openDialog(words.people.inviteTitle, (close) => {
      const role = selectField("invite-role", words.people.role, roles, { value: "learner" });
      const level = selectField("invite-level", words.people.traineeLevel, levels);
      const name = textField("invite-name", words.people.inviteName, { autocomplete: "off" });
      const institution = selectField("invite-institution", words.people.institution, institutions.map((one) => ({ value: one.id, word: one.name })));
      const fit = () => {
        level.node.hidden = role.input.value !== "learner";
        institution.node.hidden = institutions.length === 0 || role.input.value === "operator";
      };
      role.input.addEventListener("change", fit);
      fit();
      const form = smallForm({
        fields: { "/role": role, "/traineeLevel": level, "/name": name, "/institution": institution },
        optional: ["/traineeLevel", "/name", "/institution"],
        act: words.people.inviteMake,
        cancel: close,
        async send() {
          const json = {
            role: role.input.value,
            traineeLevel: level.node.hidden ? null : level.input.value || null,
            name: name.input.value.trim() || null,
            ...(institution.node.hidden ? {} : { institution: institution.input.value }),
          };
          const { body } = await ask("api/admin/invitations", { method: "POST", json });
          close();
          openDialog(words.people.inviteLink, (done) => [
            element("p", { class: "soft" }, words.people.inviteDetail),
            shownOnce(body.link),
            element("div", { class: "dialog-acts" }, element("button", { type: "button", class: "button next", onclick: done }, words.forms.done)),
          ]);
          await load();
        },
      });
      return [form.node];
    });
  }
  return { node: deskPart(words.people.invitations, list), load, invite };
}
