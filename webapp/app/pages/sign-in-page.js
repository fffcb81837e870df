// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { ask, Problem } from "./api.js";
import { passwordField, textField } from "./form-parts.js";
import { startDoor } from "./frame.js";
import { forgetMe, rememberMe } from "./me.js";
import { errorNotice } from "./notice.js";
import { safeReturn } from "./return-address.js";
import { smallForm } from "./small-form.js";

const given = new URLSearchParams(location.search);
const body = the("[data-body]");

/** @param {{username: string, password: string, code?: string}} json */
async function signIn(json) {
  const { body: me } = await ask("api/auth/login", { method: "POST", json });
  rememberMe(me);
  location.replace(safeReturn(given.get("to"), document.baseURI));
}

/** @param {unknown} error */
function wantsCode(error) {
  return error instanceof Problem && error.code === "auth.code-needed";
}

/** @param {any} ways */
function drawFirstStep(ways) {
  const username = textField("username", words.forms.username, { autocomplete: "username", autocapitalize: "none", spellcheck: "false" });
  const password = passwordField("password", words.forms.password, { autocomplete: "current-password" });
  const form = smallForm({
    fields: { "/username": username, "/password": password },
    act: words.signIn.act,
    words: { "auth.failed": words.signIn.failed },
    async send() {
      const json = { username: username.input.value.trim(), password: password.input.value };
      try {
        await signIn(json);
      } catch (error) {
        if (!wantsCode(error)) {
          password.input.select();
          throw error;
        }
        drawCodeStep(ways, json);
      }
    },
  });
  const lead = given.has("ended") ? words.signIn.ended : given.has("to") ? words.signIn.goOn : "";
  body.replaceChildren(
    ...[
      lead ? element("p", { class: "told", role: "status" }, lead) : element("p", { class: "soft" }, words.signIn.lead),
      form.node,
      ways.demo && demoPeople(ways, form.say),
      foot(ways),
    ].filter(Boolean),
  );
  username.input.focus();
}

/** @param {any} ways @param {{username: string, password: string}} known */
function drawCodeStep(ways, known) {
  const code = textField("code", words.signIn.code, { hint: words.signIn.codeHint, autocomplete: "one-time-code", autocapitalize: "none", spellcheck: "false", maxlength: 40 });
  const form = smallForm({
    fields: { "/code": code },
    act: words.signIn.act,
    words: { "auth.failed": words.signIn.codeFailed },
    async send() {
      try {
        await signIn({ ...known, code: code.input.value.trim() });
      } catch (error) {
        code.input.select();
        throw error;
      }
    },
  });
  const back = element("button", { type: "button", class: "button bare", onclick: () => drawFirstStep(ways) }, words.signIn.back);
  body.replaceChildren(element("p", { class: "soft" }, words.signIn.codeLead), form.node, back);
  code.input.focus();
}

/** @param {any} ways @param {(text: string) => void} say */
function demoPeople({ demo }, say) {
  const enter = async (/** @type {string} */ username) => {
    say("");
    try {
      await signIn({ username, password: demo.password });
    } catch (error) {
      say(error instanceof Problem && error.retryAfter ? words.forms.slow(error.retryAfter) : words.signIn.failed);
    }
  };
  return element(
    "section",
    { class: "door-foot" },
    element("h2", {}, words.signIn.demo),
    element("p", { class: "soft small" }, words.signIn.demoDetail),
    element(
      "ul",
      { class: "demo-people" },
      demo.people.map((/** @type {any} */ { username, name, role }) =>
        element(
          "li",
          {},
          element(
            "button",
            { type: "button", class: "button", "aria-label": words.signIn.demoAs(username, words.roles[role] ?? role), title: name, onclick: () => enter(username) },
            element("span", {}, username),
            element("span", { class: "soft small" }, words.roles[role] ?? role),
          ),
        ),
      ),
    ),
  );
}

/** @param {any} ways */
function foot({ registration, openInstitutions }) {
  const open = registration === "open" && openInstitutions.length > 0;
  return element(
    "div",
    { class: "door-foot" },
    open && element("a", { href: "join" }, words.signIn.join),
    element("p", { class: "soft small" }, words.signIn.forgotten),
  );
}

async function start() {
  try {
    const { body: ways } = await ask("api/auth/ways");
    drawFirstStep(ways);
    if (ways.needsSetUp) {
      body.prepend(
        element("div", { class: "notice" }, element("h2", {}, words.signIn.setUp), element("p", { class: "soft" }, words.signIn.setUpDetail)),
      );
    }
  } catch (error) {
    body.replaceChildren(errorNotice(error, { retry: start }));
  }
}

forgetMe();
startDoor();
start();
