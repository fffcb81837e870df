// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { ask } from "./api.js";
import { openLink, tellAtDoor, useLink } from "./door.js";
import { passwordField, selectField, textField } from "./form-parts.js";
import { startDoor } from "./frame.js";
import { takeLink } from "./link-token.js";
import { rememberMe } from "./me.js";
import { errorNotice } from "./notice.js";
import { smallForm } from "./small-form.js";

const link = takeLink();

/** By an invitation: institution and role stand in it. */
async function byInvitation() {
  const opened = await openLink(link, "invitation");
  if (!opened) {
    return;
  }
  const { institution, role, traineeLevel, name } = opened.link;
  if (institution) {
    the("[data-title]").textContent = words.join.at(institution.name);
  }
  draw(words.join.as(words.traineeLevels[traineeLevel] ?? words.roles[role] ?? ""), opened.ways, { known: { link }, name: name ?? "" });
}

/** Without one, where an institution lets everybody in. */
async function openly() {
  const { body: ways } = await ask("api/auth/ways");
  if (ways.registration !== "open" || ways.openInstitutions.length === 0) {
    tellAtDoor({ title: words.join.closed, detail: words.join.closedDetail });
    return;
  }
  draw(words.join.open, ways, { known: {}, name: "", choose: true });
}

/** @param {string} lead @param {any} ways @param {{known: Record<string, string>, name: string, choose?: boolean}} more */
function draw(lead, ways, { known, name: invitedName, choose = false }) {
  const name = textField("name", words.forms.name, { hint: words.forms.nameHint, autocomplete: "name", value: invitedName });
  const username = textField("username", words.forms.username, { hint: words.forms.usernameHint, autocomplete: "username", autocapitalize: "none", spellcheck: "false", maxlength: 64 });
  const password = passwordField("password", words.forms.password, { autocomplete: "new-password", bounds: ways.password, username: () => username.input.value.trim() });
  const institution = selectField("institution", words.join.institution, ways.openInstitutions.map((/** @type {any} */ one) => ({ value: one.id, word: one.name })));
  const level = selectField("traineeLevel", words.join.traineeLevel, Object.entries(words.traineeLevels).map(([value, word]) => ({ value, word })));
  /** @type {Record<string, import("./form-parts.js").Field>} */
  const chosen = choose ? { "/institution": institution, "/traineeLevel": level } : {};
  const form = smallForm({
    fields: { ...chosen, "/name": name, "/username": username, "/password": password },
    act: words.join.act,
    send: () =>
      useLink("invitation", async () => {
        const where = choose ? { institution: institution.input.value, traineeLevel: level.input.value } : known;
        const json = { ...where, name: name.input.value.trim(), username: username.input.value.trim(), password: password.input.value };
        const { body: me } = await ask("api/auth/register", { method: "POST", json });
        rememberMe(me);
        location.replace(document.baseURI);
      }),
  });
  the("[data-body]").replaceChildren(
    element("p", { class: "soft" }, lead),
    form.node,
    element("div", { class: "door-foot" }, element("a", { href: "sign-in" }, words.join.have)),
  );
}

startDoor();
(link ? byInvitation() : openly()).catch((error) => the("[data-body]").replaceChildren(errorNotice(error)));
