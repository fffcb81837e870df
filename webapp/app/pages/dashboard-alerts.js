// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask } from "./api.js";
import { actButton, dataTable, deskPart, pagingNav, timeNode } from "./desk-parts.js";
import { askMe } from "./me.js";
import { errorNotice } from "./notice.js";

const ROWS = 20;

/**
 * The alerts that are open, with a button to say that one has seen them, and all of the last months.
 * @returns {{node: HTMLElement, refresh: () => Promise<void>}}
 */
export function dashboardAlerts() {
  const said = element("p", { role: "status" });
  const open = element("ul", { class: "rows" });
  const past = element("div", { class: "stack" });
  const all = element("details", {}, element("summary", {}, words.dashboard.past), past);
  const node = deskPart(words.dashboard.alerts, said, open, all);
  node.dataset.alerts = "";
  let shown = "";
  let page = 1;

  async function refresh() {
    const { body } = await ask("api/admin/alerts?state=open&limit=100");
    const state = JSON.stringify(body.data);
    if (state === shown) {
      return;
    }
    const begun = shown !== "";
    shown = state;
    const mayAcknowledge = (await askMe())?.role === "operator";
    const focused = document.activeElement?.getAttribute("data-alert");
    open.replaceChildren(...body.data.map((/** @type {any} */ alert) => openAlert(alert, mayAcknowledge, refresh)));
    /** @type {HTMLElement | null} */ (open.querySelector(`[data-alert="${focused}"]`))?.focus();
    say(body.data);
    if (begun && all.open) {
      await showPast();
    }
  }

  /** @param {any[]} alerts */
  function say(alerts) {
    const text = alerts.length === 0 ? words.dashboard.allWell : words.dashboard.open(alerts.length);
    said.classList.toggle("good", alerts.length === 0);
    // Said again only when it has changed, or a screen reader would not stop.
    said.textContent === text || (said.textContent = text);
  }

  async function showPast() {
    try {
      const { body } = await ask(`api/admin/alerts?limit=${ROWS}&page=${page}`);
      const go = (/** @type {number} */ wanted) => {
        page = wanted;
        showPast();
      };
      const paging = pagingNav(body.pagination, go);
      past.replaceChildren(body.data.length === 0 ? element("p", { class: "soft" }, words.dashboard.noPast) : dataTable(words.dashboard.pastHeads, body.data.map(pastRow)), ...(paging ? [paging] : []));
    } catch (error) {
      past.replaceChildren(errorNotice(error, { retry: showPast }));
    }
  }

  all.addEventListener("toggle", () => all.open && showPast());
  return { node, refresh };
}

/** @param {any} alert */
function textOf({ kind, subject, worst, limit }) {
  return words.dashboard.says[kind]?.(subject, worst, limit) ?? words.caches.alertOther(kind, subject);
}

/** @param {any} alert */
function severity({ severity: how }) {
  return element("strong", { class: "bad" }, words.dashboard.severities[how] ?? how);
}

/** How the webhook took it. @param {any} alert */
function webhookOf({ webhook }) {
  return webhook && `${words.dashboard.webhook} ${webhook}`;
}

/** @param {any} alert @param {boolean} mayAcknowledge @param {() => Promise<void>} refresh */
function openAlert(alert, mayAcknowledge, refresh) {
  const acknowledge = async () => {
    await ask(`api/admin/alerts/${alert.id}/acknowledge`, { method: "POST" });
    await refresh();
    return words.dashboard.acknowledged;
  };
  const button = actButton(words.dashboard.acknowledge, acknowledge, { label: words.dashboard.acknowledgeThis(textOf(alert)) });
  button.dataset.alert = alert.id;
  return element(
    "li",
    { class: alert.severity },
    element(
      "div",
      { class: "row-text" },
      element("p", {}, severity(alert), " ", textOf(alert)),
      element("p", { class: "soft small" }, `${alert.server}, ${words.dashboard.since} `, timeNode(alert.since), webhookOf(alert) && ` · ${webhookOf(alert)}`),
    ),
    alert.acknowledgedBy ? element("span", { class: "soft" }, words.dashboard.seenBy(alert.acknowledgedBy)) : mayAcknowledge && button,
  );
}

/** @param {any} alert */
function pastRow(alert) {
  return [
    [severity(alert), " ", textOf(alert), element("span", { class: "soft small" }, [alert.server, webhookOf(alert)].filter(Boolean).join(" · "))],
    [timeNode(alert.since)],
    [alert.endedAt ? timeNode(alert.endedAt) : words.dashboard.stillOpen],
    [alert.acknowledgedBy ?? words.dashboard.unknown],
  ];
}
