// @ts-check
import { ask } from "./api.js";

const NAME = "radcase.list";

/** Remembers, for this tab, the cases of the list that the reader came from. @param {readonly string[]} ids  in the list's order */
export function keepList(ids) {
  try {
    sessionStorage.setItem(NAME, JSON.stringify(ids));
  } catch {
    // Storage may be forbidden: then the newest cases are the list.
  }
}

/**
 * The case after this one: in the list that the reader came from, else among the newest.
 * @param {string} caseId
 * @param {AbortSignal} signal
 * @returns {Promise<string | undefined>}
 */
export async function nextCase(caseId, signal) {
  const kept = keptList();
  if (kept.includes(caseId)) {
    return kept[kept.indexOf(caseId) + 1];
  }
  const { body } = await ask("api/cases?limit=100", { signal });
  const ids = body.data.map((/** @type {any} */ { id }) => id);
  return ids[ids.indexOf(caseId) + 1];
}

/**
 * Brings the next case's page and manifest into the browser's cache, while nothing else is to be done.
 * @param {string} caseId
 * @param {AbortSignal} signal
 */
export function fetchNextCase(caseId, signal) {
  const later = window.requestIdleCallback ?? ((/** @type {() => void} */ work) => setTimeout(work, 1000));
  later(async () => {
    const next = await nextCase(caseId, signal).catch(() => undefined);
    if (next && !signal.aborted) {
      document.head.append(link(`cases/${next}`), link(`api/cases/${next}/dicom`));
    }
  });
}

/** @param {string} href */
function link(href) {
  const made = document.createElement("link");
  made.rel = "prefetch";
  made.href = href;
  return made;
}

/** @returns {string[]} */
function keptList() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? "[]");
    return Array.isArray(kept) ? kept.filter((id) => typeof id === "string") : [];
  } catch {
    return [];
  }
}
