// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { ask } from "./api.js";
import { askFirst } from "./ask-first.js";
import { caseForm } from "./case-form.js";
import { showPreview } from "./case-preview.js";
import { caseSeries } from "./case-series.js";
import { coAuthors } from "./co-authors.js";
import { DraftKeeper } from "./draft-keeper.js";
import { edition, isDirty } from "./draft-state.js";
import { fieldWord } from "./form-fields.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { publishGaps, spoilers } from "./publish-gaps.js";
import { toast } from "./toast.js";
import { startUploadPanel } from "./upload-panel.js";
import { Uploader } from "./uploader.js";

const keeper = new DraftKeeper();
const form = caseForm((field, value) => keeper.edit(field, value));
const series = caseSeries(the("[data-series]"), keeper);
coAuthors(the("[data-co-authors]"), keeper);
const uploader = new Uploader(async () => (await keeper.make(), `${keeper.address}/dicom`));
const publish = /** @type {HTMLButtonElement} */ (the("[data-publish]"));

function draw() {
  const { draft } = keeper;
  const now = edition(draft);
  form.draw(draft);
  drawSaved();
  drawHead(now);
  drawGaps(now);
  drawConflicts();
}

function drawSaved() {
  const { base, sending, error, conflicts, faults } = keeper.draft;
  const place = the("[data-saved]");
  const [text, kind] = error
    ? [words.editor.notSaved, "bad"]
    : Object.keys(conflicts).length > 0
      ? [words.editor.conflicted, "bad"]
      : Object.keys(faults).length > 0
        ? [words.editor.faulty, "bad"]
        : sending
          ? [words.editor.saving, ""]
          : isDirty(keeper.draft)
            ? [words.editor.unsaved, ""]
            : base
              ? [words.editor.saved, "good"]
              : ["", ""];
  if (place.textContent !== text) {
    place.textContent = text;
  }
  place.className = `saved ${kind}`;
  the("[data-fault]").replaceChildren(...(error ? [errorNotice(error, { kept: words.editor.kept, retry: () => keeper.save() })] : []));
}

/** @param {any} now */
function drawHead(now) {
  const exists = Boolean(keeper.id);
  const { status = "draft" } = now;
  const title = exists ? now.presentation || now.derivedPresentation || words.bar.newCase : words.bar.newCase;
  the("[data-title]").textContent = title;
  document.title = `${exists ? words.editor.editing : words.bar.newCase} · RadCase`;
  const chip = the("[data-status]");
  chip.textContent = words.statuses[status];
  chip.hidden = !exists;
  publish.hidden = status === "published";
  publish.disabled = publishGaps(now).some(({ done }) => !done);
  the("[data-unpublish]").hidden = status !== "published";
  the("[data-archive]").hidden = !exists || status === "archived";
  the("[data-preview]").hidden = !exists;
  the("[data-delete]").hidden = !exists || now.rights?.coAuthors === false; // co-authors neither delete nor name others
}

/** @param {any} now */
function drawGaps(now) {
  the("[data-gaps]").replaceChildren(
    ...publishGaps(now).map(({ gap, done }) =>
      element("li", { class: done ? "done" : "" }, icon(done ? "check" : "alert"), element("span", {}, words.editor.gaps[gap]), element("span", { class: "visually-hidden" }, done ? words.editor.gapDone : words.editor.gapOpen)),
    ),
  );
  const told = spoilers(now);
  const warning = the("[data-spoils]");
  warning.hidden = told.length === 0;
  warning.textContent = told.length > 0 ? words.editor.spoils(told) : "";
}

function drawConflicts() {
  const { conflicts } = keeper.draft;
  const place = the("[data-conflicts]");
  const shown = place.children.length;
  place.replaceChildren(
    ...Object.entries(conflicts).map(([field, { mine, theirs }]) =>
      element(
        "div",
        { class: "conflict", role: "alert" },
        element("h3", {}, words.editor.conflict(fieldWord(field))),
        element(
          "dl",
          {},
          element("dt", {}, words.editor.mine),
          element("dd", {}, written(mine)),
          element("dt", {}, words.editor.theirs),
          element("dd", {}, written(theirs)),
        ),
        element(
          "div",
          { class: "dialog-acts" },
          element("button", { type: "button", class: "button", onclick: () => resolve(field, "theirs") }, words.editor.takeTheirs),
          element("button", { type: "button", class: "button", onclick: () => resolve(field, "mine") }, words.editor.keepMine),
        ),
      ),
    ),
  );
  if (place.children.length > shown) {
    place.scrollIntoView({ block: "center" });
  }
}

/** @param {string} field @param {"mine" | "theirs"} keep */
function resolve(field, keep) {
  keeper.dispatch({ type: "resolved", field, keep });
  keeper.save();
}

/** @param {any} value */
function written(value) {
  return Array.isArray(value) ? value.join("; ") : String(value ?? "") || words.editor.nothing;
}

/** @param {string} status @param {string} done @param {boolean} undoable */
async function setStatus(status, done, undoable) {
  const before = keeper.draft.base.status;
  try {
    await keeper.apply({ status });
    toast(done, undoable ? { label: words.editor.undo, act: () => setStatus(before, words.editor.undone, false) } : undefined);
  } catch {
    // The page shows it beside the form.
  }
}

async function remove() {
  const sure = await askFirst({ title: words.editor.deleteTitle, consequence: words.editor.deleteConsequence, act: words.editor.deleteCase });
  if (!sure) {
    return;
  }
  try {
    await keeper.save();
    await ask(keeper.address, { method: "DELETE", ifMatch: keeper.draft.etag ?? undefined });
    location.assign(document.baseURI);
  } catch (error) {
    the("[data-fault]").replaceChildren(errorNotice(error, { kept: words.editor.notDeleted }));
  }
}

async function start() {
  startFrame();
  the("[data-form]").append(...form.nodes);
  startUploadPanel(the("[data-upload]"), uploader);
  const id = /\/cases\/([^/]+)\/edit$/.exec(location.pathname)?.[1];
  if (id) {
    try {
      await keeper.load(decodeURIComponent(id));
      await series.load();
    } catch (error) {
      the("#main").replaceChildren(errorNotice(error, { retry: () => location.reload() }));
      return;
    }
  }
  keeper.addEventListener("drawn", draw);
  draw();
  document.body.dataset.ready = "";
}

uploader.addEventListener("taken", (event) => {
  const { revision, imageCount = 0, thumbnail = null } = /** @type {CustomEvent} */ (event).detail;
  keeper.dispatch({ type: "images", revision, imageCount, thumbnail });
});
uploader.addEventListener("changed", () => !uploader.isBusy && keeper.id && series.load());
publish.addEventListener("click", () => setStatus("published", words.editor.publishedNow, true));
the("[data-unpublish]").addEventListener("click", () => setStatus("draft", words.editor.unpublishedNow, true));
the("[data-archive]").addEventListener("click", () => setStatus("archived", words.editor.archivedNow, true));
the("[data-delete]").addEventListener("click", remove);
the("[data-preview]").addEventListener("click", async () => (await keeper.save(), showPreview(edition(keeper.draft))));
document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !publish.hidden && !publish.disabled && !document.querySelector("dialog[open]")) {
    event.preventDefault();
    publish.click();
  }
});
addEventListener("signinneeded", (event) => (isDirty(keeper.draft) || uploader.isBusy) && event.preventDefault());
addEventListener("beforeunload", (event) => {
  if (isDirty(keeper.draft) || uploader.isBusy) {
    keeper.save();
    event.preventDefault();
  }
});
start();
