// @ts-check

const ADDRESS = "api/viewer-measurements";
/** Of a screen's shorter side, in CSS pixels: what is touched and smaller is a phone. */
const TABLET = 600;

/**
 * What the viewer knows of itself.
 * @typedef {object} OwnFigures
 * @property {number} memoryBytes  by its own account
 * @property {number} frames  that have arrived
 * @property {number} missingFrames  that stay away
 * @property {number} [allFramesAt]  when all frames of the first series were there, in ms since the navigation began
 */

/**
 * What the browser knows of the page; times in ms since the navigation began, undefined where it doesn't tell.
 * @typedef {object} PageFigures
 * @property {number | undefined} previewAt
 * @property {number | undefined} truePixelsAt
 * @property {boolean} wasHidden  whether the page was out of sight while it loaded, when browsers take their time
 * @property {number} frameBytes  received for frames
 * @property {number[] | undefined} longTasks  their durations in ms
 * @property {number | undefined} heapBytes
 * @property {number} scriptErrors
 * @property {boolean} touched  whether fingers point, rather than a mouse
 * @property {number} shortSide  of the screen, in CSS pixels
 * @property {string | undefined} connection  slow-2g, 2g, 3g or 4g
 */

/**
 * Measures one visit of a case, and tells the server once, when its reader leaves or turns to something else. Names neither
 * her nor the case.
 * @param {{signal: AbortSignal, figures: () => OwnFigures}} visit  `signal` ends it; `figures` is asked once, at its end
 */
export function startFieldFigures({ signal, figures }) {
  const wasHidden = document.hidden || performance.getEntriesByType("visibility-state").some(({ name }) => name === "hidden");
  const end = new AbortController();
  const listening = { signal: end.signal };
  const longTasks = isTold("longtask") ? /** @type {number[]} */ ([]) : undefined;
  let frameBytes = 0;
  let scriptErrors = 0;
  /** @type {number | undefined} */
  let paintedAt;
  /** @type {number | undefined} */
  let loadedAt;
  const flushes = [
    observe("resource", ({ name, transferSize, responseEnd }) => {
      frameBytes += name.includes("/frames/") ? transferSize : 0;
      loadedAt ??= isPreview(name) ? responseEnd : undefined;
    }),
    observe("element", ({ url, renderTime }) => (paintedAt ??= isPreview(url) ? renderTime : undefined)),
    observe("longtask", ({ duration }) => longTasks?.push(duration)),
  ];

  function tell() {
    if (end.signal.aborted) {
      return;
    }
    end.abort();
    flushes.forEach((flush) => flush());
    const page = {
      previewAt: paintedAt ?? loadedAt,
      truePixelsAt: performance.getEntriesByName("true-pixels")[0]?.startTime,
      wasHidden,
      frameBytes,
      longTasks,
      heapBytes: /** @type {any} */ (performance).memory?.usedJSHeapSize,
      scriptErrors,
      touched: matchMedia("(pointer: coarse)").matches,
      shortSide: Math.min(screen.width, screen.height),
      connection: /** @type {any} */ (navigator).connection?.effectiveType,
    };
    navigator.sendBeacon(ADDRESS, new Blob([JSON.stringify(measurementsOf(page, figures()))], { type: "application/json" }));
  }

  // A notice of ResizeObserver comes as an error event too, but has no error.
  addEventListener("error", ({ error }) => (scriptErrors += error ? 1 : 0), listening);
  addEventListener("unhandledrejection", () => (scriptErrors += 1), listening);
  addEventListener("pagehide", tell, listening);
  document.addEventListener("visibilitychange", () => document.hidden && tell(), listening);
  // The page ends its life at pagehide, maybe before the listener above is asked.
  signal.addEventListener("abort", tell, listening);
}

/**
 * What travels; absent is what was not measured.
 * @param {PageFigures} page
 * @param {OwnFigures} own
 */
export function measurementsOf(page, own) {
  const seenAt = (/** @type {number | undefined} */ at) => (page.wasHidden ? undefined : whole(at));
  return {
    device: deviceOf(page.touched, page.shortSide),
    connection: page.connection,
    previewMillis: seenAt(page.previewAt),
    truePixelsMillis: seenAt(page.truePixelsAt),
    wholeSeriesMillis: seenAt(own.allFramesAt),
    frames: own.frames,
    frameKilobytes: whole(page.frameBytes / 1000),
    longTasks: page.longTasks?.length,
    longestTaskMillis: page.longTasks && whole(Math.max(0, ...page.longTasks)),
    memoryKilobytes: whole(own.memoryBytes / 1000),
    heapKilobytes: page.heapBytes && whole(page.heapBytes / 1000),
    scriptErrors: page.scriptErrors,
    missingFrames: own.missingFrames,
  };
}

/** @param {boolean} touched @param {number} shortSide  CSS pixels */
function deviceOf(touched, shortSide) {
  if (!touched) {
    return "desktop";
  }
  return shortSide < TABLET ? "phone" : "tablet";
}

/** @param {number | undefined} value */
function whole(value) {
  return value === undefined ? undefined : Math.round(value);
}

/** @param {string} address */
function isPreview(address) {
  return address.includes("/rendered");
}

/** @param {string} type  of entries of the browser's performance timeline */
function isTold(type) {
  return PerformanceObserver.supportedEntryTypes.includes(type);
}

/**
 * Sees the entries of one type, earlier ones too, where the browser tells them.
 * @param {string} type
 * @param {(entry: any) => void} see
 * @returns {() => void} sees what has not been seen, and ends
 */
function observe(type, see) {
  const observer = new PerformanceObserver((list) => list.getEntries().forEach(see));
  if (isTold(type)) {
    observer.observe({ type, buffered: true });
  }
  return () => {
    observer.takeRecords().forEach(see);
    observer.disconnect();
  };
}
