// @ts-check
import { bodyPartWord, modalityWord } from "../words/terms.js";
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";

/**
 * A case as a card. It shows the presentation, never the title: a list must not spoil a case. To learners it keeps a
 * line free for the title of what they have revealed (`markRead`).
 * @param {any} teachingCase
 */
export function caseCard(teachingCase) {
  const { id, derivedPresentation, modality, bodyPart, difficulty, status, imageCount, view } = teachingCase;
  return element(
    "article",
    { class: "card", data: { case: id } },
    thumbnail(teachingCase.thumbnail, imageCount),
    element(
      "div",
      { class: "about" },
      element("h2", {}, element("a", { href: `cases/${encodeURIComponent(id)}`, title: derivedPresentation }, derivedPresentation)),
      view === "study" && element("p", { class: "revealed-title" }),
      teachingCase.highlights && highlightLine(teachingCase.highlights),
      element(
        "div",
        { class: "facts" },
        modality && element("span", { class: "chip" }, modalityWord(modality)),
        bodyPart && element("span", { class: "chip" }, bodyPartWord(bodyPart)),
        difficulty && difficultyDots(difficulty),
        status !== "published" && element("span", { class: `status ${status}` }, words.statuses[status]),
      ),
    ),
  );
}

/**
 * Where a search found something, beyond the line that the card shows anyway.
 * @param {{field: string, text: string, marks: {start: number, end: number}[]}[]} highlights
 */
function highlightLine(highlights) {
  const shown = highlights.find(({ field }) => field !== "presentation");
  return shown && element("p", { class: "highlight" }, markedText(shown));
}

/**
 * A text with its marks as elements; the text itself is never read as HTML.
 * @param {{text: string, marks: {start: number, end: number}[]}} highlight
 * @returns {(string | HTMLElement)[]}
 */
export function markedText({ text, marks }) {
  let at = 0;
  const parts = marks.flatMap(({ start, end }) => {
    const before = text.slice(at, start);
    at = end;
    return [before, element("mark", {}, text.slice(start, end))];
  });
  return [...parts, text.slice(at)];
}

/**
 * Marks a card as read, with the title that its reader knows by now.
 * @param {HTMLElement} card
 * @param {{title: string}} revealed
 */
export function markRead(card, { title }) {
  const line = card.querySelector(".revealed-title");
  if (line) {
    line.textContent = title;
    line.setAttribute("title", title);
  }
  card.querySelector(".facts")?.append(element("span", { class: "status read" }, icon("check"), words.library.read));
}

/** @param {number} level */
export function difficultyDots(level) {
  return element(
    "span",
    { class: "dots", role: "img", "aria-label": words.difficulty(level), title: words.difficulty(level) },
    [1, 2, 3, 4, 5].map((dot) => element("i", { class: dot <= level ? "on" : "" })),
  );
}

/** A card's shape while its case is on the way. */
export function cardSkeleton() {
  return element(
    "div",
    { class: "card skeleton" },
    element("div", { class: "thumbnail" }),
    element("div", { class: "about" }, element("div", { class: "bone line" }), element("div", { class: "bone line short" })),
  );
}

/** @param {string | null} address @param {number} imageCount */
function thumbnail(address, imageCount) {
  if (!address) {
    return element("div", { class: "thumbnail" }, element("div", { class: "none" }, icon("noImage"), words.library.noImages));
  }
  return element(
    "div",
    { class: "thumbnail" },
    element("img", { src: address, alt: "", width: 320, height: 240, loading: "lazy", decoding: "async" }),
    imageCount > 1 && element("span", { class: "images" }, words.library.images(imageCount)),
  );
}
