// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { ask } from "./api.js";
import { openLink, tellAtDoor, useLink } from "./door.js";
import { passwordField } from "./form-parts.js";
import { startDoor } from "./frame.js";
import { takeLink } from "./link-token.js";
import { forgetMe } from "./me.js";
import { smallForm } from "./small-form.js";

const link = takeLink();

async function start() {
  const opened = await openLink(link, "reset");
  if (!opened) {
    return;
  }
  const username = opened.link.username ?? "";
  const password = passwordField("password", words.forms.newPassword, { autocomplete: "new-password", bounds: opened.ways.password, username: () => username });
  // Password managers want to know whose password it is.
  const whose = element("input", { type: "text", class: "visually-hidden", autocomplete: "username", value: username, readonly: true, tabindex: -1, "aria-hidden": "true" });
  const form = smallForm({
    fields: { "/password": password },
    parts: [whose, password.node],
    act: words.reset.act,
    send: () =>
      useLink("reset", async () => {
        await ask("api/auth/password", { method: "POST", json: { link, password: password.input.value } });
        forgetMe();
        tellAtDoor({ title: words.reset.doneTitle, detail: words.reset.done });
      }),
  });
  the("[data-body]").replaceChildren(element("p", { class: "soft" }, words.reset.lead(username)), form.node);
  password.input.focus();
}

startDoor();
start();
