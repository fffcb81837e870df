// @ts-check
import { isLetterKey, isTyping } from "../ui/shortcuts.js";
import { settings } from "../ui/settings.js";
import { ACTIONS } from "./actions.js";

/**
 * Keys of the viewer. Arrows and paging keys act unless the focus is on something that uses them itself; letters only while they are
 * switched on and nobody types.
 *
 * @param {{first: (event: KeyboardEvent) => boolean, act: (name: string) => void, preset: (number: number) => void}} does
 *   first: who may take a key before its action
 * @param {AbortSignal} signal
 */
export function listenToKeys({ first, act, preset }, signal) {
  const pressed = (/** @type {KeyboardEvent} */ event) => {
    if (isElsewhere(event)) {
      return;
    }
    if (first(event)) {
      event.preventDefault();
      return;
    }
    const name = actionFor(event);
    const number = isLetterKey(event) && /^\d$/.test(event.key) ? Number(event.key) : undefined;
    if (name !== undefined || number !== undefined) {
      event.preventDefault();
      name === undefined ? preset(/** @type {number} */ (number)) : act(name);
    }
  };
  document.addEventListener("keydown", pressed, { signal });
}

/** @param {KeyboardEvent} event @returns {string | undefined} */
function actionFor(event) {
  const control = event.ctrlKey || event.metaKey;
  const plain = !control && !event.altKey && !event.defaultPrevented;
  const letters = (control && settings.letterKeys) || isLetterKey(event);
  const moves = plain && !inPanel(event);
  return ACTIONS.find(
    ({ letter, key, control: wanted = false, shift = false }) =>
      (key !== undefined && moves && key === event.key && shift === event.shiftKey) || (letter !== undefined && letters && wanted === control && isKey(letter, event)),
  )?.name;
}

/** Letters go by Shift, not by Caps Lock. @param {string} letter @param {KeyboardEvent} event */
function isKey(letter, event) {
  if (letter === " " && event.target instanceof Element && event.target.closest("button, a, summary, [role=slider]")) {
    return false;
  }
  return /^[a-z]$/i.test(letter) ? letter.toLowerCase() === event.key.toLowerCase() && event.shiftKey === (letter !== letter.toLowerCase()) : letter === event.key;
}

/** Whether the focus is where arrows scroll. @param {KeyboardEvent} event */
function inPanel({ target }) {
  return target instanceof Element && target.closest(".panel") !== null;
}

/** A dialog that was closed keeps the focus until the page is drawn again: such a key is the viewer's. @param {KeyboardEvent} event */
function isElsewhere(event) {
  const target = event.target instanceof Element ? event.target : document.body;
  if (target.closest("dialog:not([open])")) {
    return false;
  }
  return isTyping(event) || Boolean(target.closest("input, dialog, [popover]")) || Boolean(document.querySelector("dialog[open]"));
}
