// @ts-check
import { cachesWords } from "./en-caches.js";

const number = new Intl.NumberFormat("en");
const decimal = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const small = new Intl.NumberFormat("en", { maximumSignificantDigits: 2 });
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const time = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
const seconds = new Intl.DateTimeFormat("en", { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" });
const day = new Intl.DateTimeFormat("en", { month: "short", day: "numeric" });
const dayAndTime = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });

/** @param {number} value */
function millis(value) {
  if (value < 10) {
    return `${small.format(value)} ms`;
  }
  return value < 10_000 ? `${number.format(Math.round(value))} ms` : `${decimal.format(value / 1000)} s`;
}

/** @param {number} value  of something that is counted by the second */
function rate(value) {
  return value < 10 ? small.format(value) : number.format(Math.round(value));
}

/** How a figure is said, by its unit. @type {Record<string, (value: number) => string>} */
const units = { rate, millis, share: (value) => percent.format(value), bytes: cachesWords.size, count: (value) => decimal.format(value) };

/** @param {number} value */
const share = (value) => percent.format(value);

/** The words of the dashboard. */
export const dashboardWords = {
  title: "How RadCase is doing",
  spans: "Time",
  /** @type {[range: string, short: string, word: string][]} */
  ranges: [
    ["15m", "15 min", "last 15 minutes"],
    ["1h", "1 h", "last hour"],
    ["6h", "6 h", "last 6 hours"],
    ["24h", "24 h", "last 24 hours"],
    ["7d", "7 d", "last 7 days"],
    ["30d", "30 d", "last 30 days"],
  ],
  units,
  none: "Nothing was measured yet",
  noneDetail: "Figures appear within a minute.",
  figures: "Figures",
  /** @param {string} word @param {string[]} instances */
  measured: (word, instances) => `In the ${word}, ${instances.length === 1 ? `by ${instances[0]}` : `by ${number.format(instances.length)} instances: ${instances.join(", ")}`}.`,
  tiles: { requests: "Requests a second", times: "Response time, p95", errors: "Errors", cache: "From cache", heap: "Memory after GC", people: "People" },
  now: "now",
  /** @param {number} value */
  requests: (value) => `${number.format(value)} in all`,
  /** @param {string} goal @param {boolean} met */
  goal: (goal, met) => [`goal ${goal} · `, met ? "met" : "missed"],
  timesGoal: "below 200 ms",
  errorsGoal: "below 1%",
  cacheGoal: "95% or more",
  heapGoal: "below 85%",
  /** @param {number} most */
  ofHeap: (most) => `of ${cachesWords.size(most)}`,
  peopleLately: "who asked for something in 5 minutes",
  charts: {
    requests: "Requests a second",
    times: "Response time",
    errors: "Errors a second",
    cache: "Answered from cache",
    memory: "Memory",
    pool: "Database connections",
    people: "People, and requests in progress",
    cpu: "Processor",
  },
  series: {
    requestsPerSecond: "requests",
    p50Millis: "p50",
    p95Millis: "p95",
    p99Millis: "p99",
    errorsPerSecond: "errors",
    cacheHitRate: "from cache",
    heapUsedBytes: "in use",
    heapAfterGcBytes: "after GC",
    heapMaxBytes: "most",
    poolInUse: "in use",
    poolWaiting: "waiting",
    poolMax: "most",
    people: "people",
    activeRequests: "in progress",
    cpu: "used",
  },
  /** @param {string} title @param {string} said */
  chart: (title, said) => `${title}. ${said}; the table below has the figures.`,
  goalLine: "goal",
  unknown: "–",
  chartTable: "Figures of the chart",
  /** @param {string} title */
  tableOf: (title) => `Figures of the chart ${title}`,
  when: "When",
  /** @param {number} at  milliseconds @param {number} step  seconds */
  at: (at, step) => (step < 60 ? seconds : step < 1800 ? time : dayAndTime).format(at),
  /** @param {number} at  milliseconds @param {number} step  seconds */
  tick: (at, step) => (step < 1800 ? time : day).format(at),
  routes: "Slowest routes",
  routesLead: "By the time that 95 of 100 requests stayed within.",
  routeHeads: ["Route", "Requests", "p50", "p95", "p99", "Errors"],
  noRoutes: "Nobody asked for anything.",
  /** @param {number} value */
  count: (value) => number.format(value),
  jobs: "Work in the background",
  jobHeads: ["Work", "State"],
  /** @type {Record<string, string>} */
  jobNames: { backup: "Backup", "database-move": "Move to another database", "cache-warm-up": "Warm-up of the caches" },
  /** @type {Record<string, string>} */
  jobStates: { running: "running", idle: "idle" },
  alerts: "Alerts",
  allWell: "No alert is open.",
  /** @param {number} count */
  open: (count) => (count === 1 ? "1 alert is open." : `${number.format(count)} alerts are open.`),
  /** @type {Record<string, string>} */
  severities: { warning: "Warning", critical: "Critical" },
  acknowledge: "Acknowledge",
  /** @param {string} alert */
  acknowledgeThis: (alert) => `Acknowledge: ${alert}`,
  acknowledged: "Alert acknowledged",
  /** @param {string} who */
  seenBy: (who) => `Seen by ${who}`,
  webhook: "Webhook:",
  past: "All alerts of 90 days",
  pastHeads: ["Alert", "Since", "Ended", "Seen by"],
  stillOpen: "open",
  noPast: "There was none.",
  since: "since",
  /** What each alert says. @type {Record<string, (subject: string, worst: number, limit: number) => string>} */
  says: {
    ...cachesWords.alerts,
    "response-time": (_, worst, limit) => `5 of 100 requests take ${millis(worst)} or more; the limit is ${millis(limit)}.`,
    "error-rate": (_, worst, limit) => `${share(worst)} of the requests fail; the limit is ${share(limit)}.`,
    heap: (_, worst, limit) => `${share(worst)} of the memory is in use after garbage collection; the limit is ${share(limit)}.`,
    "disk-free": (_, worst, limit) => `${share(worst)} of the disk is free; ${share(limit)} is the least that is well.`,
    "database-away": (subject) => `The database ${subject} does not answer.`,
    "pool-use": (subject, worst, limit) => `${share(worst)} of the connections of ${subject} are in use; the limit is ${share(limit)}.`,
    "pool-waiting": (subject, worst) => `${number.format(worst)} ${worst === 1 ? "request waits" : "requests wait"} for a connection of ${subject}.`,
    "pool-exhausted": (subject) => `Requests got no connection of ${subject}: all were in use.`,
  },
};
