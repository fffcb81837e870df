// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { droppedFiles, pickedFiles } from "./dropped-files.js";
import { tell } from "./notice.js";
import { tallyOf } from "./upload-state.js";

/** A list of more files than this shows what needs a look first, and counts the rest. */
const ROWS = 200;
/** What needs a look comes first. @type {Record<string, number>} */
const ORDER = { refused: 0, unsent: 1, sending: 2, waiting: 3, duplicate: 4, stored: 5 };

/**
 * The drop zone, the pickers and the list of what became of each file.
 * @param {HTMLElement} place  the page's `data-upload`
 * @param {import("./uploader.js").Uploader} uploader
 */
export function startUploadPanel(place, uploader) {
  const zone = the("[data-drop]", place);
  startDrop(zone, uploader);
  startPicker(/** @type {HTMLInputElement} */ (the("[data-files]", place)), the("[data-pick-files]", place), uploader);
  startPicker(/** @type {HTMLInputElement} */ (the("[data-folder]", place)), the("[data-pick-folder]", place), uploader);
  const bar = element("progress", { max: 1, value: 0, "aria-label": words.editor.uploadProgress });
  const summary = element("p", { class: "upload-summary", role: "status" });
  const cancel = element("button", { type: "button", class: "button", onclick: () => uploader.cancel() }, words.editor.cancelUpload);
  const retry = element("button", { type: "button", class: "button", onclick: () => uploader.retry() }, words.errors.retry);
  const clear = element("button", { type: "button", class: "button bare", onclick: () => uploader.clear() }, words.editor.clearUpload);
  const list = element("ul", { class: "verdicts", tabindex: 0, "aria-label": words.editor.verdicts });
  const report = element("div", { class: "upload-report", hidden: true }, element("div", { class: "upload-head" }, summary, cancel, retry, clear), bar, list);
  the("[data-report]", place).append(report);
  let soon = 0;

  function draw() {
    soon = 0;
    const { uploads, isBusy } = uploader;
    const tally = tallyOf(uploads);
    report.hidden = tally.total === 0;
    bar.max = Math.max(tally.total, 1);
    bar.value = tally.done;
    bar.hidden = !isBusy;
    cancel.hidden = !isBusy;
    retry.hidden = isBusy || tally.unsent === 0;
    clear.hidden = isBusy;
    const fault = uploads.error ? ` ${tell(uploads.error).title}.` : "";
    summary.textContent = `${isBusy ? words.editor.uploading(tally.done, tally.total) : words.editor.uploaded(tally)}${fault}`;
    const rows = uploads.rows.toSorted((a, b) => ORDER[a.verdict] - ORDER[b.verdict]);
    list.replaceChildren(...rows.slice(0, ROWS).map(verdictRow), ...(rows.length > ROWS ? [element("li", { class: "soft" }, words.editor.moreFiles(rows.length - ROWS))] : []));
  }
  uploader.addEventListener("changed", () => (soon ||= requestAnimationFrame(draw)));
}

/** @param {import("./upload-state.js").Row} row */
function verdictRow({ name, verdict, detail }) {
  const sign = verdict === "stored" ? "check" : verdict === "refused" || verdict === "unsent" ? "alert" : null;
  return element(
    "li",
    { class: verdict },
    element("span", { class: "file-name", title: name }, name),
    element("span", { class: "file-verdict" }, sign && icon(sign), words.editor.verdict[verdict]),
    detail && element("span", { class: "file-detail" }, detail),
  );
}

/** @param {HTMLElement} zone @param {import("./uploader.js").Uploader} uploader */
function startDrop(zone, uploader) {
  // Anywhere on the page: a file dropped beside the zone must not replace the page.
  const over = (/** @type {DragEvent} */ event) => {
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      event.dataTransfer.dropEffect = "copy";
      zone.classList.add("over");
    }
  };
  document.addEventListener("dragover", over);
  document.addEventListener("dragleave", (event) => !event.relatedTarget && zone.classList.remove("over"));
  document.addEventListener("drop", async (event) => {
    zone.classList.remove("over");
    if (event.dataTransfer?.types.includes("Files")) {
      event.preventDefault();
      add(uploader, await droppedFiles(event.dataTransfer));
    }
  });
}

/** @param {HTMLInputElement} input @param {HTMLElement} button @param {import("./uploader.js").Uploader} uploader */
function startPicker(input, button, uploader) {
  button.addEventListener("click", () => input.click());
  input.addEventListener("change", () => {
    if (input.files) {
      add(uploader, pickedFiles(input.files));
    }
    input.value = "";
  });
}

/** @param {import("./uploader.js").Uploader} uploader @param {import("./dropped-files.js").Found[]} found */
function add(uploader, found) {
  if (found.length > 0) {
    uploader.add(found);
  }
}
