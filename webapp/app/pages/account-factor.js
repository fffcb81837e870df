// @ts-check
import { encode } from "uqr";
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { redrawMe } from "./account-menu.js";
import { ask } from "./api.js";
import { deskPart, openDialog, shownOnce } from "./desk-parts.js";
import { passwordField, textField } from "./form-parts.js";
import { smallForm } from "./small-form.js";
import { toast } from "./toast.js";

const SVG = "http://www.w3.org/2000/svg";

/**
 * The second factor: off, being set up, on.
 * @param {import("./me.js").Me} me
 * @param {() => void} changed  told when other sessions have ended
 */
export function factorPart(me, changed) {
  const place = element("div", { class: "once" });
  let on = me.secondFactor;

  function draw() {
    place.replaceChildren(
      element("p", { class: "soft" }, on ? words.account.factorOn : words.account.factorOff),
      element("p", {}, element("button", { type: "button", class: "button", onclick: on ? switchOff : askPassword }, on ? words.account.factorOffAct : words.account.factorStart)),
    );
  }

  /** @param {boolean} active */
  function became(active) {
    on = active;
    redrawMe({ ...me, secondFactor: active });
    draw();
  }

  function askPassword() {
    openDialog(words.account.factorStart, (close) => {
      const password = passwordField("factor-password", words.account.current, { autocomplete: "current-password" });
      const form = smallForm({
        fields: { "/password": password },
        act: words.account.factorStart,
        cancel: close,
        words: { "auth.failed": words.forms.faults["password.wrong"] },
        async send() {
          const { body } = await ask("api/auth/second-factor", { method: "POST", json: { password: password.input.value } });
          close();
          confirm(body);
        },
      });
      return [form.node];
    });
  }

  /** @param {{secret: string, uri: string}} made */
  function confirm({ secret, uri }) {
    openDialog(words.account.factorStart, (close) => {
      const code = textField("factor-code", words.signIn.code, { autocomplete: "one-time-code", inputmode: "numeric", maxlength: 10 });
      const form = smallForm({
        fields: { "/code": code },
        act: words.account.factorConfirm,
        cancel: close,
        words: { "auth.failed": words.account.factorWrong },
        async send() {
          const { body } = await ask("api/auth/second-factor", { method: "PUT", json: { code: code.input.value.replace(/\s/g, "") } });
          close();
          became(true);
          changed();
          showCodes(body.recoveryCodes);
        },
      });
      return [
        element("p", {}, words.account.factorScan),
        qrCode(uri),
        element("p", { class: "soft small" }, words.account.factorSecret),
        element("p", { class: "mono" }, secret.replace(/(.{4})(?=.)/g, "$1 ")),
        form.node,
      ];
    });
  }

  function switchOff() {
    openDialog(words.account.factorOffAct, (close) => {
      const password = passwordField("factor-password", words.account.current, { autocomplete: "current-password" });
      const code = textField("factor-code", words.signIn.code, { hint: words.signIn.codeHint, autocomplete: "one-time-code", autocapitalize: "none", spellcheck: "false", maxlength: 60 });
      const form = smallForm({
        fields: { "/password": password, "/code": code },
        act: words.account.factorOffAct,
        cancel: close,
        words: { "auth.failed": words.account.factorOffFailed },
        async send() {
          await ask("api/auth/second-factor/remove", { method: "POST", json: { password: password.input.value, code: code.input.value.trim() } });
          close();
          became(false);
          toast(words.account.factorIsOff);
        },
      });
      return [element("p", { class: "soft" }, words.account.factorOffDetail), form.node];
    });
  }
  draw();
  return deskPart(words.account.factor, place);
}

/** @param {string[]} codes */
function showCodes(codes) {
  openDialog(words.account.recovery, (close) => [
    element("p", { class: "soft" }, words.account.recoveryDetail),
    shownOnce(codes.join("\n"), { fileName: "radcase-recovery-codes.txt" }),
    element("div", { class: "dialog-acts" }, element("button", { type: "button", class: "button next", onclick: close }, words.forms.done)),
  ]);
}

/** A QR code, drawn here: the secret goes nowhere else. @param {string} text */
function qrCode(text) {
  const { data, size } = encode(text, { ecc: "M", border: 2 });
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`M${x} ${y}h1v1h-1z`] : [])));
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const attributes = { class: "qr", viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": words.account.factorCode, "shape-rendering": "crispEdges" };
  Object.entries(attributes).forEach(([name, value]) => svg.setAttribute(name, value));
  path.setAttribute("d", dark.join(""));
  svg.append(path);
  return svg;
}
