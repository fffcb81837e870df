// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { ask } from "./api.js";
import { openLink, tellAtDoor, useLink } from "./door.js";
import { passwordField, textField } from "./form-parts.js";
import { startDoor } from "./frame.js";
import { takeLink } from "./link-token.js";
import { smallForm } from "./small-form.js";

const link = takeLink();

/** The fields of one account. @param {"operator" | "admin"} who @param {{min: number, max: number}} bounds */
function account(who, bounds) {
  const username = textField(`${who}-username`, words.forms.username, { hint: words.forms.usernameHint, autocomplete: `section-${who} username`, autocapitalize: "none", spellcheck: "false", maxlength: 64 });
  const name = textField(`${who}-name`, words.forms.name, { autocomplete: `section-${who} name` });
  const password = passwordField(`${who}-password`, words.forms.password, { autocomplete: "new-password", bounds, username: () => username.input.value.trim() });
  password.input.setAttribute("autocomplete", `section-${who} new-password`);
  return {
    fields: { [`/${who}/name`]: name, [`/${who}/username`]: username, [`/${who}/password`]: password },
    value: () => ({ username: username.input.value.trim(), name: name.input.value.trim(), password: password.input.value }),
    nodes: [name.node, username.node, password.node],
  };
}

/** @param {string} title @param {string} detail @param {Node[]} nodes */
function part(title, detail, nodes) {
  return element("fieldset", {}, element("legend", {}, title), detail && element("p", { class: "soft small" }, detail), ...nodes);
}

async function start() {
  const opened = await openLink(link, "set-up");
  if (!opened) {
    return;
  }
  const bounds = opened.ways.password;
  const operator = account("operator", bounds);
  const admin = account("admin", bounds);
  const institution = textField("institution-name", words.setUp.institutionName, { autocomplete: "organization" });
  const form = smallForm({
    fields: { ...operator.fields, "/institution/name": institution, ...admin.fields },
    parts: [
      part(words.setUp.operator, words.setUp.operatorDetail, operator.nodes),
      part(words.setUp.institution, "", [institution.node]),
      part(words.setUp.admin, words.setUp.adminDetail, admin.nodes),
    ],
    act: words.setUp.act,
    send: () =>
      useLink("set-up", async () => {
        const name = institution.input.value.trim();
        await ask("api/auth/setup", { method: "POST", json: { link, operator: operator.value(), institution: { name }, admin: admin.value() } });
        tellAtDoor({ title: words.setUp.doneTitle, detail: words.setUp.done(name) });
      }),
  });
  the("[data-body]").replaceChildren(element("p", { class: "soft" }, words.setUp.lead), form.node);
}

startDoor();
start();
