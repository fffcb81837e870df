// @ts-check

/** Schemas are told this deep; what lies deeper is named. */
const DEPTH = 5;

/**
 * @typedef {{id: string, method: string, path: string, summary: string, description: string,
 *   parameters: {name: string, place: string, type: string, needed: boolean, description: string}[],
 *   body: {media: string, schema: Shape}[], responses: {status: string, description: string, media: string, schema: Shape | null}[]}} Operation
 * @typedef {{name: string, type: string, needed: boolean, description: string, parts: Shape[]}} Shape
 */

const METHODS = ["get", "post", "put", "patch", "delete", "head", "options"];

/**
 * An OpenAPI description, in groups, as the docs page shows it.
 * @param {any} api
 * @returns {{name: string, description: string, operations: Operation[]}[]}
 */
export function groupsOf(api) {
  /** @type {Map<string, Operation[]>} */
  const groups = new Map();
  for (const [path, item] of Object.entries(api.paths ?? {})) {
    for (const method of METHODS.filter((one) => item[one])) {
      const told = item[method];
      const group = told.tags?.[0] ?? path.split("/")[path.startsWith("/api/") ? 2 : 1] ?? "";
      groups.set(group, [...(groups.get(group) ?? []), operationOf(api, path, method, told, item.parameters ?? [])]);
    }
  }
  const about = new Map((api.tags ?? []).map((/** @type {any} */ tag) => [tag.name, tag.description ?? ""]));
  return [...groups].map(([name, operations]) => ({ name, description: about.get(name) ?? "", operations }));
}

/** @param {any} api @param {string} path @param {string} method @param {any} told @param {any[]} shared @returns {Operation} */
function operationOf(api, path, method, told, shared) {
  const parameters = [...shared, ...(told.parameters ?? [])].map((one) => resolved(api, one));
  const body = resolved(api, told.requestBody ?? {}).content ?? {};
  return {
    id: `${method}${path}`.replace(/\W+/g, "-"),
    method: method.toUpperCase(),
    path,
    summary: told.summary ?? "",
    description: told.description ?? "",
    parameters: parameters.map(({ name, in: place, required, schema, description }) => ({
      name,
      place,
      type: typeOf(api, schema ?? {}),
      needed: Boolean(required),
      description: description ?? "",
    })),
    body: Object.entries(body).map(([media, { schema }]) => ({ media, schema: shapeOf(api, "", schema ?? {}, false, 0) })),
    responses: Object.entries(told.responses ?? {}).map(([status, response]) => {
      const { description = "", content = {} } = resolved(api, response);
      const [media, { schema } = /** @type {any} */ ({})] = Object.entries(content)[0] ?? ["", {}];
      return { status, description, media, schema: schema ? shapeOf(api, "", schema, false, 0) : null };
    }),
  };
}

/** @param {any} api @param {string} name @param {any} schema @param {boolean} needed @param {number} depth @returns {Shape} */
function shapeOf(api, name, schema, needed, depth) {
  const whole = resolved(api, schema);
  const inner = whole.type === "array" ? resolved(api, whole.items ?? {}) : whole;
  const parts =
    depth < DEPTH
      ? Object.entries(propertiesOf(api, inner)).map(([key, value]) => shapeOf(api, key, value, (inner.required ?? []).includes(key), depth + 1))
      : [];
  return { name, type: typeOf(api, schema), needed, description: whole.description ?? "", parts };
}

/** @param {any} api @param {any} schema @returns {Record<string, any>} */
function propertiesOf(api, schema) {
  const inherited = (schema.allOf ?? []).map((/** @type {any} */ one) => propertiesOf(api, resolved(api, one)));
  return Object.assign({}, ...inherited, schema.properties ?? {});
}

/** A schema's type in a few words. @param {any} api @param {any} schema @returns {string} */
function typeOf(api, schema) {
  const name = schema.$ref?.split("/").at(-1);
  const whole = resolved(api, schema);
  const types = [whole.type ?? []].flat().filter((/** @type {string} */ one) => one !== "null");
  if (whole.enum) {
    return whole.enum.join(" | ");
  }
  if (types[0] === "array") {
    return `${typeOf(api, whole.items ?? {})}[]`;
  }
  const plain = types[0] ?? (whole.properties || whole.allOf ? "object" : "any");
  return plain === "object" ? (name ?? "object") : whole.format ? `${plain} (${whole.format})` : plain;
}

/** Follows a reference within the description. @param {any} api @param {any} told @returns {any} */
function resolved(api, told) {
  let found = told;
  for (let hops = 0; found?.$ref && hops < 8; hops++) {
    found = found.$ref
      .replace(/^#\//, "")
      .split("/")
      .reduce((/** @type {any} */ at, /** @type {string} */ key) => at?.[key.replace(/~1/g, "/").replace(/~0/g, "~")], api);
  }
  return found ?? {};
}
