// @ts-check
import { element } from "../ui/element.js";
import { measureWords } from "../words/en-measure.js";
import { ask, Problem } from "./api.js";
import { isOpen, nextSearch, noSearch } from "./find-lesion-state.js";
import { errorNotice } from "./notice.js";

/** @typedef {import("./find-lesion-state.js").Search} Search */

const words = measureWords.lesion;

/**
 * "Find the lesion": a person points at the images, the server judges. The panel tells how many there are, what became of the
 * last attempt and how many are left.
 *
 * @param {{caseId: string, announce: (text: string) => void, changed?: () => void, signal?: AbortSignal}} told
 *   changed: what is found, or whether one may go on, is another
 */
export function startFindLesion({ caseId, announce, changed = () => {}, signal }) {
  const address = `api/cases/${encodeURIComponent(caseId)}/key-findings`;
  let search = noSearch;
  let isJudging = false;
  const count = element("p", { data: { lesionCount: "" } });
  const verdict = element("p", { data: { lesionVerdict: "" } });
  const left = element("p", { class: "soft", data: { lesionLeft: "" } });
  const fault = element("div");
  const node = element("section", { class: "find-lesion", "aria-label": words.title }, element("h2", {}, words.title), count, verdict, left, fault);

  /** @param {import("./find-lesion-state.js").SearchAction} action */
  function dispatch(action) {
    search = nextSearch(search, action);
    fault.replaceChildren();
    draw();
    changed();
  }

  function draw() {
    count.textContent = countOf(search);
    verdict.textContent = search.last ? verdictOf(search.last) : "";
    verdict.dataset.verdict = search.last?.verdict ?? "";
    left.textContent = leftOf(search);
  }

  async function load() {
    const { body } = await ask(address, { signal });
    dispatch({ type: "loaded", told: body });
  }

  /** @param {() => Promise<void>} act */
  async function toldHere(act) {
    try {
      await act();
    } catch (error) {
      if (error instanceof Problem && error.status === 409) {
        dispatch({ type: "exhausted" });
        announce(words.noMore);
      } else if (!signal?.aborted) {
        fault.replaceChildren(errorNotice(error, { retry: () => toldHere(load) }));
      }
    }
  }

  return {
    node,
    /** Asks the server what there is to find; again after the answer was revealed. @returns {Promise<void>} */
    load: () => toldHere(load),
    /** What was found, to be drawn. */
    get found() {
      return search.found;
    },
    /** Whether another attempt makes sense, once a point that is being judged is. */
    get isOpen() {
      return isOpen(search);
    },
    /**
     * Has a point judged; does nothing while another one is, or when there is nothing left to find.
     * @param {import("../measure/annotation-types.js").FrameName} frame
     * @param {import("../measure/annotation-types.js").Point} point
     * @returns {Promise<void>}
     */
    async attempt({ seriesUid, instanceUid, frame }, point) {
      if (!isOpen(search) || isJudging) {
        return;
      }
      isJudging = true;
      const named = { seriesUid, instanceUid, frame };
      await toldHere(async () => {
        const { body } = await ask(`${address}/attempts`, { method: "POST", json: { ...named, point }, signal });
        dispatch({ type: "judged", told: body, frame: named });
        announce([verdict.textContent, count.textContent, left.textContent].join(" "));
      });
      isJudging = false;
    },
  };
}

/** @param {Search} search */
function countOf({ toFind, found, isRevealed }) {
  if (toFind === 0) {
    return words.none;
  }
  if (isRevealed) {
    return words.revealed;
  }
  return found.length === 0 ? words.toFind(toFind) : words.found(found.length, toFind);
}

/** @param {Search} search */
function leftOf({ toFind, found, attemptsLeft, isRevealed }) {
  if (toFind === 0 || isRevealed || attemptsLeft === undefined) {
    return "";
  }
  if (found.length === toFind) {
    return words.allFound;
  }
  return attemptsLeft === 0 ? words.noMore : words.attemptsLeft(attemptsLeft);
}

/** @param {NonNullable<Search["last"]>} last */
function verdictOf({ verdict, distance, unit }) {
  const far = verdict === "near" && distance !== undefined && unit ? words.distance(distance, unit) : "";
  return [words.verdicts[verdict], far].filter(Boolean).join(" ");
}
