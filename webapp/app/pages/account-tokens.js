// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask } from "./api.js";
import { actButton, checkField, deskPart, openDialog, shownOnce, timeNode } from "./desk-parts.js";
import { selectField, textField } from "./form-parts.js";
import { smallForm } from "./small-form.js";

const DAYS = [30, 90, 180, 365];

/** Tokens for programs: made, listed, revoked. @param {import("./me.js").Me} me */
export function tokensPart(me) {
  const list = element("ul", { class: "rows" });

  async function load() {
    const { body } = await ask("api/auth/tokens");
    list.replaceChildren(...(body.data.length > 0 ? body.data.map(row) : [element("li", { class: "soft" }, words.account.tokenNone)]));
  }

  /** @param {any} token */
  function row({ id, name, scopes, expiresAt, lastUsedAt }) {
    return element(
      "li",
      {},
      element(
        "div",
        { class: "row-text" },
        element("span", {}, name),
        element(
          "span",
          { class: "soft small" },
          `${scopes.map((/** @type {string} */ scope) => words.account.scopes[scope] ?? scope).join(", ")} · `,
          words.account.expires(new Date(expiresAt).toLocaleDateString("en", { dateStyle: "medium" })),
          " · ",
          lastUsedAt ? timeNode(lastUsedAt) : words.account.used(null),
        ),
      ),
      actButton(words.account.tokenRevoke, async () => (await ask(`api/auth/tokens/${encodeURIComponent(id)}`, { method: "DELETE" }), await load(), words.account.tokenRevoked), {
        label: words.account.tokenRevokeName(name),
      }),
    );
  }

  function make() {
    openDialog(words.account.tokenMake, (close) => {
      const name = textField("token-name", words.account.tokenName, { maxlength: 100, autocomplete: "off" });
      const days = selectField("token-days", words.account.tokenDays, DAYS.map((value) => ({ value: String(value), word: words.account.days(value) })), { value: "90" });
      const administers = me.role === "admin" || me.role === "operator";
      const scopes = Object.entries(words.account.scopes)
        .filter(([scope]) => administers || scope === "read" || scope === "write")
        .map(([scope, word]) => ({ scope, ...checkField(word, { checked: scope === "read" }) }));
      const form = smallForm({
        fields: { "/name": name, "/expiresInDays": days },
        parts: [
          name.node,
          element("fieldset", { class: "field" }, element("legend", {}, words.account.tokenScopes), element("div", { class: "choices" }, scopes.map((one) => one.node))),
          days.node,
        ],
        act: words.account.tokenMake,
        cancel: close,
        async send() {
          const chosen = scopes.filter((one) => one.input.checked).map((one) => one.scope);
          const json = { name: name.input.value.trim(), scopes: chosen, expiresInDays: Number(days.input.value) };
          const { body } = await ask("api/auth/tokens", { method: "POST", json });
          close();
          openDialog(words.account.tokenMade, (done) => [
            shownOnce(body.token),
            element("div", { class: "dialog-acts" }, element("button", { type: "button", class: "button next", onclick: done }, words.forms.done)),
          ]);
          await load();
        },
      });
      return [form.node];
    });
  }
  const button = element("button", { type: "button", class: "button", onclick: make }, words.account.tokenMake);
  return { node: deskPart(words.account.tokens, element("p", { class: "soft small" }, words.account.tokensDetail), list, button), load };
}
