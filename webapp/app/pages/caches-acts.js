// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask, Problem } from "./api.js";
import { askFirst } from "./ask-first.js";
import { figureList } from "./caches-parts.js";
import { actButton, timeNode } from "./desk-parts.js";
import { selectField, textField } from "./form-parts.js";
import { toast } from "./toast.js";

const ADDRESS = "api/admin/caches";

/** The server takes no longer ones. */
const MOST_CHARACTERS = 4096;

const options = Object.keys(words.caches.keys).map((name) => ({ value: name, word: name }));

/** Looks up one entry, and removes it. @param {() => Promise<void>} again  asks for the figures */
export function entryForm(again) {
  const cache = selectField("entry-cache", words.caches.cache, options, { value: "cases" });
  const key = keyField("entry-key", words.caches.key, words.caches.keyHint(words.caches.keys.cases));
  const found = element("div", { class: "found", role: "status", data: { found: "" } });
  cache.input.addEventListener("change", () => {
    key.hint(words.caches.keyHint(words.caches.keys[cache.input.value]));
    found.replaceChildren();
  });
  const form = actForm("key-filters", words.caches.entry, [cache.node, key.node], words.caches.lookUp, key, async (asked) => {
    const address = `${ADDRESS}/${encodeURIComponent(cache.input.value)}/entries?${new URLSearchParams({ key: asked })}`;
    found.replaceChildren();
    try {
      const { body: facts } = await ask(address);
      found.replaceChildren(factsNode(facts), removeButton(address));
    } catch (error) {
      if (!(error instanceof Problem) || error.code !== "cache.no-entry") {
        throw error;
      }
      found.replaceChildren(element("p", {}, words.caches.noEntry));
    }
  });

  /** @param {string} address */
  function removeButton(address) {
    return actButton(words.caches.removeEntry, async () => {
      const said = await removeAt(address);
      found.replaceChildren();
      key.input.focus();
      await again();
      return said;
    });
  }
  return element("div", { class: "entry" }, form, found);
}

/** Removes it, or finds that it is gone. @param {string} address */
async function removeAt(address) {
  try {
    await ask(address, { method: "DELETE" });
    return words.caches.removed;
  } catch (error) {
    if (error instanceof Problem && error.code === "cache.no-entry") {
      return words.caches.gone;
    }
    throw error;
  }
}

/** @param {any} facts */
function factsNode({ key, provider, bytes, storedAt, expiresAt, tags }) {
  const { found } = words.caches;
  return figureList([
    [words.caches.key, element("span", { class: "mono" }, key), "wide"],
    [found.provider, words.caches.kinds[provider] ?? provider],
    [found.size, words.caches.size(bytes)],
    [found.storedAt, timeNode(storedAt)],
    [found.expiresAt, timeNode(expiresAt)],
    [found.tags, tags.length > 0 ? tags.map((/** @type {string} */ tag) => element("div", { class: "mono" }, tag)) : words.caches.noTags, "wide"],
  ]);
}

/** Makes outdated what has a tag. @param {() => Promise<void>} again */
export function tagForm(again) {
  const tag = keyField("tag", words.caches.tag, words.caches.tagHint);
  return actForm("tag-filters", words.caches.byTag, [tag.node], words.caches.removeTag, tag, async (asked) => {
    await ask(`${ADDRESS}?${new URLSearchParams({ tag: asked })}`, { method: "DELETE" });
    tag.input.value = "";
    toast(words.caches.tagRemoved(asked));
    await again();
  });
}

/** Clears one cache or all. @param {() => Promise<void>} again */
export function clearForm(again) {
  const cache = selectField("clear-cache", words.caches.cache, [{ value: "", word: words.caches.all }, ...options], { value: "" });
  const act = element("button", { type: "button", class: "button danger" }, words.caches.clear);
  act.addEventListener("click", async () => {
    const name = cache.input.value;
    const { clearTitle, clearConsequence, clearAct, cleared } = words.caches;
    if (!(await askFirst({ title: clearTitle(name), consequence: clearConsequence(name), act: clearAct(name) }))) {
      return;
    }
    act.disabled = true;
    try {
      await ask(name ? `${ADDRESS}/${encodeURIComponent(name)}` : ADDRESS, { method: "DELETE" });
      toast(cleared(name));
      await again();
    } catch (error) {
      toast(error instanceof Problem && error.message ? error.message : words.errors.server);
    } finally {
      act.disabled = false;
    }
  });
  return element("fieldset", { class: "acts" }, element("legend", {}, words.caches.whole), element("div", { class: "filters clear-filters" }, cache.node, act));
}

/** @param {string} id @param {string} label @param {string} hint */
function keyField(id, label, hint) {
  const field = textField(id, label, { hint, maxlength: MOST_CHARACTERS, autocomplete: "off", autocapitalize: "none", spellcheck: "false" });
  return {
    ...field,
    /** @param {string} text */
    hint(text) {
      const node = field.node.querySelector(".hint");
      node && (node.textContent = text);
    },
  };
}

/**
 * A line of fields with a button, which sends one text.
 * @param {string} shape @param {string} legend @param {Node[]} parts @param {string} act
 * @param {import("./form-parts.js").Field} field @param {(asked: string) => Promise<void>} send
 */
function actForm(shape, legend, parts, act, field, send) {
  const button = element("button", { class: "button" }, act);
  const form = element("form", { class: `filters ${shape}`, novalidate: true, "aria-label": legend }, parts, button);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const asked = field.input.value.trim();
    field.fault(asked === "" ? words.forms.missing : "");
    if (asked === "") {
      field.input.focus();
      return;
    }
    // Not disabled meanwhile: that would take the focus from who has just pressed it.
    if (button.getAttribute("aria-busy") === "true") {
      return;
    }
    button.setAttribute("aria-busy", "true");
    try {
      await send(asked);
    } catch (error) {
      field.fault(error instanceof Problem && error.status < 500 && error.message ? error.message : words.errors.server);
    } finally {
      button.removeAttribute("aria-busy");
    }
  });
  return element("fieldset", { class: "acts" }, element("legend", {}, legend), form);
}
