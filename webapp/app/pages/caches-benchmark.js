// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask } from "./api.js";
import { actButton, dataTable, deskPart } from "./desk-parts.js";

/** How fast the caches are now, measured when somebody asks. */
export function benchmarkSection() {
  const result = element("div", { class: "found", role: "status", data: { benchmark: "" } });
  const { span } = words.caches;
  const run = actButton(words.caches.benchmarkAct, async () => {
    const { body: found } = await ask("api/admin/caches/benchmark", { method: "POST" });
    result.replaceChildren(
      element("p", {}, words.caches.benchmarkDone(found.provider, found.rounds)),
      dataTable(words.caches.benchmarkHeads, [
        [[words.caches.get], [span(found.getP50Micros)], [span(found.getP95Micros)]],
        [[words.caches.set], [span(found.setP50Micros)], [span(found.setP95Micros)]],
      ]),
    );
  });
  return deskPart(words.caches.benchmark, element("p", { class: "soft" }, words.caches.benchmarkLead), run, result);
}
