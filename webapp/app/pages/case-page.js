// @ts-check
import { words } from "../words/en.js";
import { keyHelp } from "../viewer/actions.js";
import { startViewer } from "../viewer/viewer.js";
import { element, the } from "../ui/element.js";
import { ask } from "./api.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { startReadPanel } from "./read-panel.js";
import { showSessionEnded } from "./session-ended.js";

const life = new AbortController();
const { signal } = life;
const caseId = document.body.dataset.case ?? "";
const address = `api/cases/${encodeURIComponent(caseId)}`;
const stage = the("[data-stage]");

/** @template T @param {() => Promise<T>} load @param {HTMLElement} place */
async function into(place, load) {
  try {
    await load();
  } catch (error) {
    if (!signal.aborted) {
      place.replaceChildren(errorNotice(error, { retry: () => location.reload() }));
    }
  }
}

async function showImages() {
  const preview = /** @type {HTMLImageElement} */ (the("[data-preview]"));
  const { body: manifest } = await ask(`${address}/dicom`, { signal });
  if (manifest.series.length === 0) {
    preview.hidden = true;
    stage.dataset.state = "empty";
    stage.append(element("div", { class: "stage-notice" }, element("p", {}, `${words.viewer.none}. ${words.viewer.noneDetail}`)));
    return;
  }
  startViewer({ stage, host: the("[data-surface]"), preview, strip: the("[data-strip]") }, caseId, manifest, { signal, sessionEnded: () => showSessionEnded(stage) });
}

async function showCase() {
  const { body } = await ask(address, { signal });
  startReadPanel(caseId, body, signal);
}

startFrame(keyHelp(words.viewer));
addEventListener("pagehide", (event) => !event.persisted && life.abort());
into(stage, showImages);
into(the("[data-read]"), showCase);
