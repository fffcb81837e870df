// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { factorPart } from "./account-factor.js";
import { tokensPart } from "./account-tokens.js";
import { ask } from "./api.js";
import { actButton, deskPart, timeNode } from "./desk-parts.js";
import { deviceName } from "./device-name.js";
import { passwordField } from "./form-parts.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { smallForm } from "./small-form.js";
import { toast } from "./toast.js";

/** @param {import("./me.js").Me} me */
function whoPart(me) {
  const role = me.traineeLevel ? `${words.roles[me.role]}, ${words.traineeLevels[me.traineeLevel]}` : words.roles[me.role];
  return deskPart(
    words.account.who,
    element("p", {}, element("strong", {}, me.name), " ", element("span", { class: "soft" }, me.username)),
    element("p", { class: "soft" }, [role, me.institution?.name].filter(Boolean).join(" · ")),
  );
}

/** @param {import("./me.js").Me} me @param {{min: number, max: number}} bounds @param {() => void} changed */
function passwordPart(me, bounds, changed) {
  const current = passwordField("current", words.account.current, { autocomplete: "current-password" });
  const password = passwordField("new-password", words.forms.newPassword, { autocomplete: "new-password", bounds, username: () => me.username ?? "" });
  const whose = element("input", { type: "text", class: "visually-hidden", autocomplete: "username", value: me.username ?? "", readonly: true, tabindex: -1, "aria-hidden": "true" });
  const form = smallForm({
    fields: { "/current": current, "/password": password },
    parts: [whose, current.node, password.node],
    act: words.account.change,
    words: { "auth.failed": words.forms.faults["password.wrong"] },
    async send() {
      await ask("api/auth/password", { method: "POST", json: { current: current.input.value, password: password.input.value } });
      form.node.reset();
      password.input.dispatchEvent(new Event("input"));
      toast(words.account.changed);
      changed();
    },
  });
  return deskPart(words.account.password, element("p", { class: "soft small" }, words.account.passwordDetail), form.node);
}

function sessionsPart() {
  const list = element("ul", { class: "rows" });
  const others = element("div");

  async function load() {
    const { body } = await ask("api/auth/sessions");
    list.replaceChildren(...body.data.map(sessionRow));
    others.replaceChildren(
      ...(body.data.length > 1 ? [actButton(words.account.endOthers, async () => (await ask("api/auth/sessions", { method: "DELETE" }), await load(), words.account.endedOthers))] : []),
    );
  }

  /** @param {any} session */
  function sessionRow({ id, lastSeenAt, address, userAgent, current }) {
    const device = deviceName(userAgent);
    return element(
      "li",
      {},
      element(
        "div",
        { class: "row-text" },
        element("span", { title: userAgent }, device),
        element("span", { class: "soft small" }, address, " · ", timeNode(lastSeenAt)),
      ),
      current
        ? element("span", { class: "chip" }, words.account.here)
        : actButton(words.account.end, async () => (await ask(`api/auth/sessions/${encodeURIComponent(id)}`, { method: "DELETE" }), await load(), words.account.ended), { label: `${words.account.end}: ${device}` }),
    );
  }
  return { node: deskPart(words.account.sessions, element("p", { class: "soft small" }, words.account.sessionsDetail), list, others), load };
}

async function start() {
  const me = await startFrame();
  const body = the("[data-body]");
  try {
    const [{ body: ways }] = await Promise.all([ask("api/auth/ways")]);
    if (!me) {
      throw new Error("nobody is signed in");
    }
    const sessions = sessionsPart();
    const tokens = tokensPart(me);
    await Promise.all([sessions.load(), tokens.load()]);
    body.replaceChildren(whoPart(me), passwordPart(me, ways.password, sessions.load), factorPart(me, sessions.load), sessions.node, tokens.node);
  } catch (error) {
    body.replaceChildren(errorNotice(error, { retry: () => location.reload() }));
  }
}

start();
