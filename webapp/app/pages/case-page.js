// @ts-check
import { words } from "../words/en.js";
import { keyHelp } from "../viewer/actions.js";
import { startFieldFigures } from "../viewer/field-figures.js";
import { startViewer } from "../viewer/viewer.js";
import { element, the } from "../ui/element.js";
import { ask } from "./api.js";
import { startCaseMarks } from "./case-marks.js";
import { caseId, pool, preview, previewShown, signal, stage } from "./case-start.js";
import { startFrame } from "./frame.js";
import { errorNotice } from "./notice.js";
import { showHeader } from "./header-dialog.js";
import { fetchNextCase, nextCase } from "./next-case.js";
import { PRESENTING, startPresentation } from "./presentation.js";
import { startReadPanel } from "./read-panel.js";
import { showSessionEnded } from "./session-ended.js";
import { toast } from "./toast.js";

const address = `api/cases/${encodeURIComponent(caseId)}`;
/** @type {ReturnType<typeof startCaseMarks> | null} */
let caseMarks = null;
const said = element("div", { class: "visually-hidden", role: "status" });
document.body.append(said);
const say = (/** @type {string} */ text) => (said.textContent = text);
/** @type {ReturnType<typeof startViewer> | null} */
let viewer = null;
/** As the server answered it last. @type {any} */
let teachingCase = { view: "study" };
const presentation = startPresentation({
  stage,
  teachingCase: () => teachingCase,
  next: openNext,
  marks: { shown: () => viewer?.marks.shown ?? true, show: (shown) => viewer?.showGraphics(shown) },
  signal,
});

const manifestAsked = ask(`${address}/dicom`, { signal });
// Who shows the images tells of a failure.
manifestAsked.catch(() => {});

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
  const { body: manifest } = await manifestAsked;
  if (manifest.series.length === 0) {
    preview.hidden = true;
    stage.dataset.state = "empty";
    stage.append(element("div", { class: "stage-notice" }, element("p", {}, `${words.viewer.none}. ${words.viewer.noneDetail}`)));
    return;
  }
  const started = startViewer({ stage, host: the("[data-surface]"), preview, strip: the("[data-strip]") }, caseId, manifest, {
    pool,
    signal,
    sessionEnded: () => showSessionEnded(stage),
    settled: () => fetchNextCase(caseId, signal),
    say,
    refused: (obstacle) => toast(words.viewer.obstacles[obstacle] ?? words.viewer.volumeTooLarge),
    pointed: (frame, point) => caseMarks?.pointed(frame, point) ?? false,
    firstKey: (event) => presentation.keyDown(event),
    acts: { find: () => caseMarks?.find(), present: () => presentation.enter(), nextCase: openNext, header: () => showHeader(caseId, started.frame().instance) },
  });
  viewer = started;
  if (location.hash === PRESENTING) {
    presentation.enter();
  }
  startFieldFigures({ signal, figures: () => ({ ...started.figures(), allFramesAt: performance.getEntriesByName("all-frames")[0]?.startTime }) });
  caseMarks = startCaseMarks({ caseId, viewer: started, panel: the("[data-marks]"), known: shown, mayEdit: () => Boolean(teachingCase.rights?.edit), say, signal });
  const { body: display } = await ask(`${address}/display`, { signal });
  started.hang(display);
}

/** @param {any} answer  the full case */
function revealed(answer) {
  teachingCase = answer;
  caseMarks?.revealed().catch((error) => signal.aborted || the("[data-marks]").append(errorNotice(error)));
}

async function openNext() {
  const next = await nextCase(caseId, signal);
  next ? location.assign(`cases/${encodeURIComponent(next)}${presentation.isOn() ? PRESENTING : ""}`) : toast(words.teaching.noNext);
}

async function showCase() {
  const { body } = await ask(address, { signal });
  teachingCase = body;
  startReadPanel(caseId, body, { signal, revealed });
}

// Starting the viewer would hold the preview up.
await previewShown;
startFrame(keyHelp(words.viewer));
const shown = into(the("[data-read]"), showCase);
into(stage, showImages);
