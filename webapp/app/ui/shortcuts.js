// @ts-check
import { settings } from "./settings.js";

/**
 * Whether a key press is meant for something that is being typed into or operated, and so must not act as a shortcut.
 * @param {KeyboardEvent} event
 */
export function isTyping(event) {
  const target = /** @type {HTMLElement | null} */ (event.target);
  if (!target?.closest) {
    return false;
  }
  return Boolean(target.closest("input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]"));
}

/**
 * Whether a press of a single printable key may act now: not while typing, not with modifiers, not in a dialog, and not
 * when a person has switched such keys off.
 * @param {KeyboardEvent} event
 */
export function isLetterKey(event) {
  return (
    event.key.length === 1 &&
    !event.ctrlKey &&
    !event.metaKey &&
    !event.altKey &&
    !event.defaultPrevented &&
    settings.letterKeys &&
    !isTyping(event) &&
    !document.querySelector("dialog[open]")
  );
}
