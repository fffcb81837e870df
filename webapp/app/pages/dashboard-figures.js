// @ts-check

/**
 * What the server tells of a span of time.
 * @typedef {object} History
 * @property {string} range
 * @property {number} stepSeconds
 * @property {string[]} at  the beginning of each step
 * @property {Record<string, (number | null)[]>} series
 * @property {{requests: number, errors: number, times: Times, cacheHitRate: number | null}} total
 * @property {string[]} instances
 * @property {{route: string, requests: number, errors: number, times: Times}[]} routes
 * @property {{job: string, state: string}[]} jobs
 */
/** @typedef {{p50Millis: number | null, p95Millis: number | null, p99Millis: number | null}} Times */

/** The last known value. @param {(number | null)[]} values @returns {number | null} */
export function latest(values) {
  return values.findLast((value) => value !== null) ?? null;
}

/** Whether anything was measured at all. @param {History} history */
export function hasFigures({ series }) {
  return series.requestsPerSecond.some((value) => value !== null);
}

/**
 * Where labels go that want to stand at these heights, each at least `gap` from the next, none below `bottom`.
 * @param {number[]} wanted  any order
 * @param {{gap: number, top: number, bottom: number}} room
 * @returns {number[]} in the same order
 */
export function spread(wanted, { gap, top, bottom }) {
  const order = wanted.map((_, at) => at).sort((a, b) => wanted[a] - wanted[b]);
  const places = [...wanted];
  let least = top;
  for (const at of order) {
    places[at] = Math.max(wanted[at], least);
    least = places[at] + gap;
  }
  let most = bottom;
  for (const at of order.reverse()) {
    places[at] = Math.min(places[at], most);
    most = places[at] - gap;
  }
  return places;
}

/**
 * The path of a small line without axes, as SVG says it; gaps stay gaps.
 * @param {(number | null)[]} values
 * @param {{width: number, height: number}} size
 */
export function sparkPath(values, { width, height }) {
  const known = values.filter((value) => value !== null);
  const most = Math.max(...known, 0) || 1;
  const pace = width / Math.max(1, values.length - 1);
  let pen = "M";
  let path = "";
  values.forEach((value, at) => {
    if (value === null) {
      pen = "M";
      return;
    }
    path += `${pen}${(at * pace).toFixed(1)} ${((1 - value / most) * height).toFixed(1)}`;
    pen = "L";
  });
  return path;
}
