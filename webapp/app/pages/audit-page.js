// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { ask } from "./api.js";
import { actButton, dataTable, pagingNav, timeNode } from "./desk-parts.js";
import { selectField, textField } from "./form-parts.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { filtersOf, momentOf } from "./query-filters.js";

const FILTERS = /** @type {const} */ (["q", "action", "outcome", "person", "case", "study", "from", "to"]);
const body = the("[data-body]");
const list = element("div", { class: "desk-body", "aria-busy": "true" });
const verdict = element("div", { role: "status" });
const exports = element("div", { class: "row-acts" });
let asking = new AbortController();

/** The filters as the API takes them: days become moments. */
function asked() {
  const wanted = filtersOf(location.search, FILTERS);
  for (const name of ["from", "to"]) {
    const day = wanted.get(name);
    const moment = day && momentOf(day, name === "to");
    moment ? wanted.set(name, moment) : wanted.delete(name);
  }
  return wanted;
}

async function load() {
  asking.abort();
  asking = new AbortController();
  const { signal } = asking;
  drawExports();
  try {
    const { body: found } = await ask(`api/admin/audit?${asked()}`, { signal });
    list.replaceChildren(...[found.data.length > 0 ? table(found.data) : none(), pagingNav(found.pagination, turn)].filter((one) => one !== null));
    list.setAttribute("aria-busy", "false");
  } catch (error) {
    if (!signal.aborted) {
      list.replaceChildren(errorNotice(error, { retry: load }));
    }
  }
}

/** @param {number} page */
function turn(page) {
  const wanted = filtersOf(location.search, FILTERS);
  wanted.set("page", String(page));
  history.pushState(null, "", `${location.pathname}?${wanted}`);
  load();
}

function drawExports() {
  const link = (/** @type {string} */ format, /** @type {string} */ name) => {
    const wanted = asked();
    wanted.delete("page");
    wanted.set("format", format);
    return element("a", { class: "button", href: `api/admin/audit/export?${wanted}`, download: "" }, icon("download"), name);
  };
  exports.replaceChildren(link("csv", words.audit.csv), link("dicom", words.audit.dicom));
}

function none() {
  return element("div", { class: "notice" }, element("h2", {}, words.audit.none), element("p", { class: "soft" }, words.audit.noneDetail));
}

/** @param {any[]} records */
function table(records) {
  const heads = [words.audit.when, words.audit.who, words.audit.what, words.audit.about, words.audit.whence];
  return dataTable(
    heads,
    records.map(({ at, actor, action, outcome, detail, case: caseId, study, object, address, requestId }) => [
      [timeNode(at)],
      actor ? [actor.name, element("span", { class: "soft small" }, words.roles[actor.role] ?? actor.role)] : [element("span", { class: "soft" }, words.audit.nobody)],
      [words.audit.actions[action] ?? action, " ", element("span", { class: outcome === "success" ? "soft small" : "bad small" }, words.audit.outcomes[outcome] ?? outcome)],
      [
        caseId && element("span", {}, element("a", { class: "mono", href: `cases/${encodeURIComponent(caseId)}` }, caseId)),
        study && element("span", { class: "soft mono" }, study),
        object && element("span", { class: "soft mono" }, object),
        detail && element("span", { class: "soft small" }, detail),
      ],
      [address, element("span", { class: "soft mono" }, requestId)],
    ]),
  );
}

/** Checks the chain of records; operators only. */
function checkButton() {
  return actButton(words.audit.check, async () => {
    verdict.replaceChildren(element("p", { class: "told" }, words.audit.checking));
    try {
      const { body: told } = await ask("api/admin/audit/check", { method: "POST" });
      verdict.replaceChildren(
        told.ok
          ? element("p", { class: "told" }, words.audit.sound(told.records, told.segments))
          : element(
              "div",
              { class: "form-fault" },
              element("p", {}, words.audit.broken(told.faults.length)),
              element("ul", {}, told.faults.map((/** @type {any} */ { segment, sequence, code, detail }) => element("li", { title: code }, `${words.audit.place(segment, sequence)}: ${detail}`))),
            ),
      );
    } catch (error) {
      verdict.replaceChildren(errorNotice(error));
    }
  });
}

/** @param {string[]} actions */
function filterForm(actions) {
  const any = { value: "", word: words.forms.anyone };
  const wanted = filtersOf(location.search, FILTERS);
  const text = (/** @type {typeof FILTERS[number]} */ name, type = "text") => textField(name, words.audit[name], { type, value: wanted.get(name) ?? "", autocomplete: "off", name });
  const fields = [
    text("q", "search"),
    selectField("action", words.audit.action, [any, ...actions.map((value) => ({ value, word: words.audit.actions[value] ?? value }))], { value: wanted.get("action") ?? "", name: "action" }),
    selectField("outcome", words.audit.outcome, [any, ...Object.entries(words.audit.outcomes).map(([value, word]) => ({ value, word }))], { value: wanted.get("outcome") ?? "", name: "outcome" }),
    text("person"), text("case"), text("study"), text("from", "date"), text("to", "date"),
  ];
  const form = element("form", { class: "filters", role: "search" }, fields.map((field) => field.node), element("button", { class: "button" }, icon("filter"), words.audit.apply));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const chosen = new URLSearchParams(fields.map(({ input }) => [input.name, input.value]));
    const search = filtersOf(`?${chosen}`, FILTERS).toString();
    history.pushState(null, "", search ? `${location.pathname}?${search}` : location.pathname);
    load();
  });
  return form;
}

async function start() {
  const me = await startFrame();
  const { body: actions } = await ask("api/admin/audit/actions").catch(() => ({ body: { data: [] } }));
  the("[data-acts]").append(exports);
  if (me?.role === "operator") {
    exports.before(checkButton());
  }
  await load();
  body.replaceChildren(verdict, filterForm(actions.data), list);
}

addEventListener("popstate", () => location.reload());
start();
