// @ts-check
import { ask, Problem } from "./api.js";
import { batches } from "./upload-batches.js";
import { nextUploads, noUploads } from "./upload-state.js";

/** At most this many requests at once. */
const REQUESTS = 3;

/**
 * Sends files to a case, a few at a time, and keeps each one's verdict. Fires `changed` after every step, and `taken` with
 * what the case then has.
 */
export class Uploader extends EventTarget {
  #uploads = noUploads;
  /** @type {import("./dropped-files.js").Found[]} the files, in the order of the rows */
  #files = [];
  /** @type {{file: File, path: string, at: number}[][]} */
  #waiting = [];
  #under = 0;
  #life = new AbortController();
  #prepare;

  /** @param {() => Promise<string>} prepare  gives the address to send to, and makes the case if it must */
  constructor(prepare) {
    super();
    this.#prepare = prepare;
  }

  get uploads() {
    return this.#uploads;
  }

  get isBusy() {
    return this.#under > 0 || this.#waiting.length > 0;
  }

  /** @param {import("./dropped-files.js").Found[]} found */
  add(found) {
    const first = this.#files.length;
    this.#files.push(...found);
    this.#dispatch({ type: "added", files: found.map(({ file, path }) => ({ name: path, size: file.size })) });
    this.#enqueue(found.map((one, index) => ({ ...one, at: first + index })));
  }

  /** Sends again what could not be sent. */
  retry() {
    const again = this.#uploads.rows.flatMap(({ verdict }, at) => (verdict === "unsent" ? [{ ...this.#files[at], at }] : []));
    this.#enqueue(again);
  }

  /** Stops: what was acknowledged stays, the rest is not sent. */
  cancel() {
    this.#waiting = [];
    this.#life.abort();
    this.#life = new AbortController();
    const open = this.#uploads.rows.flatMap(({ verdict }, at) => (verdict === "waiting" || verdict === "sending" ? [at] : []));
    this.#dispatch({ type: "unsent", at: open, error: null });
  }

  /** Forgets files that are done. */
  clear() {
    this.#files = [];
    this.#dispatch({ type: "cleared" });
  }

  /** @param {{file: File, path: string, at: number}[]} entries */
  #enqueue(entries) {
    this.#waiting.push(...batches(entries));
    while (this.#under < REQUESTS && this.#waiting.length > 0) {
      this.#under++;
      this.#work(this.#life.signal).finally(() => {
        this.#under--;
        this.#changed();
      });
    }
  }

  /** @param {AbortSignal} signal */
  async #work(signal) {
    for (let batch = this.#waiting.shift(); batch && !signal.aborted; batch = this.#waiting.shift()) {
      await this.#send(batch, signal);
    }
  }

  /** @param {{file: File, path: string, at: number}[]} batch @param {AbortSignal} signal */
  async #send(batch, signal) {
    const at = batch.map((one) => one.at);
    this.#dispatch({ type: "sending", from: at });
    try {
      const address = await this.#prepare();
      const body = new FormData();
      batch.forEach(({ file, path }) => body.append("files", file, path));
      const answer = await ask(address, { method: "POST", body, signal });
      this.#take(at, answer.body);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      if (error instanceof Problem && error.body?.files) {
        this.#take(at, error.body);
      } else {
        this.#dispatch({ type: "unsent", at, error });
      }
    }
  }

  /**
   * The answer's verdicts go to the files in their order; a zip's contents have more verdicts than it is files.
   * @param {number[]} at @param {{files: any[], case?: any}} answer
   */
  #take(at, { files, case: teachingCase }) {
    const rows = files.length === at.length ? files.map((file, index) => ({ at: at[index], ...verdictOf([file]) })) : this.#matched(at, files);
    this.#dispatch({ type: "told", rows });
    if (teachingCase) {
      this.dispatchEvent(new CustomEvent("taken", { detail: teachingCase }));
    }
  }

  /** @param {number[]} at @param {any[]} files */
  #matched(at, files) {
    return at.map((index) => {
      const name = this.#files[index].path;
      const own = files.filter((file) => file.name === name || file.name.startsWith(`${name}/`) || file.name.startsWith(`${name}!`));
      return { at: index, ...verdictOf(own.length > 0 ? own : files) };
    });
  }

  /** @param {import("./upload-state.js").UploadAction} action */
  #dispatch(action) {
    this.#uploads = nextUploads(this.#uploads, action);
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("changed"));
  }
}

/** The verdict of a file, or of all that a zip held. @param {any[]} files @returns {{verdict: import("./upload-state.js").Verdict, detail: string}} */
function verdictOf(files) {
  const refused = files.filter(({ verdict }) => verdict === "refused");
  const verdict = files.some((file) => file.verdict === "stored") ? "stored" : files.every((file) => file.verdict === "refused") ? "refused" : "duplicate";
  const [first] = refused;
  const detail = first ? (files.length === 1 ? first.detail : `${first.name}: ${first.detail}`) : "";
  return { verdict, detail: detail ?? "" };
}
