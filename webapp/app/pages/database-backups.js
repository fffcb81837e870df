// @ts-check
import { words } from "../words/en.js";
import { element } from "../ui/element.js";
import { ask } from "./api.js";
import { actButton, dataTable, deskPart, timeNode } from "./desk-parts.js";
import { everyWhile } from "./every-while.js";
import { errorNotice } from "./notice.js";

const ADDRESS = "api/admin/database/backups";
const OFTEN = 1000;
const SELDOM = 15_000;

/** Backups: those that there are, and the one that is being made. It keeps itself up to date. */
export function backupsSection() {
  const list = element("div", { class: "backups", "aria-busy": "true" });
  const said = element("p", { role: "status", class: "visually-hidden" });
  let running = "";

  async function refresh() {
    try {
      const { body: found } = await ask(ADDRESS);
      list.replaceChildren(...listNodes(found));
      const last = found.data[0];
      // Said once at the end; the bar tells the rest.
      if (running && last?.id === running && last.state !== "running") {
        said.textContent = [words.backups.title, words.backups.states[last.state], last.problem].filter(Boolean).join(": ");
      }
      running = last?.state === "running" ? last.id : "";
    } catch (error) {
      list.replaceChildren(errorNotice(error, { retry: refresh }));
    }
    list.setAttribute("aria-busy", "false");
    return running ? OFTEN : SELDOM;
  }

  const again = everyWhile(refresh);
  const make = actButton(words.backups.make, async () => {
    await ask(ADDRESS, { method: "POST" });
    await again();
    return words.backups.begun;
  });
  return deskPart(words.backups.title, element("p", { class: "soft" }, words.backups.lead), said, make, list);
}

/** @param {{folder: string, data: any[]}} found */
function listNodes({ folder, data }) {
  const rows = data.map(({ id, state, startedAt, seconds, rows, rowsInAll, files, filesInAll, bytes, problem }) => [
    [timeNode(startedAt)],
    [
      element("span", { class: state === "failed" ? "bad" : "" }, words.backups.states[state]),
      state === "running" && bar(rows + files, rowsInAll + filesInAll),
      seconds !== null && element("span", { class: "soft small" }, words.backups.took(seconds)),
      problem && element("span", { class: "soft small" }, problem),
    ],
    [words.backups.progress(rows, rowsInAll)],
    [words.backups.progress(files, filesInAll)],
    [words.backups.size(bytes)],
    [element("span", { class: "mono" }, state === "complete" ? id : "")],
  ]);
  return [
    data.length > 0 ? dataTable(words.backups.heads, rows) : element("p", {}, words.backups.none),
    element("p", { class: "soft small" }, words.backups.folder(folder)),
  ];
}

/** @param {number} done @param {number} all */
function bar(done, all) {
  return element("progress", { max: Math.max(1, all), value: Math.min(done, all), "aria-label": words.backups.states.running });
}
