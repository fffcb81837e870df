// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { figureList, share, sinceNode } from "./caches-parts.js";
import { dataTable, deskPart } from "./desk-parts.js";
import { errorNotice } from "./notice.js";
import { updateInPlace } from "./update-in-place.js";

/**
 * Where answers are kept, what is wrong, the caches and Redis, from one answer of the server.
 * @returns {{nodes: Node[], show: (found: any) => void, fail: (error: unknown, retry: () => void) => void}}
 */
export function figuresSections() {
  const said = element("p", { role: "status", class: "visually-hidden" });
  const fault = element("div", {});
  const where = element("div", {});
  const alerts = element("div", {});
  const table = element("div", { class: "caches", "aria-busy": "true" });
  const redis = element("div", { class: "stack" });
  return {
    nodes: [
      deskPart(words.caches.where, said, fault, where, alerts),
      deskPart(words.caches.title, element("p", { class: "soft" }, words.caches.table), table),
      deskPart(words.caches.redis, redis),
    ],
    show(found) {
      fault.replaceChildren();
      updateInPlace(where, whereNodes(found));
      updateInPlace(alerts, found.alerts.map(alertNode));
      updateInPlace(table, [cachesTable(found.caches)]);
      updateInPlace(redis, redisNodes(found.redis));
      table.setAttribute("aria-busy", "false");
      tell(said, found);
    },
    fail(error, retry) {
      // One that stays is not told again every few seconds.
      if (!fault.hasChildNodes()) {
        fault.replaceChildren(errorNotice(error, { retry }));
      }
      table.setAttribute("aria-busy", "false");
    },
  };
}

/**
 * Says what has changed to who listens: the state and its alerts, but no figures.
 * @param {HTMLElement} said @param {any} found
 */
function tell(said, { redis, alerts, cluster }) {
  const kinds = alerts.map((/** @type {any} */ { kind, subject }) => `${kind} ${subject}`).join();
  const state = `${redis.state} ${cluster} ${kinds}`;
  if (said.dataset.state !== undefined && said.dataset.state !== state) {
    said.textContent = [stateWord({ redis, cluster }), ...alerts.map(alertText)].join(" ");
  }
  said.dataset.state = state;
}

/** @param {{redis: any, cluster: boolean}} found */
function stateWord({ redis, cluster }) {
  if (redis.state === "connected") {
    return words.caches.inRedis;
  }
  return redis.state === "away" && cluster ? words.caches.passing : words.caches.inProcess;
}

/** @param {any} found @returns {(Node | false)[]} */
function whereNodes(found) {
  const { redis, cluster } = found;
  const connected = redis.state === "connected";
  return [
    element("p", { class: "where", data: { where: redis.state } }, element("strong", {}, stateWord(found)), connected && ` ${words.caches.since} `, connected && sinceNode(redis.since)),
    redis.state === "away" && element("p", {}, `${words.caches.away} `, sinceNode(redis.since), `: ${sentence(redis.trouble ?? words.caches.unknownTrouble)} `, cluster ? words.caches.awayCluster : words.caches.awayAlone),
    redis.state === "off" && element("p", { class: "soft" }, words.caches.off),
    connected && element("p", { class: "soft" }, words.caches.near),
    cluster && element("p", { class: "soft" }, words.caches.cluster),
  ];
}

/** @param {string} text */
function sentence(text) {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}

/** @param {any} alert */
function alertText({ kind, subject, value, limit }) {
  return words.caches.alerts[kind]?.(subject, value, limit) ?? words.caches.alertOther(kind, subject);
}

/** @param {any} alert */
function alertNode(alert) {
  return element("p", { class: "alarm" }, alertText(alert), " ", element("span", { class: "small" }, `${words.caches.since} `, sinceNode(alert.since)));
}

/** @param {any[]} caches */
function cachesTable(caches) {
  const count = words.caches.count;
  return dataTable(
    words.caches.heads,
    caches.map((one) => [
      [element("strong", {}, one.name), element("span", { class: "soft small" }, words.caches.kept(one.provider, one.ttlSeconds))],
      [words.caches.rate(one.hitRate), share(one.hitRate ?? 0, 1)],
      [count(one.hits)],
      [count(one.misses)],
      [count(one.entries)],
      [words.caches.memory(one.bytes, one.maxBytes), share(one.bytes, one.maxBytes)],
      [count(one.evictions)],
      [words.caches.span(one.averageGetMicros)],
    ]),
  );
}

/** @param {any} redis @returns {Node[]} */
function redisNodes(redis) {
  const { figures, count } = words.caches;
  if (redis.state === "off") {
    return [element("p", {}, words.caches.redisOff)];
  }
  /** @type {[string, string][]} */
  const asked = [
    [figures.operations, count(redis.operations)],
    [figures.failures, words.caches.failures(redis.failures, redis.operations)],
  ];
  if (redis.version === null) {
    return [element("p", {}, words.caches.redisAway), figureList([[figures.address, redis.address, "wide"], ...asked])];
  }
  const memory = redis.maxMemoryBytes > 0 ? words.caches.memory(redis.usedMemoryBytes, redis.maxMemoryBytes) : words.caches.unlimited(redis.usedMemoryBytes);
  return [
    figureList([
      [figures.address, redis.address, "wide"],
      [figures.version, redis.version],
      [figures.memory, memory],
      [figures.clients, count(redis.clients)],
      [figures.hits, count(redis.hits)],
      [figures.misses, count(redis.misses)],
      [figures.evicted, count(redis.evictedKeys)],
      [figures.ops, count(redis.opsPerSecond)],
      [figures.latency, words.caches.span(redis.latencyMicros)],
      ...asked,
    ]),
  ];
}
