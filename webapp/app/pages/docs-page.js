// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { ask } from "./api.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { groupsOf } from "./openapi.js";
import { richText } from "./rich-text.js";

const place = the("[data-docs]");

async function load() {
  place.setAttribute("aria-busy", "true");
  try {
    const { body } = await ask("openapi.json");
    const groups = groupsOf(body);
    place.replaceChildren(...(body.info?.description ? [richText(body.info.description)] : []), ...groups.map(groupSection));
    the("[data-contents]").replaceChildren(...groups.map(({ name }) => contentsLink(name)));
  } catch (error) {
    place.replaceChildren(errorNotice(error, { retry: load }));
  }
  place.removeAttribute("aria-busy");
}

/** The page has a base address, so a link to a part of it is made by hand. @param {string} name */
function contentsLink(name) {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    const heading = document.getElementById(`group-${name}`);
    heading?.scrollIntoView();
    heading?.focus({ preventScroll: true });
  };
  return element("a", { href: `docs#group-${name}`, onclick: go }, name);
}

/** @param {ReturnType<typeof groupsOf>[number]} group */
function groupSection({ name, description, operations }) {
  return element(
    "section",
    { class: "tag-group", "aria-labelledby": `group-${name}` },
    element("h2", { id: `group-${name}`, tabindex: -1 }, name),
    description && richText(description),
    operations.map(operationDetails),
  );
}

/** @param {import("./openapi.js").Operation} operation */
function operationDetails({ id, method, path, summary, description, parameters, body, responses }) {
  return element(
    "details",
    { class: "operation", id },
    element(
      "summary",
      {},
      element("span", { class: `method ${method.toLowerCase()}` }, method),
      element("span", { class: "path" }, path),
      element("span", { class: "soft" }, summary),
    ),
    element(
      "div",
      { class: "operation-body" },
      description && richText(description),
      parameters.length > 0 && part(words.docs.parameters, parameterTable(parameters)),
      ...body.map(({ media, schema }) => part(`${words.docs.body} · ${media}`, shapeList(schema))),
      part(words.docs.responses, responseTable(responses)),
    ),
  );
}

/** @param {string} title @param {HTMLElement} content */
function part(title, content) {
  return element("section", {}, element("h3", {}, title), content);
}

/** @param {import("./openapi.js").Operation["parameters"]} parameters */
function parameterTable(parameters) {
  const rows = parameters.map(({ name, place: where, type, needed, description }) =>
    element(
      "tr",
      {},
      element("td", {}, name, needed && element("span", { class: "needed" }, ` ${words.docs.needed}`)),
      element("td", {}, where),
      element("td", {}, element("code", {}, type)),
      element("td", {}, description),
    ),
  );
  return table([words.docs.name, words.docs.where, words.docs.type, words.docs.meaning], rows);
}

/** @param {import("./openapi.js").Operation["responses"]} responses */
function responseTable(responses) {
  const rows = responses.map(({ status, description, media, schema }) =>
    element(
      "tr",
      {},
      element("td", {}, status),
      element("td", {}, description, schema && schema.parts.length > 0 && shapeList(schema)),
      element("td", {}, media && element("code", {}, media)),
    ),
  );
  return table([words.docs.status, words.docs.meaning, words.docs.media], rows);
}

/** @param {string[]} heads @param {HTMLElement[]} rows */
function table(heads, rows) {
  return element(
    "div",
    { class: "table-place" },
    element("table", {}, element("thead", {}, element("tr", {}, heads.map((head) => element("th", { scope: "col" }, head)))), element("tbody", {}, rows)),
  );
}

/** @param {import("./openapi.js").Shape} shape @returns {HTMLElement} */
function shapeList(shape) {
  if (shape.parts.length === 0) {
    return element("p", { class: "soft" }, element("code", {}, shape.type));
  }
  return element(
    "ul",
    { class: "schema" },
    shape.parts.map((one) =>
      element(
        "li",
        {},
        element("code", {}, one.name),
        " ",
        element("span", { class: "type" }, one.type),
        one.needed && element("span", { class: "needed" }, ` ${words.docs.needed}`),
        one.description && element("span", { class: "soft" }, ` ${one.description}`),
        one.parts.length > 0 && shapeList(one),
      ),
    ),
  );
}

startFrame();
load();
