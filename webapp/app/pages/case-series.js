// @ts-check
import { words } from "../words/en.js";
import { element, icon } from "../ui/element.js";
import { ask } from "./api.js";
import { askFirst } from "./ask-first.js";
import { errorNotice } from "./notice.js";

/**
 * The series on a case, each with a way to take it off, and what their DICOM says about modality and body part.
 * @param {HTMLElement} place
 * @param {import("./draft-keeper.js").DraftKeeper} keeper
 */
export function caseSeries(place, keeper) {
  return { load };

  async function load() {
    try {
      const { body } = await ask(`${keeper.address}/dicom`);
      draw(body.series);
      suggest(body.series);
    } catch (error) {
      place.replaceChildren(errorNotice(error, { retry: load }));
    }
  }

  /** @param {any[]} series */
  function draw(series) {
    place.replaceChildren(
      ...series.map((one) =>
        element(
          "li",
          { class: "case-series" },
          one.thumbnail ? element("img", { src: one.thumbnail, alt: "", width: 80, height: 60 }) : element("span", { class: "no-thumbnail" }, icon("noImage")),
          element(
            "div",
            {},
            element("p", {}, [one.modality, one.description].filter(Boolean).join(" · ")),
            element("p", { class: "soft small" }, words.library.images(one.frames.length)),
            one.image.displayable === false && element("p", { class: "fault" }, words.viewer.notDisplayable(one.image.reason ?? "")),
          ),
          element("button", { type: "button", class: "button bare icon-only", "aria-label": words.editor.takeOff(one.description || one.modality), title: words.editor.takeOffTip, onclick: () => takeOff(one) }, icon("remove")),
        ),
      ),
    );
  }

  /** What was read from the DICOM fills what is empty. @param {any[]} series */
  function suggest(series) {
    for (const field of /** @type {const} */ (["modality", "bodyPart"])) {
      const told = series.map((one) => one[field]).find((value) => value && (field === "modality" || words.bodyParts[value]));
      if (told && !keeper.draft.base?.[field] && keeper.draft.changes[field] === undefined) {
        keeper.edit(field, told);
      }
    }
  }

  /** @param {any} series */
  async function takeOff(series) {
    const sure = await askFirst({
      title: words.editor.takeOffTitle,
      consequence: words.editor.takeOffConsequence(series.frames.length),
      act: words.editor.takeOffAct,
    });
    if (!sure) {
      return;
    }
    try {
      await keeper.save();
      await ask(`${keeper.address}/series/${encodeURIComponent(series.uid)}`, { method: "DELETE", ifMatch: keeper.draft.etag ?? undefined });
      await keeper.load(/** @type {string} */ (keeper.id));
      await load();
    } catch (error) {
      place.append(element("li", {}, errorNotice(error)));
    }
  }
}
