// @ts-check

const number = new Intl.NumberFormat("en");
const decimal = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const smallPercent = new Intl.NumberFormat("en", { style: "percent", maximumSignificantDigits: 2 });
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });

/** Of 1024, as Redis and the shares of the memory are told. */
const UNITS = ["B", "KiB", "MiB", "GiB", "TiB"];

/** @param {number} bytes */
function size(bytes) {
  const unit = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes) / 10));
  return `${decimal.format(bytes / 1024 ** unit)} ${UNITS[unit]}`;
}

/** @param {number} micros */
function span(micros) {
  if (micros < 1000) {
    return `${micros < 10 ? decimal.format(micros) : number.format(Math.round(micros))} µs`;
  }
  return `${decimal.format(micros / 1000)} ms`;
}

/** @param {number} seconds */
function life(seconds) {
  return seconds % 3600 === 0 ? `${number.format(seconds / 3600)} h` : `${number.format(Math.round(seconds / 60))} min`;
}

/** @param {Date} then @param {Date} now  a time as said after "since": of today without the day */
function moment(then, now) {
  const time = then.toLocaleTimeString("en", { timeStyle: "short" });
  return then.toDateString() === now.toDateString() ? time : `${then.toLocaleDateString("en", { dateStyle: "medium" })}, ${time}`;
}

/** @param {number} count @param {string} one @param {string} other */
function counted(count, one, other) {
  return `${number.format(count)} ${count === 1 ? one : other}`;
}

/** @type {Record<string, string>} */
const providers = { ehcache: "in the process", redis: "in Redis" };

/** The words of the caches' page. */
export const cachesWords = {
  title: "Caches",
  where: "Where answers are kept",
  inProcess: "In the process",
  inRedis: "In Redis",
  passing: "In the process, only what never changes",
  since: "since",
  moment,
  off: "Redis is switched off (radcase.redis.uri=none).",
  near: "Copies are near, in the process, as well.",
  away: "Redis is away since",
  awayAlone: "Answers are kept in the process until it returns.",
  awayCluster: "Answers pass by the cache until it returns: each is right, and slower.",
  unknownTrouble: "it doesn't answer",
  cluster: "Other instances share these caches (radcase.cluster=true).",
  /** What each alert says. @type {Record<string, (subject: string, value: number, limit: number) => string>} */
  alerts: {
    "hit-rate": (subject, value, limit) => `The cache ${subject} finds ${percent.format(value)} of what is looked for; ${percent.format(limit)} is the least that is well.`,
    "redis-memory": (_, value, limit) => `Redis has ${size(value)} in use; ${size(limit)} is where it gets tight.`,
    "redis-clients": (_, value, limit) => `Redis has ${number.format(value)} clients; more than ${number.format(limit)} is unusual.`,
    "redis-failures": (_, value, limit) => `${percent.format(value)} of what was asked of Redis failed; more than ${percent.format(limit)} is too much.`,
    "get-time": (subject, value, limit) => `A look into the cache ${subject} takes ${span(value)}; more than ${span(limit)} is half as long again as usual.`,
  },
  /** @param {string} kind @param {string} subject */
  alertOther: (kind, subject) => `${kind}: ${subject}`,
  table: "In this instance, since its start",
  heads: ["Cache", "Hit rate", "Hits", "Misses", "Entries", "Memory", "Evictions", "Average get"],
  /** @param {string} provider @param {number} seconds */
  kept: (provider, seconds) => `${providers[provider] ?? provider}, ${life(seconds)} at most`,
  /** @param {number | null} rate */
  rate: (rate) => (rate === null ? "–" : percent.format(rate)),
  /** @param {number} count */
  count: (count) => number.format(count),
  /** @param {number} used @param {number} most */
  memory: (used, most) => `${size(used)} of ${size(most)}`,
  span,
  size,
  redis: "Redis",
  redisOff: "It is switched off. Set radcase.redis.uri and restart RadCase to use one.",
  redisAway: "It doesn't answer, so it tells nothing of itself.",
  figures: {
    address: "Address",
    version: "Version",
    memory: "Memory",
    clients: "Clients",
    hits: "Hits",
    misses: "Misses",
    evicted: "Evicted",
    ops: "Operations a second",
    latency: "Round trip",
    operations: "Asked by this instance",
    failures: "Of that, failed",
  },
  /** @param {number} used */
  unlimited: (used) => `${size(used)}, no limit`,
  /** @param {number} failures @param {number} operations */
  failures: (failures, operations) => (operations === 0 ? number.format(failures) : `${number.format(failures)} (${smallPercent.format(failures / operations)})`),
  benchmark: "Benchmark",
  benchmarkLead: "Gets and sets an entry of 10 KB a thousand times, where answers are kept now. It takes about a second.",
  benchmarkAct: "Run benchmark",
  benchmarkHeads: ["What", "Usually", "95 of 100 within"],
  get: "Get",
  set: "Set",
  /** @param {string} provider @param {number} rounds */
  benchmarkDone: (provider, rounds) => `Measured ${providers[provider] ?? provider}, ${counted(rounds, "round", "rounds")}.`,
  remove: "Look up and remove",
  removeLead: "Removing costs no more than the next answer's time. It is recorded in the audit trail.",
  entry: "One entry",
  cache: "Cache",
  key: "Key",
  /** What the keys of each cache look like. @type {Record<string, string>} */
  keys: {
    sessions: "session:{hash of the session's id}",
    cases: "case:{id}",
    "dicom-metadata": "dicom:case:{case id}",
    thumbnails: "thumbnails:{case id}:{Series Instance UID}",
    "window-levels": "window_levels:{Series Instance UID}",
    "case-search": "case_search:{audience}:{hash of the query}",
    "user-progress": "user_progress:{user id}",
    responses: "api:{path}:{audience}:{query}",
  },
  /** @param {string} shape */
  keyHint: (shape) => `As in ${shape}`,
  lookUp: "Look up",
  found: { provider: "Kept", size: "Size", storedAt: "Stored", expiresAt: "Ends", tags: "Tags" },
  noTags: "none",
  kinds: providers,
  noEntry: "Nothing is kept under that key.",
  removeEntry: "Remove entry",
  removed: "Entry removed",
  gone: "It was gone already",
  byTag: "By tag",
  tag: "Tag",
  tagHint: "Such as case:{id} or user:{id}. Whatever carries it is outdated at once, in every cache and instance.",
  removeTag: "Remove by tag",
  /** @param {string} tag */
  tagRemoved: (tag) => `What had the tag ${tag} is outdated`,
  whole: "All of a cache",
  all: "All caches",
  clear: "Clear",
  /** @param {string} name  empty for all */
  clearTitle: (name) => (name ? `Clear the cache ${name}?` : "Clear all caches?"),
  /** @param {string} name */
  clearConsequence: (name) =>
    `${name ? "Its entries are" : "Every entry is"} removed. The database answers until ${name ? "it has" : "they have"} filled again, which takes minutes and more of its time. Nobody loses anything.`,
  /** @param {string} name */
  clearAct: (name) => (name ? "Clear cache" : "Clear all caches"),
  /** @param {string} name */
  cleared: (name) => (name ? `The cache ${name} is empty` : "All caches are empty"),
  warmUp: "Warm-up",
  warmUpLead: "At its start and now and then RadCase reads what is asked for most, so that the first who asks finds it.",
  warmUpAct: "Warm up now",
  warmUpBegun: "The warm-up has begun",
  warmUpNever: "There was none since the start of this instance.",
  warmUpRunning: "It is at work. Begun",
  warmUpDone: "Done",
  /** @param {number} cases @param {number} lists @param {number} failures */
  warmed: (cases, lists, failures) =>
    [counted(cases, "case", "cases"), counted(lists, "list", "lists"), failures === 0 ? "nothing failed" : `${number.format(failures)} failed, the log says why`].join(", "),
};
