// @ts-check
import { words } from "../words/en.js";
import { element, icon, the } from "../ui/element.js";
import { ask, Problem } from "./api.js";
import { errorNotice } from "./notice.js";
import { emptyRead, MOST, nextRead, rankOf, same } from "./read-state.js";
import { richText } from "./rich-text.js";

/**
 * The panel of the case page: history, your read, answer, compare. The answer stays closed until it is asked for.
 * @param {string} caseId
 * @param {any} teachingCase
 * @param {{signal: AbortSignal, revealed: (answer: any) => void}} life  revealed: told of the full case, once it is open
 */
export function startReadPanel(caseId, teachingCase, { signal, revealed }) {
  let read = emptyRead;
  const address = `api/cases/${encodeURIComponent(caseId)}`;
  const place = { history: the("[data-history]"), read: the("[data-read]"), answer: the("[data-answer]") };

  /** @param {import("./read-state.js").ReadAction} action */
  function dispatch(action) {
    read = nextRead(read, action);
    if (action.type === "revealed") {
      revealed(action.answer);
    }
    draw();
  }

  async function commit() {
    if (read.phase !== "open") {
      return;
    }
    const typed = /** @type {HTMLInputElement | null} */ (place.read.querySelector("[data-add]"));
    if (typed?.value) {
      dispatch({ type: "add", name: typed.value });
    }
    dispatch({ type: "committed" });
    try {
      const json = { differential: read.differential, ...(read.confidence && { confidence: read.confidence }) };
      const { body } = await ask(`${address}/reveal`, { method: "POST", json, signal });
      dispatch({ type: "revealed", answer: body });
      place.answer.focus();
    } catch (error) {
      if (error instanceof Problem && error.code === "case.already-revealed") {
        await showRevealed().catch((failure) => dispatch({ type: "failed", error: failure }));
      } else if (!signal.aborted) {
        dispatch({ type: "failed", error });
      }
    }
  }

  /** Shows what she committed to earlier, here or elsewhere. */
  async function showRevealed() {
    const [answer, committed] = await Promise.all([ask(address, { signal }), ask(`api/cases/revealed?id=${encodeURIComponent(caseId)}`, { signal })]);
    dispatch({ type: "revealed", answer: answer.body, committed: committed.body.data[0] });
    place.answer.focus();
  }

  /** The full case came at once: to a learner who revealed it, or to somebody who needn't. */
  async function showFull() {
    const { body } = await ask(`api/cases/revealed?id=${encodeURIComponent(caseId)}`, { signal });
    const [committed] = body.data;
    dispatch(committed ? { type: "revealed", answer: teachingCase, committed } : { type: "shown", answer: teachingCase });
  }

  document.addEventListener(
    "keydown",
    (event) => {
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && !document.querySelector("dialog[open]")) {
        event.preventDefault();
        commit();
      }
    },
    { signal },
  );

  place.history.replaceChildren(
    teachingCase.clinicalHistory ? richText(teachingCase.clinicalHistory) : element("p", { class: "soft" }, words.reading.noHistory),
  );
  const form = readForm(dispatch, commit);
  place.read.append(form.node);

  function draw() {
    const open = read.phase === "revealed" || read.phase === "shown";
    form.draw(read);
    form.node.hidden = open;
    place.answer.replaceChildren(...(open ? answered(read, caseId) : []));
    drawSteps(open ? "answer" : read.differential.length > 0 || read.confidence ? "read" : "history");
  }
  // Work that was typed stays on the page when the session has ended meanwhile.
  addEventListener("signinneeded", (event) => (read.differential.length > 0 || read.confidence) && read.phase !== "revealed" && event.preventDefault(), { signal });
  if (teachingCase.view === "full") {
    form.node.hidden = true;
    drawSteps("answer");
    showFull().catch((error) => signal.aborted || place.answer.replaceChildren(errorNotice(error, { retry: () => location.reload() })));
  } else {
    draw();
  }
}

/** @param {"history" | "read" | "answer"} current */
function drawSteps(current) {
  const order = ["history", "read", "answer", "compare"];
  for (const step of order) {
    const node = the(`[data-step="${step}"]`);
    const done = order.indexOf(step) < order.indexOf(current);
    node.classList.toggle("done", done || (current === "answer" && step === "compare"));
    step === current ? node.setAttribute("aria-current", "step") : node.removeAttribute("aria-current");
  }
}

/** @param {(action: import("./read-state.js").ReadAction) => void} dispatch @param {() => void} commit */
function readForm(dispatch, commit) {
  const list = element("ol", { class: "ranked" });
  const add = element("input", { class: "input", placeholder: `${words.reading.add}…`, "aria-label": words.reading.add, maxlength: 300, autocomplete: "off", data: { add: "" } });
  const addForm = element("form", {}, add);
  addForm.addEventListener("submit", (event) => {
    event.preventDefault();
    dispatch({ type: "add", name: add.value });
    add.value = "";
  });
  const sureness = words.reading.sureness.map((word, index) => {
    const radio = element("input", { type: "radio", name: "confidence", value: index + 1, onchange: () => dispatch({ type: "confidence", value: index + 1 }) });
    return { radio, node: element("label", {}, radio, word) };
  });
  const button = element("button", { type: "button", class: "button next", onclick: commit });
  const fault = element("div");
  const node = element(
    "div",
    { class: "read-form" },
    element("h2", {}, words.reading.question),
    element("p", { class: "soft" }, words.reading.questionDetail),
    list,
    addForm,
    element("fieldset", { class: "sureness" }, element("legend", {}, words.reading.sure), sureness.map((one) => one.node)),
    element(
      "div",
      { class: "commit" },
      button,
      element(
        "p",
        { class: "keys-note" },
        element("kbd", {}, "Ctrl"),
        element("kbd", {}, "Enter"),
        ` ${words.reading.commits} · `,
        element("kbd", {}, "?"),
        ` ${words.reading.allKeys}`,
      ),
      fault,
    ),
  );
  return {
    node,
    /** @param {import("./read-state.js").Read} read */
    draw(read) {
      drawList(list, read.differential, dispatch);
      addForm.hidden = read.differential.length >= MOST;
      sureness.forEach(({ radio }, index) => (radio.checked = read.confidence === index + 1));
      button.textContent = read.differential.length > 0 ? words.reading.commit : words.reading.giveUp;
      button.disabled = read.phase === "sending";
      fault.replaceChildren(...(read.error ? [errorNotice(read.error, { kept: words.reading.failed })] : []));
    },
  };
}

/** @param {HTMLElement} list @param {readonly string[]} differential @param {(action: import("./read-state.js").ReadAction) => void} dispatch */
function drawList(list, differential, dispatch) {
  list.hidden = differential.length === 0;
  const last = differential.length - 1;
  const button = (/** @type {string} */ label, /** @type {Parameters<typeof icon>[0]} */ sign, /** @type {boolean} */ disabled, /** @type {() => void} */ onclick) =>
    element("button", { type: "button", "aria-label": label, title: label, disabled, onclick }, icon(sign));
  list.replaceChildren(
    ...differential.map((name, at) =>
      element(
        "li",
        {},
        element("span", { class: "rank", "aria-hidden": "true" }, String(at + 1)),
        element("span", { class: "name" }, name),
        button(words.reading.up(name), "up", at === 0, () => dispatch({ type: "move", at, by: -1 })),
        button(words.reading.down(name), "down", at === last, () => dispatch({ type: "move", at, by: 1 })),
        button(words.reading.remove(name), "close", false, () => dispatch({ type: "remove", at })),
      ),
    ),
  );
}

/** @param {import("./read-state.js").Read} read @param {string} caseId @returns {Node[]} */
function answered(read, caseId) {
  const { answer } = read;
  const parts = [
    element(
      "div",
      { class: "truth" },
      element("h2", {}, words.reading.diagnosis),
      element("p", {}, answer.diagnosis || words.reading.noAnswer),
      answer.title && element("div", { class: "soft small" }, answer.title),
    ),
    ...(read.phase === "revealed" ? compared(read) : []),
    part(words.reading.findings, answer.findings && richText(answer.findings)),
    part(words.reading.differential, listOf("ol", answer.differential)),
    part(words.reading.teachingPoints, listOf("ul", answer.teachingPoints)),
    part(words.reading.studentNotes, answer.studentNotes && richText(answer.studentNotes)),
    part(words.reading.fellowNotes, answer.fellowNotes && richText(answer.fellowNotes)),
    part(words.reading.references, listOf("ul", answer.references)),
    answer.rights?.edit
      ? element(
          "div",
          { class: "panel-foot" },
          element("a", { class: "button", href: `cases/${encodeURIComponent(caseId)}/edit` }, icon("edit"), words.reading.edit),
        )
      : null,
  ];
  return parts.filter((one) => one !== null);
}

/** @param {import("./read-state.js").Read} read */
function compared({ differential, confidence, answer }) {
  const rank = rankOf(differential, answer.diagnosis);
  const line =
    differential.length === 0
      ? element("p", { class: "soft" }, words.reading.noRead)
      : element("p", { class: rank > 0 ? "verdict good" : "verdict" }, icon(rank > 0 ? "check" : "alert"), rank > 0 ? words.reading.hit(rank) : words.reading.miss);
  const mine = element(
    "ol",
    { class: "ranked" },
    differential.map((name, at) =>
      element(
        "li",
        { class: same(name, answer.diagnosis) ? "match" : "" },
        element("span", { class: "rank", "aria-hidden": "true" }, String(at + 1)),
        element("span", { class: "name" }, name),
        same(name, answer.diagnosis) && element("span", { class: "tag" }, words.reading.match),
      ),
    ),
  );
  return [
    element(
      "section",
      { class: "answer-part" },
      element("h3", {}, words.reading.yours),
      line,
      ...(differential.length > 0 ? [mine] : []),
      ...(confidence ? [element("p", { class: "soft small" }, words.reading.confidence(words.reading.sureness[confidence - 1]))] : []),
    ),
  ];
}

/** @param {string} title @param {Node | "" | null} content */
function part(title, content) {
  return content ? element("section", { class: "answer-part" }, element("h3", {}, title), content) : null;
}

/** @param {"ol" | "ul"} tag @param {string[]} items */
function listOf(tag, items) {
  return items.length > 0 ? element(tag, {}, items.map((item) => element("li", {}, item))) : null;
}
