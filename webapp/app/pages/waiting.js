// @ts-check

/**
 * How many seconds a `Retry-After` header asks to wait: it holds seconds or a date (RFC 9110).
 * @param {string | null} header
 * @param {number} now  epoch ms
 * @returns {number} 0 when it asks for nothing that can be understood
 */
export function secondsOf(header, now) {
  const text = header?.trim() ?? "";
  const seconds = /^\d+$/.test(text) ? Number(text) : Math.ceil((Date.parse(text) - now) / 1000);
  return Number.isFinite(seconds) && seconds > 0 ? seconds : 0;
}

/**
 * Counts down to an end, a step a second, whatever the timers' delays are.
 * @param {number} seconds
 * @param {(left: number) => void} step  told the seconds that are left, 0 last
 * @returns {() => void} stops counting
 */
export function countDown(seconds, step) {
  const end = Date.now() + seconds * 1000;
  const left = () => Math.max(0, Math.ceil((end - Date.now()) / 1000));
  step(left());
  const timer = setInterval(() => {
    step(left());
    left() === 0 && clearInterval(timer);
  }, 1000);
  return () => clearInterval(timer);
}
