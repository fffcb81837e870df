// @ts-check
import { nextAnnotations, noAnnotations } from "../measure/annotation-state.js";
import { mergedAnnotations } from "../measure/merged-annotations.js";
import { ask, Problem } from "./api.js";
import { keepMarks, takeKeptMarks } from "./kept-marks.js";

/** @typedef {import("../measure/annotation-types.js").Annotation} Annotation */

/** How long after the last change a list is saved, in ms. */
const PAUSE = 1000;
/** How long after a failure it is tried again, in ms: doubled each time, to a minute. */
const RETRY = { first: 2000, most: 60_000 };
/** A request may outlive its page only while it is small (Fetch: 64 KiB of all of them together). */
const MOST_KEPT_ALIVE = 60_000;

/**
 * A person's own annotations on a case, which she may add to before they have come.
 * @param {string} caseId
 * @param {AbortSignal} signal  ends it
 */
export function keepOwn(caseId, signal) {
  const { annotations } = noAnnotations;
  const kept = takeKeptMarks(caseId);
  const keeper = new AnnotationKeeper(addressOf(caseId), "own", { revision: null, ...(kept ?? { base: annotations, annotations }) }, signal);
  addEventListener("pagehide", () => keeper.status !== "saved" && keepMarks(caseId, keeper.unsaved));
  keeper.addEventListener("changed", () => keeper.status === "saved" && takeKeptMarks(caseId));
  if (kept) {
    keeper.save();
  }
  return keeper;
}

/**
 * The educators' annotations.
 * @param {string} caseId
 * @param {{revision: number, annotations: readonly Annotation[]} | undefined} told  as the server has them; undefined while the answer is closed
 * @param {AbortSignal} signal  ends it
 */
export function keepShared(caseId, told, signal) {
  return told && new AnnotationKeeper(addressOf(caseId), "shared", told, signal);
}

/**
 * What the server has of a case's annotations.
 * @param {string} caseId @param {AbortSignal} signal
 * @returns {Promise<any>} answer of `GET api/cases/{id}/annotations`
 * @throws {Problem} when they can't be had
 */
export async function annotationsOf(caseId, signal) {
  return (await ask(addressOf(caseId), { signal })).body;
}

/**
 * Owns one list of annotations: takes changes in, saves them a second after the last one and when the page is left, takes
 * others' in where they saved first, and fires "changed".
 */
export class AnnotationKeeper extends EventTarget {
  #address;
  #list;
  #state = noAnnotations;
  /** What the server has. @type {readonly Annotation[]} */
  #base;
  /** Null until the server's list has come. @type {number | null} */
  #revision;
  /** @type {Promise<any> | null} */
  #loading = null;
  /** @type {Promise<void> | null} */
  #saving = null;
  #soon = 0;
  #retry = RETRY.first;
  /** Why the last try to save failed. @type {unknown} */
  error = null;

  /**
   * @param {string} address  of the case's annotations
   * @param {"own" | "shared"} list
   * @param {{revision: number | null, annotations: readonly Annotation[], base?: readonly Annotation[]}} told  as the server has it; or as it is here, and what the server had (base) then
   * @param {AbortSignal} signal
   */
  constructor(address, list, { revision, annotations, base }, signal) {
    super();
    this.#address = address;
    this.#list = list;
    this.#revision = revision;
    this.#state = nextAnnotations(noAnnotations, { type: "loaded", annotations });
    this.#base = base === undefined || base === annotations ? this.#state.annotations : base;
    // Not ended by the signal: leaving the page is what aborts it, and then is the last time to save.
    addEventListener("pagehide", () => this.save());
    // Coming back as well: she may have signed in again elsewhere.
    document.addEventListener("visibilitychange", () => this.save(), { signal });
    addEventListener("online", () => this.save(), { signal });
    addEventListener("signinneeded", (event) => this.status !== "saved" && event.preventDefault(), { signal });
    signal.addEventListener("abort", () => clearTimeout(this.#soon));
  }

  get state() {
    return this.#state;
  }

  /** @returns {"saved" | "saving" | "unsaved"} */
  get status() {
    if (this.#saving) {
      return "saving";
    }
    return this.#state.annotations === this.#base ? "saved" : "unsaved";
  }

  /** The list as it is here, and as the server had it last. */
  get unsaved() {
    return { base: this.#base, annotations: this.#state.annotations };
  }

  /** @param {import("../measure/annotation-state.js").AnnotationAction} action */
  dispatch(action) {
    const before = this.#state;
    this.#state = nextAnnotations(before, action);
    if (this.#state.annotations !== before.annotations) {
      this.#saveIn(PAUSE);
    }
    if (this.#state !== before) {
      this.#tell();
    }
  }

  /**
   * Takes in what the server has; what was drawn meanwhile joins it.
   * @returns {Promise<any>} answer of `GET api/cases/{id}/annotations`
   * @throws {Problem} when it can't be had
   */
  load() {
    this.#loading ??= this.#takeTheirs().finally(() => (this.#loading = null));
    return this.#loading;
  }

  /** Saves what is unsaved now. @returns {Promise<void>} settles when that is done, or failed */
  async save() {
    clearTimeout(this.#soon);
    if (this.status === "unsaved") {
      this.#saving = this.#send().finally(() => {
        this.#saving = null;
        this.#tell();
      });
      this.#tell();
    }
    return this.#saving ?? undefined;
  }

  async #send() {
    try {
      await this.#putOrMerge();
      this.error = null;
      this.#retry = RETRY.first;
      if (this.#state.annotations !== this.#base) {
        this.#saveIn(PAUSE);
      }
    } catch (error) {
      this.error = error;
      if (mayPass(error)) {
        this.#saveIn(Math.max(this.#retry, error.retryAfter * 1000));
        this.#retry = Math.min(this.#retry * 2, RETRY.most);
      }
    }
  }

  async #putOrMerge() {
    if (this.#revision === null) {
      await this.load();
    }
    try {
      await this.#put();
    } catch (error) {
      if (!(error instanceof Problem) || error.status !== 412) {
        throw error;
      }
      await this.load();
      await this.#put();
    }
  }

  async #put() {
    const { annotations } = this.#state;
    const json = { annotations };
    const { body } = await ask(`${this.#address}/${this.#list}`, {
      method: "PUT",
      json,
      ifMatch: `"${this.#revision}"`,
      keepalive: new TextEncoder().encode(JSON.stringify(json)).length < MOST_KEPT_ALIVE,
    });
    this.#base = annotations;
    this.#revision = body.revision;
  }

  /** At first, and when somebody else, or this person elsewhere, saved first. */
  async #takeTheirs() {
    const { body } = await ask(this.#address);
    const { revision, annotations } = body[this.#list];
    const { annotations: mine } = this.#state;
    const merged = mergedAnnotations(this.#base, mine, annotations);
    this.#revision = revision;
    this.#state = nextAnnotations(this.#state, { type: "loaded", annotations: merged });
    this.#base = mine === this.#base ? this.#state.annotations : annotations;
    this.#tell();
    return body;
  }

  /** @param {number} ms */
  #saveIn(ms) {
    clearTimeout(this.#soon);
    this.#soon = window.setTimeout(() => this.save(), ms);
  }

  #tell() {
    this.dispatchEvent(new Event("changed"));
  }
}

/** @param {string} caseId */
function addressOf(caseId) {
  return `api/cases/${encodeURIComponent(caseId)}/annotations`;
}

/** Whether the same may be taken later: nothing answered, others keep saving first, or the server is busy. @param {unknown} error @returns {error is Problem} */
function mayPass(error) {
  return error instanceof Problem && ([0, 412, 429].includes(error.status) || error.status >= 500);
}
