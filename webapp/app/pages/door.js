// @ts-check
import { words } from "../words/en.js";
import { element, the } from "../ui/element.js";
import { ask, Problem } from "./api.js";
import { errorNotice } from "./notice.js";

/** @typedef {{title: string, detail: string, way?: {href: string, name: string}}} Told */

/** Says one thing in place of the page's form, and moves the reader there. @param {Told} told */
export function tellAtDoor({ title, detail, way = { href: "sign-in", name: words.links.signIn } }) {
  const heading = the("[data-title]");
  heading.textContent = title;
  heading.tabIndex = -1;
  the("[data-body]").replaceChildren(
    element("p", { class: "soft" }, detail),
    element("p", {}, element("a", { class: "button next", href: way.href }, way.name)),
  );
  heading.focus();
}

/**
 * What a one-time link is for, and the ways of this server; tells it and answers null when the link is no good.
 * @param {string} link
 * @param {string} kind  what the link has to be for
 * @returns {Promise<{link: any, ways: any} | null>}
 */
export async function openLink(link, kind) {
  if (!link) {
    tellAtDoor({ title: words.links.none, detail: words.links.noneDetail });
    return null;
  }
  const place = the("[data-body]");
  place.replaceChildren(element("p", { class: "soft skeleton", role: "status" }, words.links.checking));
  try {
    const [told, ways] = await Promise.all([ask("api/auth/links", { method: "POST", json: { link } }), ask("api/auth/ways")]);
    if (told.body.kind === kind) {
      return { link: told.body, ways: ways.body };
    }
    tellGone(kind);
  } catch (error) {
    if (error instanceof Problem && error.code === "link.not-found") {
      tellGone(kind);
    } else {
      place.replaceChildren(errorNotice(error));
    }
  }
  return null;
}

/** @param {string} kind */
export function tellGone(kind) {
  tellAtDoor({ title: words.links.gone, detail: kind === "set-up" ? words.links.goneSetUp : words.links.goneDetail });
}

/**
 * Does something with a link; one that was used meanwhile is told as such.
 * @param {string} kind
 * @param {() => Promise<void>} act
 */
export async function useLink(kind, act) {
  try {
    await act();
  } catch (error) {
    if (!(error instanceof Problem && error.code === "link.not-found")) {
      throw error;
    }
    tellGone(kind);
  }
}
