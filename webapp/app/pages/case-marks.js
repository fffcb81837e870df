// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { ask } from "./api.js";
import { annotationsOf, keepOwn, keepShared } from "./annotation-keeper.js";
import { startFindLesion } from "./find-lesion.js";
import { keyFindingsDesk } from "./key-findings.js";
import { errorNotice } from "./notice.js";
import { toast } from "./toast.js";

/**
 * What is drawn on a case's images, and what is taught by it: one's own marks, the authors', the search for key findings, and for who
 * edits the case the ways to make all of that.
 * @param {{caseId: string, viewer: ReturnType<typeof import("../viewer/viewer.js").startViewer>, panel: HTMLElement, known: Promise<unknown>,
 *   mayEdit: () => boolean, say: (text: string) => void, signal: AbortSignal}} means  known: settles when it is known what the reader may do
 */
export function startCaseMarks({ caseId, viewer, panel, known, mayEdit, say, signal }) {
  const { marks } = viewer;
  const address = `api/cases/${encodeURIComponent(caseId)}`;
  const saved = element("p", { class: "soft small", role: "status", data: { marksSaved: "" } });
  const find = startFindLesion({ caseId, announce: say, changed: () => draw(), signal });
  const point = element("button", { type: "button", class: "button", "aria-pressed": "false", onclick: () => toggleFinding() }, icon("target"), words.teaching.point);
  const judge = element("button", { type: "button", class: "button", onclick: () => judgeChosen() }, words.teaching.judge);
  const search = element("div", { class: "marks-part", hidden: true }, find.node, element("div", { class: "marks-acts" }, point, judge));
  const desk = element("div", { class: "marks-part", hidden: true });
  const keyImages = element("section", { class: "marks-part", hidden: true });
  const place = element("div", { class: "case-marks" }, search, keyImages, desk, saved);
  panel.append(place);
  let finding = false;
  const own = keepOwn(caseId, signal);
  /** @type {ReturnType<typeof keepShared>} */
  let shared;
  let forAll = false;

  function draw() {
    const keeper = forAll ? shared : own;
    marks.list = keeper ?? null;
    marks.others = (forAll ? own : shared)?.state.annotations ?? [];
    marks.findings = find.found;
    search.hidden = mayEdit() || (!find.isOpen && find.found.length === 0);
    finding &&= find.isOpen;
    point.setAttribute("aria-pressed", String(finding));
    point.hidden = !find.isOpen;
    judge.hidden = !find.isOpen || !marks.chosen;
    saved.textContent = keeper && keeper.status !== "saved" ? words.teaching.status[keeper.status] : "";
    marks.draw();
  }

  async function load() {
    const [told] = await Promise.all([own.load(), known]);
    takeShared(told);
    await find.load();
    await drawKeyImages();
    if (mayEdit()) {
      await openDesk();
    }
    draw();
  }

  /** @param {any} told  what the server has of annotations */
  function takeShared(told) {
    // Who had the answer when the page came has the list already, and two keepers of one would fight.
    if (!shared) {
      shared = keepShared(caseId, told.shared, signal);
      shared?.addEventListener("changed", draw, { signal });
    }
  }

  async function openDesk() {
    const all = element("input", { type: "checkbox", onchange: () => ((forAll = all.checked), draw()) });
    const findings = await keyFindingsDesk({ address, chosen: () => marks.chosen, changed: () => find.load(), signal });
    desk.hidden = false;
    desk.replaceChildren(
      element("h2", {}, words.teaching.desk),
      element("label", { class: "check" }, all, words.teaching.forAll),
      element("div", { class: "marks-acts" }, element("button", { type: "button", class: "button", onclick: saveDisplay }, words.teaching.saveDisplay),
        element("button", { type: "button", class: "button", onclick: toggleKeyImage }, words.teaching.toggleKeyImage)),
      findings.node,
    );
  }

  async function saveDisplay() {
    try {
      await putDisplay((keyImages) => ({ ...viewer.display(), keyImages }));
      toast(words.teaching.displaySaved);
    } catch (error) {
      signal.aborted || desk.append(errorNotice(error));
    }
  }

  /** @param {(keyImages: any[]) => any} next  the display, from what is kept of it */
  async function putDisplay(next) {
    const { body, etag } = await ask(`${address}/display`, { signal });
    await ask(`${address}/display`, { method: "PUT", json: next(body.keyImages ?? []), ifMatch: etag ?? '"0"', signal });
  }

  /** Adds the shown image to the key images, or takes it away. */
  async function toggleKeyImage() {
    const { instance, number } = viewer.frame();
    const isShown = (/** @type {any} */ { instanceUid, frame }) => instanceUid === instance && frame === number;
    try {
      await putDisplay((kept) => {
        const others = kept.filter((one) => !isShown(one));
        const added = others.length === kept.length ? [{ seriesUid: viewer.series().uid, instanceUid: instance, frame: number }] : [];
        return { ...viewer.display(), keyImages: [...others, ...added] };
      });
      await drawKeyImages();
    } catch (error) {
      signal.aborted || desk.append(errorNotice(error));
    }
  }

  /** The images that the authors chose, once the answer is open. */
  async function drawKeyImages() {
    const { body } = await ask(`${address}/display`, { signal });
    const images = body.keyImages ?? [];
    keyImages.hidden = images.length === 0;
    keyImages.replaceChildren(
      element("h3", {}, words.teaching.keyImages),
      element(
        "div",
        { class: "marks-acts" },
        images.map((/** @type {any} */ image, /** @type {number} */ at) =>
          element("button", { type: "button", class: "button", onclick: () => viewer.turnTo(image.instanceUid, image.frame) }, words.teaching.keyImage(at + 1)),
        ),
      ),
    );
  }

  function toggleFinding() {
    finding = !finding;
    draw();
    say(finding ? words.teaching.pointing : "");
  }

  function judgeChosen() {
    const { chosen } = marks;
    if (chosen) {
      find.attempt(chosen, chosen.points[0]);
    }
  }

  own.addEventListener("changed", draw, { signal });
  draw();
  load().catch((error) => signal.aborted || place.append(errorNotice(error, { retry: () => location.reload() })));
  return {
    /** Takes a click on the image while the reader looks for the lesion. @type {(frame: import("../measure/annotation-types.js").FrameName, point: readonly [number, number]) => boolean} */
    pointed(frame, at) {
      if (finding) {
        find.attempt(frame, at);
      }
      return finding;
    },
    find: toggleFinding,
    /** The answer is open: the authors' marks and findings may be seen. */
    async revealed() {
      takeShared(await annotationsOf(caseId, signal));
      await find.load();
      await drawKeyImages();
      draw();
    },
  };
}
