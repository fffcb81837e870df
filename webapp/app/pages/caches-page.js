// @ts-check
import { the } from "../ui/element.js";
import { clearForm, entryForm, tagForm } from "./caches-acts.js";
import { benchmarkSection } from "./caches-benchmark.js";
import { figuresSections } from "./caches-figures.js";
import { warmUpSection } from "./caches-warm-up.js";
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { deskPart } from "./desk-parts.js";
import { everyWhile } from "./every-while.js";
import { ask } from "./api.js";
import { startFrame } from "./frame.js";

const EVERY = 5000;

startFrame();
const figures = figuresSections();
const warmUp = warmUpSection(() => again());

async function refresh() {
  try {
    const { body: found } = await ask("api/admin/caches");
    figures.show(found);
    warmUp.show(found.warmUp);
  } catch (error) {
    figures.fail(error, refresh);
  }
  return EVERY;
}

the("[data-body]").append(
  ...figures.nodes,
  benchmarkSection(),
  deskPart(words.caches.remove, element("p", { class: "soft" }, words.caches.removeLead), entryForm(() => again()), tagForm(() => again()), clearForm(() => again())),
  warmUp.node,
);
const again = everyWhile(refresh);
