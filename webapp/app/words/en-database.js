// @ts-check
import { cachesWords } from "./en-caches.js";
import { dashboardWords } from "./en-dashboard.js";
import { moveWords } from "./en-move.js";
import { speedWords } from "./en-speed.js";

const number = new Intl.NumberFormat("en");
const decimal = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const UNITS = ["B", "kB", "MB", "GB", "TB"];

/** @param {number} bytes */
function size(bytes) {
  const unit = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  return `${decimal.format(bytes / 1000 ** unit)} ${UNITS[unit]}`;
}

/** @param {number} millis */
function span(millis) {
  return millis < 10 ? `${decimal.format(millis)} ms` : millis < 10_000 ? `${number.format(Math.round(millis))} ms` : `${number.format(Math.round(millis / 1000))} s`;
}

/** What the pools of connections say. */
const poolWords = {
  title: "Connections",
  lead: "Each request borrows a connection for as long as it works with the database.",
  heads: ["Database", "State", "In use", "Waiting", "Waited", "Done since the start"],
  /** @type {Record<string, string>} */
  states: { up: "Answers", away: "Away", unused: "Not asked yet" },
  main: "has the data",
  /** @param {number} inUse @param {number | null} most */
  inUse: (inUse, most) => (most === null ? number.format(inUse) : `${number.format(inUse)} of ${number.format(most)}`),
  /** @param {number | null} idle */
  idle: (idle) => (idle === null ? "" : `${number.format(idle)} idle`),
  /** @param {number} count */
  count: (count) => number.format(count),
  /** @param {number} p50 @param {number} p95 */
  waited: (p50, p95) => `${span(p50)} usually, ${span(p95)} at p95`,
  /** @param {number} transactions @param {number} retries @param {number} lost */
  done: (transactions, retries, lost) => `${number.format(transactions)} transactions, ${number.format(retries)} retries, ${number.format(lost)} connections lost`,
  /** @param {number} bytes */
  log: (bytes) => `write-ahead log ${size(bytes)}`,
  /** @param {string} name */
  exhausted: (name) => `All connections of ${name} were in use within the last minute. Give its pool more, or see below who keeps them.`,
  /** @param {string} name */
  away: (name) => `${name} is away. RadCase asks for it four times a second, and tells browsers to come back.`,
  /** @param {string} name @param {string} damage */
  damaged: (name, damage) => `The file of ${name} is damaged: ${damage}. Make no backup over an older one; restore the last good one.`,
  leaks: "Connections kept for too long",
  /** @param {string} thread @param {number} seconds */
  leak: (thread, seconds) => `${thread}, for ${number.format(seconds)} s`,
  replica: "Read replica",
  /** @param {number | null} lag @param {boolean} used */
  lag: (lag, used) => `${lag === null ? "Its lag is not known" : `${span(lag)} behind`}: reports are read ${used ? "there" : "from the main database"}.`,
};

/** What backups say. */
const backupWords = {
  title: "Backups",
  lead: "Database and images as they are at one moment, while people work. An empty server is filled from one at its start.",
  /** @param {string} folder */
  folder: (folder) => `They lie in ${folder} on the server. Copy them to another machine.`,
  make: "Back up now",
  begun: "The backup has begun",
  none: "There is no backup yet.",
  heads: ["Begun", "State", "Rows", "Images", "Size", "Folder"],
  /** @type {Record<string, string>} */
  states: { running: "Being made", complete: "Complete", failed: "Failed" },
  /** @param {number} done @param {number} all */
  progress: (done, all) => (done === all ? number.format(done) : `${number.format(done)} of ${number.format(all)}`),
  /** @param {number} seconds */
  took: (seconds) => `in ${number.format(seconds)} s`,
  size,
};

/** The words of the pages that show how the server does: the dashboard, the databases', the caches', the viewer's. */
export const databaseWords = { database: { title: "Database" }, move: moveWords, pools: poolWords, backups: backupWords, caches: cachesWords, dashboard: dashboardWords, speed: speedWords };
