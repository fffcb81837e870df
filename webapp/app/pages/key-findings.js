// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { ask } from "./api.js";
import { errorNotice } from "./notice.js";

/** @typedef {import("../measure/annotation-types.js").Annotation} Annotation */

/** What a mark's outline is as a finding's shape. @type {Partial<Record<Annotation["type"], string>>} */
const SHAPES = { ellipse: "ellipse", freehand: "polygon", probe: "point", arrow: "point", rectangle: "polygon" };

/**
 * Where who edits a case makes key findings of marks.
 * @param {{address: string, chosen: () => Annotation | undefined, changed: () => void, signal: AbortSignal}} means  address: of the case
 */
export async function keyFindingsDesk({ address, chosen, changed, signal }) {
  const list = element("ol", { class: "key-findings" });
  const text = element("input", { class: "input", maxlength: 300, "aria-label": words.teaching.findingText, placeholder: words.teaching.findingText });
  const findable = element("input", { type: "checkbox", checked: true });
  const fault = element("div");
  const form = element(
    "form",
    {},
    text,
    element("label", { class: "check" }, findable, words.teaching.findable),
    element("button", { type: "submit", class: "button" }, icon("target"), words.teaching.makeFinding),
  );
  let told = (await ask(`${address}/key-findings`, { signal })).body;

  /** @param {any[]} findings */
  async function put(findings) {
    fault.replaceChildren();
    try {
      const { body } = await ask(`${address}/key-findings`, { method: "PUT", json: { findings }, ifMatch: `"${told.revision}"`, signal });
      told = body;
      text.value = "";
      draw();
      changed();
    } catch (error) {
      signal.aborted || fault.replaceChildren(errorNotice(error));
    }
  }

  function draw() {
    list.replaceChildren(
      ...told.findings.map((/** @type {any} */ finding) =>
        element(
          "li",
          {},
          element("span", {}, finding.text ?? words.teaching.untold, finding.findable && element("span", { class: "soft small" }, ` · ${words.teaching.toBeFound}`)),
          element(
            "button",
            { type: "button", class: "button bare icon-only", "aria-label": words.teaching.removeFinding(finding.text ?? ""), onclick: () => put(told.findings.filter((/** @type {any} */ one) => one !== finding)) },
            icon("remove"),
          ),
        ),
      ),
    );
  }

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const mark = chosen();
    const type = mark && SHAPES[mark.type];
    if (!mark || !type) {
      fault.replaceChildren(element("p", { class: "fault", role: "alert" }, words.teaching.chooseMark));
      return;
    }
    const { seriesUid, instanceUid, frame } = mark;
    const shape = { type, points: pointsOf(mark) };
    put([...told.findings, { id: crypto.randomUUID?.() ?? mark.id, text: text.value.trim() || null, seriesUid, instanceUid, frame, shape, toleranceMm: 5, findable: findable.checked }]);
  });
  draw();
  return { node: element("section", { class: "marks-part" }, element("h3", {}, words.teaching.keyFindings), list, form, fault) };
}

/** @param {Annotation} mark @returns {readonly (readonly [number, number])[]} */
function pointsOf({ type, points }) {
  if (type === "rectangle") {
    const [[left, top], [right, bottom]] = points;
    return [[left, top], [right, top], [right, bottom], [left, bottom]];
  }
  return type === "arrow" ? [points[0]] : points;
}
