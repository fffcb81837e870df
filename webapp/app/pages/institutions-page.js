// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { ask } from "./api.js";
import { checkField, openDialog, pagingNav } from "./desk-parts.js";
import { textField } from "./form-parts.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { filtersOf } from "./query-filters.js";
import { smallForm } from "./small-form.js";
import { toast } from "./toast.js";

const body = the("[data-body]");

async function load() {
  try {
    const { body: found } = await ask(`api/admin/institutions?${filtersOf(location.search, [])}`);
    const rows = element("ul", { class: "rows" }, found.data.length > 0 ? found.data.map(row) : [element("li", { class: "soft" }, words.institutions.none)]);
    const paging = pagingNav(found.pagination, (page) => {
      history.pushState(null, "", `${location.pathname}?page=${page}`);
      load();
    });
    body.replaceChildren(...[rows, paging].filter((one) => one !== null));
  } catch (error) {
    body.replaceChildren(errorNotice(error, { retry: load }));
  }
}

/** @param {any} institution */
function row(institution) {
  const { name, active, openRegistration, people } = institution;
  const facts = [words.institutions.people(people), openRegistration && words.institutions.open].filter(Boolean).join(" · ");
  return element(
    "li",
    {},
    element("div", { class: "row-text" }, element("strong", {}, name), element("span", { class: "soft small" }, facts)),
    !active && element("span", { class: "chip bad" }, words.institutions.inactive),
    element("button", { type: "button", class: "button", "aria-label": words.institutions.editName(name), onclick: () => edit(institution) }, icon("edit"), words.institutions.edit),
  );
}

function add() {
  openDialog(words.institutions.add, (close) => {
    const name = textField("institution-name", words.institutions.name, { autocomplete: "off" });
    const form = smallForm({
      fields: { "/name": name },
      act: words.institutions.add,
      cancel: close,
      async send() {
        await ask("api/admin/institutions", { method: "POST", json: { name: name.input.value.trim() } });
        close();
        toast(words.institutions.added);
        await load();
      },
    });
    return [form.node];
  });
}

/** @param {any} institution */
function edit(institution) {
  openDialog(words.institutions.editName(institution.name), (close) => {
    const name = textField("institution-name", words.institutions.name, { value: institution.name, autocomplete: "off" });
    const active = checkField(words.institutions.isActive, { checked: institution.active });
    const open = checkField(words.institutions.openRegistration, { checked: institution.openRegistration });
    const form = smallForm({
      fields: { "/name": name },
      parts: [
        name.node,
        element("div", { class: "field" }, active.node, element("p", { class: "hint" }, words.institutions.activeDetail)),
        element("div", { class: "field" }, open.node, element("p", { class: "hint" }, words.institutions.openDetail)),
      ],
      act: words.institutions.save,
      cancel: close,
      words: { "institution.stale": words.institutions.stale, "precondition.failed": words.institutions.stale },
      async send() {
        const wanted = { name: name.input.value.trim(), active: active.input.checked, openRegistration: open.input.checked };
        const json = Object.fromEntries(Object.entries(wanted).filter(([field, value]) => value !== institution[field]));
        if (Object.keys(json).length > 0) {
          const address = `api/admin/institutions/${encodeURIComponent(institution.id)}`;
          await ask(address, { method: "PATCH", json, type: "application/merge-patch+json", ifMatch: `"${institution.revision}"` });
          toast(words.institutions.saved);
          await load();
        }
        close();
      },
    });
    return [form.node];
  });
}

startFrame();
the("[data-acts]").append(element("button", { type: "button", class: "button next", onclick: add }, icon("add"), words.institutions.add));
addEventListener("popstate", load);
load();
