// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask } from "./api.js";
import { dataTable, deskPart } from "./desk-parts.js";
import { everyWhile } from "./every-while.js";
import { errorNotice } from "./notice.js";

const ADDRESS = "api/admin/database";
const EVERY = 5000;

/** The pools of connections: who is there, who waits, who keeps one. It keeps itself up to date. */
export function poolsSection() {
  const alarms = element("div", { role: "status" });
  const pools = element("div", { "aria-busy": "true" });
  const leaks = element("div", {});

  async function refresh() {
    try {
      const { body: found } = await ask(ADDRESS);
      redraw(alarms, alarmNodes(found.pools));
      redraw(pools, [table(found), replicaNode(found.replica)]);
      // Whoever reads a stack keeps it open.
      const open = leaks.querySelector("details")?.open ?? false;
      redraw(leaks, leakNodes(found.pools, open));
    } catch (error) {
      redraw(pools, [errorNotice(error, { retry: refresh })]);
      redraw(leaks, []);
    }
    pools.setAttribute("aria-busy", "false");
    return EVERY;
  }

  everyWhile(refresh);
  return deskPart(words.pools.title, element("p", { class: "soft" }, words.pools.lead), alarms, pools, leaks);
}

/**
 * Replaces what a part says only if it says something new, so that nothing is read out twice.
 * @param {HTMLElement} part @param {(Node | false | null)[]} nodes
 */
function redraw(part, nodes) {
  const kept = nodes.filter((node) => node instanceof Node);
  const fresh = element("div", {}, kept);
  if (fresh.textContent !== part.textContent || fresh.childElementCount !== part.childElementCount) {
    part.replaceChildren(...kept);
  }
}

/** @param {any[]} pools */
function alarmNodes(pools) {
  return pools.flatMap(({ name, state, exhausted, damage }) => [
    state === "away" && alarm(words.pools.away(name)),
    exhausted && alarm(words.pools.exhausted(name)),
    damage && alarm(words.pools.damaged(name, damage)),
  ]);
}

/** @param {string} text */
function alarm(text) {
  return element("p", { class: "alarm" }, text);
}

/** @param {any} found */
function table({ main, pools }) {
  return dataTable(
    words.pools.heads,
    pools.map((/** @type {any} */ pool) => [
      [element("span", { class: "mono" }, pool.name), pool.name === main && element("span", { class: "soft small" }, words.pools.main)],
      [element("span", { class: pool.state === "away" ? "bad" : "" }, words.pools.states[pool.state]), pool.product && element("span", { class: "soft small" }, pool.product)],
      [words.pools.inUse(pool.inUse, pool.most), element("span", { class: "soft small" }, words.pools.idle(pool.idle))],
      [words.pools.count(pool.waiting)],
      [words.pools.waited(pool.waitP50Millis, pool.waitP95Millis)],
      [
        words.pools.done(pool.transactions, pool.retries, pool.lost),
        pool.logBytes > 0 && element("span", { class: "soft small" }, words.pools.log(pool.logBytes)),
      ],
    ]),
  );
}

/** @param {{lagMillis: number | null, used: boolean} | null} replica */
function replicaNode(replica) {
  return replica && element("p", {}, element("strong", {}, words.pools.replica), " ", words.pools.lag(replica.lagMillis, replica.used));
}

/** @param {any[]} pools @param {boolean} open */
function leakNodes(pools, open) {
  const leaks = pools.flatMap((pool) => pool.leaks);
  if (leaks.length === 0) {
    return [];
  }
  return [
    element(
      "details",
      { open },
      element("summary", {}, `${words.pools.leaks} · ${words.pools.count(leaks.length)}`),
      leaks.map(({ thread, heldSeconds, stack }) =>
        element("div", { class: "leak" }, element("h3", {}, words.pools.leak(thread, heldSeconds)), element("pre", { class: "mono", tabindex: "0" }, stack.join("\n"))),
      ),
    ),
  ];
}
