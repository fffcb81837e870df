// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { ask } from "./api.js";
import { textField } from "./form-parts.js";
import { smallForm } from "./small-form.js";
import { tell } from "./notice.js";
import { toast } from "./toast.js";

/**
 * Who writes a case with its author: listed to all who edit it, changed by those who may.
 * @param {HTMLElement} place
 * @param {import("./draft-keeper.js").DraftKeeper} keeper
 */
export function coAuthors(place, keeper) {
  const list = element("ul", { class: "co-authors" });
  const username = textField("co-author", words.editor.coAuthorName, { hint: words.editor.coAuthorHint, autocomplete: "off", autocapitalize: "none", spellcheck: "false", maxlength: 64 });
  const form = smallForm({
    fields: { "/username": username },
    act: words.editor.addCoAuthor,
    async send() {
      const { body } = await ask(`${keeper.address}/co-authors`, { method: "POST", json: { username: username.input.value.trim() } });
      username.input.value = "";
      draw(body.data);
    },
  });
  the(".button.next", form.node).className = "button";
  place.replaceChildren(element("h2", {}, words.editor.coAuthors), list, form.node);

  const mayName = () => Boolean(keeper.draft.base?.rights?.coAuthors);

  /** @param {any[]} people */
  function draw(people) {
    list.replaceChildren(
      ...people.map(({ id, name, username: known }) =>
        element(
          "li",
          {},
          element("span", { title: known }, name),
          mayName() && element("button", { type: "button", class: "button bare icon-only", "aria-label": words.editor.removeCoAuthor(name), title: words.editor.removeCoAuthor(name), onclick: () => remove(id) }, icon("close")),
        ),
      ),
    );
    form.node.hidden = !mayName();
    place.hidden = people.length === 0 && !mayName();
  }

  /** @param {string} id */
  async function remove(id) {
    try {
      await ask(`${keeper.address}/co-authors/${encodeURIComponent(id)}`, { method: "DELETE" });
      await load();
    } catch (error) {
      toast(tell(error).title);
    }
  }

  async function load() {
    const { body } = await ask(`${keeper.address}/co-authors`);
    draw(body.data);
  }

  /** Once the case exists. */
  function draftDrawn() {
    if (keeper.id) {
      keeper.removeEventListener("drawn", draftDrawn);
      load().catch((error) => toast(tell(error).title));
    }
  }
  keeper.addEventListener("drawn", draftDrawn);
}
