// @ts-check

/** @param {number} count */
const number = (count) => count.toLocaleString("en");

/** What the move to another database says. */
export const moveWords = {
  title: "Move to PostgreSQL",
  noTarget: "This server has no second database.",
  noTargetDetail: "Give it the DataSource jdbc/radcase-next, as the administrator's guide tells, and start it again.",
  none: "All data is in one database. A move takes it to PostgreSQL while people work, and there is a way back.",
  steps: ["Copy", "Compare", "Ready", "Switched", "Finished"],
  /** @type {Record<string, string>} */
  phases: {
    copying: "Rows are being copied. What people write meanwhile follows.",
    verifying: "Every row is being compared with its copy.",
    ready: "Both databases are the same. The switch keeps writers waiting for a second at most.",
    switched: "PostgreSQL has the data. The old database follows, so that going back loses nothing.",
    "rolled-back": "The data is in the old database again, with all that was written since.",
    finished: "The move is finished. The old database is an archive: at the next restart make PostgreSQL jdbc/radcase.",
    cancelled: "The move was given up. Nothing has changed.",
  },
  /** @param {number} done @param {number} rows */
  rows: (done, rows) => `${number(done)} of ${number(rows)} rows`,
  /** @param {number} rate */
  rate: (rate) => `${number(Math.round(rate))} rows a second`,
  /** @param {number} seconds */
  left: (seconds) => (seconds < 90 ? `${seconds} s left` : `${number(Math.round(seconds / 60))} min left`),
  /** @param {number} pending @param {number} lag */
  lag: (pending, lag) => (pending === 0 ? "nothing waits to follow" : `${number(pending)} rows wait to follow, since ${(lag / 1000).toFixed(1)} s`),
  /** @param {number} millis */
  pause: (millis) => `Writers waited ${number(millis)} ms for the longest switch.`,
  /** @param {string} when */
  kept: (when) => `The old database follows until ${new Date(when).toLocaleString("en")}.`,
  /** @param {string} problem */
  waits: (problem) => `The move waits, and tries again: ${problem}`,
  tables: "Tables",
  table: ["Table", "Rows", "Copied", "Compared", "Checksum", "Mismatches"],
  mismatches: "Rows that differed",
  /** @param {number} count */
  found: (count) => (count === 0 ? "No row differed." : `${count === 1 ? "1 row" : `${number(count)} rows`} differed and were repaired.`),
  mismatch: ["Table", "Key", "What"],
  /** @type {Record<string, string>} */
  kinds: { missing: "was missing", different: "was different", extra: "was too many" },
  /** @type {Record<string, string>} */
  orders: { start: "Start the move", verify: "Compare once more", switch: "Switch", "roll-back": "Roll back", finish: "Finish", cancel: "Give up" },
  /** @type {Record<string, string>} */
  done: {
    start: "The move has begun",
    verify: "All rows are compared once more",
    switch: "PostgreSQL has the data now",
    "roll-back": "The old database has the data again",
    finish: "The move is finished",
    cancel: "The move was given up",
  },
  /** @type {Record<string, string>} */
  consequences: {
    start: "Tables in jdbc/radcase-next are made or emptied, and filled. People notice nothing.",
    switch: "From now on PostgreSQL has the data. Writers wait for a second at most; you can roll back.",
    "roll-back": "The old database has the data again, with all that was written since. Writers wait for a second at most.",
    finish: "The old database becomes an archive. There is no way back after this but a backup.",
    cancel: "The copy is abandoned. A new move begins from the beginning.",
  },
};
