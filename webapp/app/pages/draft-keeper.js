// @ts-check
import { ask, Problem } from "./api.js";
import { emptyDraft, nextDraft } from "./draft-state.js";

/** How long after the last change a draft is saved, in ms. */
const PAUSE = 700;

/**
 * Owns a draft: makes the case at the first change, saves as one types, takes others' changes in, and tells its watchers.
 */
export class DraftKeeper extends EventTarget {
  #draft = emptyDraft;
  /** @type {number | undefined} */
  #soon;
  /** @type {Promise<void> | null} */
  #saving = null;
  /** @type {Promise<string> | null} */
  #making = null;

  get draft() {
    return this.#draft;
  }

  /** The case's id; undefined before it exists. @returns {string | undefined} */
  get id() {
    return this.#draft.base?.id;
  }

  /** The case's address in the API. */
  get address() {
    return `api/cases/${encodeURIComponent(this.id ?? "")}`;
  }

  /** @param {string} id */
  async load(id) {
    const { body, etag } = await ask(`api/cases/${encodeURIComponent(id)}`);
    this.dispatch({ type: "saved", teachingCase: body, etag });
  }

  /** @param {import("./draft-state.js").DraftAction} action */
  dispatch(action) {
    this.#draft = nextDraft(this.#draft, action);
    this.dispatchEvent(new CustomEvent("drawn", { detail: { action } }));
  }

  /** @param {string} field @param {any} value */
  edit(field, value) {
    this.dispatch({ type: "edited", field, value });
    clearTimeout(this.#soon);
    this.#soon = window.setTimeout(() => this.save(), PAUSE);
  }

  /** Makes the case if it doesn't exist yet. @returns {Promise<string>} its id */
  async make() {
    if (this.id) {
      return this.id;
    }
    this.#making ??= this.#create().finally(() => (this.#making = null));
    return this.#making;
  }

  /** Saves what is unsaved now. @returns {Promise<void>} settles when there is nothing left to send, or it failed */
  async save() {
    clearTimeout(this.#soon);
    if (this.#saving) {
      await this.#saving;
    }
    if (Object.keys(this.#draft.changes).length === 0) {
      return;
    }
    this.#saving = this.#send().finally(() => (this.#saving = null));
    return this.#saving;
  }

  /**
   * Changes the case at once, outside the form: to publish or archive it.
   * @param {Record<string, unknown>} change
   */
  async apply(change) {
    await this.save();
    this.dispatch({ type: "sending" });
    await this.#patch(change);
  }

  async #create() {
    const sent = this.#draft.changes;
    this.dispatch({ type: "sending" });
    try {
      const { body, etag } = await ask("api/cases", { method: "POST", json: sent });
      this.dispatch({ type: "saved", teachingCase: body, etag });
      history.replaceState(null, "", `cases/${encodeURIComponent(body.id)}/edit`);
      return body.id;
    } catch (error) {
      this.#told(error);
      throw error;
    }
  }

  async #send() {
    if (!this.id) {
      await this.make().catch(() => {});
      return;
    }
    this.dispatch({ type: "sending" });
    await this.#patch(/** @type {Record<string, unknown>} */ (this.#draft.sending)).catch(() => {});
  }

  /** @param {Record<string, unknown>} json */
  async #patch(json) {
    try {
      const { body, etag } = await ask(this.address, {
        method: "PATCH",
        json,
        type: "application/merge-patch+json",
        ifMatch: this.#draft.etag ?? undefined,
      });
      this.dispatch({ type: "saved", teachingCase: body, etag });
    } catch (error) {
      if (error instanceof Problem && error.status === 412) {
        return this.#mergeAndRetry(json);
      }
      this.#told(error);
      throw error;
    }
  }

  /** Somebody else saved meanwhile: take hers in, then send what doesn't clash. @param {Record<string, unknown>} json */
  async #mergeAndRetry(json) {
    const { body, etag } = await ask(this.address);
    this.dispatch({ type: "stale", teachingCase: body, etag });
    const outside = Object.fromEntries(Object.entries(json).filter(([field]) => field === "status"));
    const again = { ...this.#draft.changes, ...outside };
    if (Object.keys(again).length > 0) {
      this.dispatch({ type: "sending" });
      await this.#patch(again);
    }
  }

  /** @param {unknown} error */
  #told(error) {
    if (error instanceof Problem && error.status === 422) {
      this.dispatch({ type: "refused", faults: error.errors, error });
    } else {
      this.dispatch({ type: "failed", error });
    }
  }
}
