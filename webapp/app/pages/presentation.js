// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { isLetterKey } from "../ui/shortcuts.js";
import { richText } from "./rich-text.js";

/** @typedef {"history" | "findings" | "diagnosis" | "points"} Part */

/** In the order in which Space opens them. @type {readonly Part[]} */
const PARTS = ["history", "findings", "diagnosis", "points"];

/** @type {Record<string, Part>} */
const KEYS = { h: "history", f: "findings", d: "diagnosis", t: "points" };

/** The address of a case's page that is to be presented at once ends so: a conference goes on with the next case. */
export const PRESENTING = "#presenting";

/**
 * A case on the screen of a conference: the images and nothing else, the parts of the case one by one, and the pointer as a laser's dot.
 * @param {{stage: HTMLElement, teachingCase: () => any, next: () => void, marks: {shown: () => boolean, show: (shown: boolean) => void},
 *   signal: AbortSignal}} means  teachingCase: as the server answered it last; next: opens the next case; marks: what is drawn on the
 *   images, which tells the findings
 */
export function startPresentation({ stage, teachingCase, next, marks, signal }) {
  const card = element("div", { class: "presented", role: "status", hidden: true });
  const laser = element("i", { class: "laser", "aria-hidden": "true", hidden: true });
  const acts = words.teaching.keys.map(({ keys: [key], does }) =>
    element("button", { type: "button", onclick: () => press(key === "Space" ? " " : key.toLowerCase()) }, element("kbd", {}, key), ` ${does}`),
  );
  const leaveButton = element("button", { type: "button", class: "button leave", onclick: () => leave() }, icon("close"), words.teaching.leave);
  const frame = element("div", { class: "presentation", hidden: true }, card, element("div", { class: "presented-keys" }, acts, leaveButton), laser);
  stage.append(frame);
  /** @type {Part | null} */
  let shown = null;
  /** Whether marks were shown before. */
  let marksShown = true;
  const isOn = () => !frame.hidden;

  async function enter() {
    if (isOn()) {
      return;
    }
    marksShown = marks.shown();
    frame.hidden = false;
    document.documentElement.classList.add("presenting");
    show(null);
    // The tools stay in sight while they have the focus.
    stage.focus({ preventScroll: true });
    // A browser may refuse: then the page's own frame is enough.
    await stage.requestFullscreen?.().catch(() => {});
  }

  function leave() {
    frame.hidden = true;
    laser.hidden = true;
    document.documentElement.classList.remove("presenting");
    marks.show(marksShown);
    history.replaceState(history.state, "", location.pathname + location.search);
    if (document.fullscreenElement) {
      document.exitFullscreen();
    }
  }

  /** @param {Part | null} part */
  function show(part) {
    shown = part;
    marks.show(part === "findings");
    card.hidden = part === null;
    card.replaceChildren(...(part ? [element("h2", {}, words.teaching.parts[part]), contentOf(teachingCase(), part)] : []));
  }

  /** @param {KeyboardEvent} event @returns {boolean} whether it was for the presentation */
  function keyDown(event) {
    if (!isOn()) {
      return false;
    }
    const key = event.key.toLowerCase();
    if (key === "escape") {
      leave();
      return true;
    }
    if (!isLetterKey(event)) {
      return false;
    }
    return !isPressing(event) && press(key);
  }

  /** @param {string} key @returns {boolean} whether it does something here */
  function press(key) {
    const part = KEYS[key];
    if (part) {
      show(shown === part ? null : part);
    } else if (key === " ") {
      show(PARTS[shown === null ? 0 : PARTS.indexOf(shown) + 1] ?? null);
    } else if (key === "n") {
      next();
    }
    return part !== undefined || key === " " || key === "n";
  }

  stage.addEventListener(
    "pointermove",
    (event) => {
      if (isOn() && event.pointerType === "mouse") {
        const { left, top } = stage.getBoundingClientRect();
        laser.hidden = false;
        laser.style.translate = `${event.clientX - left}px ${event.clientY - top}px`;
      }
    },
    { signal },
  );
  stage.addEventListener("pointerleave", () => (laser.hidden = true), { signal });
  document.addEventListener("fullscreenchange", () => !document.fullscreenElement && isOn() && leave(), { signal });
  return { enter, keyDown, isOn };
}

/** Whether Space presses the button that has the focus. @param {KeyboardEvent} event */
function isPressing({ key, target }) {
  return key === " " && target instanceof Element && target.closest("button") !== null;
}

/** @param {any} teachingCase @param {Part} part @returns {Node} */
function contentOf(teachingCase, part) {
  if (part === "history") {
    return teachingCase.clinicalHistory ? richText(teachingCase.clinicalHistory) : element("p", {}, words.teaching.none);
  }
  if (teachingCase.view !== "full") {
    return element("p", {}, words.teaching.sealed);
  }
  switch (part) {
    case "findings":
      return teachingCase.findings ? richText(teachingCase.findings) : element("p", {}, words.teaching.none);
    case "diagnosis":
      return element("p", { class: "presented-diagnosis" }, teachingCase.diagnosis || words.teaching.none);
    case "points":
      return teachingCase.teachingPoints.length > 0
        ? element("ul", {}, teachingCase.teachingPoints.map((/** @type {string} */ point) => element("li", {}, point)))
        : element("p", {}, words.teaching.none);
  }
}
