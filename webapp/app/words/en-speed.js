// @ts-check

const number = new Intl.NumberFormat("en");
const decimal = new Intl.NumberFormat("en", { maximumFractionDigits: 1 });
const percent = new Intl.NumberFormat("en", { style: "percent", maximumFractionDigits: 1 });
const hour = new Intl.DateTimeFormat("en", { weekday: "short", hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
/** Days are those of UTC. */
const day = new Intl.DateTimeFormat("en", { month: "short", day: "numeric", timeZone: "UTC" });

/** @param {number} millis */
function millis(millis) {
  return millis < 10_000 ? `${number.format(millis)} ms` : `${number.format(Math.round(millis / 1000))} s`;
}

/** @param {number} kilobytes */
function size(kilobytes) {
  return kilobytes < 1000 ? `${number.format(kilobytes)} kB` : `${decimal.format(kilobytes / 1000)} MB`;
}

/** @param {string} measure @param {number} value  in the unit with which the measure's name ends */
function valued(measure, value) {
  if (measure.endsWith("Millis")) {
    return millis(value);
  }
  return measure.endsWith("Kilobytes") ? size(value) : number.format(value);
}

/** The words of the page that shows how fast the viewer is where people read. */
export const speedWords = {
  title: "Reading speed",
  /** @param {number} visits */
  lead: (visits) => `Measured in people's browsers in ${number.format(visits)} ${visits === 1 ? "visit" : "visits"} of cases. Who read, and which case, is not kept.`,
  days: "Time",
  /** @type {[days: number, word: string][]} */
  spans: [
    [1, "Last 24 hours"],
    [7, "Last 7 days"],
    [30, "Last 30 days"],
  ],
  device: "Device",
  /** @type {Record<string, string>} */
  devices: { phone: "Phone", tablet: "Tablet", desktop: "Desktop" },
  measure: "Figure",
  /** @type {Record<string, string>} */
  measures: {
    previewMillis: "First image",
    truePixelsMillis: "True pixels",
    wholeSeriesMillis: "Whole series",
    frames: "Frames",
    frameKilobytes: "Received",
    longTasks: "Long tasks",
    longestTaskMillis: "Longest task",
    memoryKilobytes: "Viewer's memory",
    heapKilobytes: "Page's heap",
    scriptErrors: "Script errors",
    missingFrames: "Missing frames",
  },
  /** @type {Record<string, string>} */
  meanings: {
    previewMillis: "the server's picture is on the screen",
    truePixelsMillis: "stored values are on the screen",
    wholeSeriesMillis: "all of the first series",
    frames: "arrived in a visit",
    frameKilobytes: "for frames, not from the browser's cache",
    longTasks: "over 50 ms, the start included",
    longestTaskMillis: "of the page's main thread",
    memoryKilobytes: "by its own account, at the end",
    heapKilobytes: "at the end; Chromium only",
    scriptErrors: "in a visit",
    missingFrames: "in a visit",
  },
  valued,
  figures: "Percentiles",
  figuresLead: "Half of the visits stayed within p50, 95 of 100 within p95. Each is told within 2.5 %.",
  heads: ["Figure", "Visits", "p50", "p75", "p95", "p99", "Goal"],
  /** @param {number} count */
  count: (count) => number.format(count),
  /** @param {string} measure @param {number} p95 */
  goal: (measure, p95) => `p95 below ${valued(measure, p95)}`,
  met: "met",
  missed: "missed",
  course: "Course",
  courseLead: "p75: three of four visits stayed within.",
  /** @param {string} measure @param {number} steps @param {string} least @param {string} most */
  chart: (measure, steps, least, most) => `${measure}, p75 of ${number.format(steps)} ${steps === 1 ? "step" : "steps"} in time, from ${least} to ${most}; the table below has the figures.`,
  goalLine: "Goal for p95",
  courseTable: "Figures of the chart",
  courseHeads: ["When", "Visits", "p75"],
  /** @param {string} began @param {number} stepHours */
  when: (began, stepHours) => (stepHours === 1 ? hour.format(new Date(began)) : day.format(new Date(began))),
  none: "Nothing was measured yet",
  noneOnDevice: "Nobody read on this kind of device",
  notTold: "No browser told this figure.",
  noneDetail: "Figures come from people's browsers when they leave a case, and are here some seconds later. Choose a longer time, or open a case and come back.",
  lines: "Lines",
  linesLead: "As Chromium judges them; other browsers don't tell.",
  /** @type {Record<string, string>} */
  connections: { unknown: "Not told", "slow-2g": "Slower than 2G", "2g": "Like 2G", "3g": "Like 3G", "4g": "Like 4G or better" },
  lineHeads: ["Line", "Visits", "Share"],
  /** @param {number} part @param {number} whole */
  share: (part, whole) => percent.format(part / whole),
};
