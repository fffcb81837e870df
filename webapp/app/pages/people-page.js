// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { ask } from "./api.js";
import { dataTable, pagingNav, timeNode } from "./desk-parts.js";
import { selectField, textField } from "./form-parts.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { invitationsPart } from "./people-invitations.js";
import { editPerson } from "./person-dialog.js";
import { filtersOf } from "./query-filters.js";

const FILTERS = /** @type {const} */ (["q", "role", "active", "institution"]);
const body = the("[data-body]");
const list = element("div", { class: "desk-body", "aria-busy": "true" });
const any = { value: "", word: words.forms.anyone };
const q = textField("q", words.people.search, { type: "search", maxlength: 100 });
const role = selectField("role", words.people.role, [any, ...rolesFor(true)]);
const active = selectField("active", words.people.active, [any, ...Object.entries(words.people.actives).map(([value, word]) => ({ value, word }))]);
const institution = selectField("institution", words.people.institution, [any]);
const fields = { q, role, active, institution };

/** @param {boolean} operator */
function rolesFor(operator) {
  return Object.entries(words.roles)
    .filter(([value]) => value !== "service" && (operator || value !== "operator"))
    .map(([value, word]) => ({ value, word }));
}

/** @param {Record<string, string>} change */
function go(change) {
  const wanted = filtersOf(location.search, FILTERS);
  wanted.delete("page");
  Object.entries(change).forEach(([name, value]) => (value ? wanted.set(name, value) : wanted.delete(name)));
  history.pushState(null, "", `${location.pathname}${wanted.size > 0 ? `?${wanted}` : ""}`);
  load();
}

/** @type {import("./me.js").Me | null} */
let me = null;
let asking = new AbortController();

async function load() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  const wanted = filtersOf(location.search, FILTERS);
  FILTERS.forEach((name) => (fields[name].input.value = wanted.get(name) ?? ""));
  try {
    const { body: found } = await ask(`api/admin/users?${wanted}`, { signal });
    the("[data-tally]").textContent = words.people.tally(found.pagination.total);
    list.replaceChildren(...[found.data.length > 0 ? table(found.data) : nobody(), pagingNav(found.pagination, (page) => go({ page: String(page) }))].filter((one) => one !== null));
    list.setAttribute("aria-busy", "false");
  } catch (error) {
    if (!signal.aborted) {
      list.replaceChildren(errorNotice(error, { retry: load }));
    }
  }
}

function nobody() {
  return element("div", { class: "notice" }, element("h2", {}, words.people.nobody), element("p", { class: "soft" }, words.people.nobodyDetail));
}

/** @param {any[]} people */
function table(people) {
  const manyInstitutions = me?.role === "operator";
  const heads = [words.people.name, words.people.role, ...(manyInstitutions ? [words.people.institution] : []), words.people.lastSeen, words.people.edit];
  return dataTable(heads, people.map((person) => {
    const { name, username, role: term, traineeLevel, institution, lastSeenAt, active: isActive, secondFactor } = person;
    return [
      [element("strong", {}, name), element("span", { class: "soft small" }, username), !isActive && element("span", { class: "chip bad" }, words.people.inactive)],
      [words.roles[term] ?? term, element("span", { class: "soft small" }, [words.traineeLevels[traineeLevel], secondFactor && words.people.factor].filter(Boolean).join(" · "))],
      ...(manyInstitutions ? [[institution?.name ?? ""]] : []),
      [lastSeenAt ? timeNode(lastSeenAt) : element("span", { class: "soft" }, words.people.never)],
      [element("button", { type: "button", class: "button", "aria-label": words.people.editName(name), onclick: () => editPerson(person, rolesFor(manyInstitutions), load) }, icon("edit"), words.people.edit)],
    ];
  }));
}

async function start() {
  me = await startFrame();
  const manyInstitutions = me?.role === "operator";
  const institutions = manyInstitutions ? (await ask("api/admin/institutions?limit=100")).body.data : [];
  const invitations = invitationsPart(rolesFor(manyInstitutions), institutions);
  institution.input.append(...institutions.map((/** @type {any} */ { id, name }) => element("option", { value: id }, name)));
  institution.node.hidden = !manyInstitutions;
  const form = element("form", { class: "filters", role: "search" }, q.node, role.node, active.node, institution.node);
  form.addEventListener("submit", (event) => (event.preventDefault(), go({ q: q.input.value.trim() })));
  q.input.addEventListener("change", () => go({ q: q.input.value.trim() }));
  role.input.addEventListener("change", () => go({ role: role.input.value }));
  active.input.addEventListener("change", () => go({ active: active.input.value }));
  institution.input.addEventListener("change", () => go({ institution: institution.input.value }));
  the("[data-acts]").append(element("button", { type: "button", class: "button next", onclick: invitations.invite }, icon("add"), words.people.invite));
  await Promise.all([load(), invitations.load()]);
  body.replaceChildren(form, list, invitations.node);
}

addEventListener("popstate", load);
start();
