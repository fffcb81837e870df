// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { caseCard } from "./case-card.js";
import { richText } from "./rich-text.js";

/**
 * A case as a learner sees it before she commits: her card and the panel's first step.
 * @param {any} teachingCase
 */
export function showPreview(teachingCase) {
  const line = teachingCase.presentation || teachingCase.derivedPresentation;
  const card = caseCard({ ...teachingCase, derivedPresentation: line, status: "published" });
  const dialog = element(
    "dialog",
    { class: "learner-preview", "aria-labelledby": "preview-title" },
    element(
      "div",
      { class: "dialog-head" },
      element("h2", { id: "preview-title" }, words.editor.previewTitle),
      element("button", { type: "button", class: "button bare icon-only", "aria-label": words.bar.close, onclick: () => dialog.close() }, icon("close")),
    ),
    element(
      "div",
      { class: "dialog-body preview-body" },
      card,
      element(
        "div",
        { class: "preview-panel" },
        element("h3", {}, words.reading.history),
        element("h2", {}, line),
        teachingCase.clinicalHistory ? richText(teachingCase.clinicalHistory) : element("p", { class: "soft" }, words.reading.noHistory),
        element("p", { class: "soft small" }, words.editor.previewHides),
        element("a", { class: "button", href: `cases/${encodeURIComponent(teachingCase.id)}` }, icon("preview"), words.editor.openCase),
      ),
    ),
  );
  card.querySelector("a")?.removeAttribute("href");
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
