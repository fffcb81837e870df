// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask } from "./api.js";
import { actButton, deskPart, timeNode } from "./desk-parts.js";
import { updateInPlace } from "./update-in-place.js";

/**
 * The last warm-up, and a button for the next.
 * @param {() => Promise<void>} again  asks for the figures
 */
export function warmUpSection(again) {
  const report = element("div", { data: { warmUp: "" } });
  const act = actButton(words.caches.warmUpAct, async () => {
    await ask("api/admin/caches/warm-up", { method: "POST" });
    await again();
    return words.caches.warmUpBegun;
  });
  return {
    node: deskPart(words.caches.warmUp, element("p", { class: "soft" }, words.caches.warmUpLead), report, act),
    /** @param {any} warmUp */
    show(warmUp) {
      updateInPlace(report, [reportNode(warmUp)]);
    },
  };
}

/** @param {any} warmUp */
function reportNode({ state, startedAt, finishedAt, cases, lists, failures }) {
  if (state === "never") {
    return element("p", {}, words.caches.warmUpNever);
  }
  const running = state === "running";
  return element("p", {}, `${running ? words.caches.warmUpRunning : words.caches.warmUpDone} `, timeNode(running ? startedAt : (finishedAt ?? startedAt)), `: ${words.caches.warmed(cases, lists, failures)}.`);
}
