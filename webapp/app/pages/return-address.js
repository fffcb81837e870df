// @ts-check

/**
 * Where to go after signing in: what was asked for if it is a page of this very application, else its first page.
 * @param {string | null} to  a path below the base, starting with one slash
 * @param {string} base  the application's own address
 * @returns {string}
 */
export function safeReturn(to, base) {
  if (!to || !/^\/(?!\/)[^\\\p{Cc}]*$/u.test(to)) {
    return base;
  }
  let address;
  try {
    address = new URL(`.${to}`, base);
  } catch {
    return base;
  }
  const inside = address.href.startsWith(base);
  const isDoor = /^(sign-in|set-up|join|reset)([?#]|$)/.test(address.href.slice(base.length));
  return inside && !isDoor ? address.href : base;
}

/**
 * The address of sign-in that leads back to a page.
 * @param {string} page  the page's whole address
 * @param {string} base
 */
export function signInAddress(page, base) {
  const { origin, pathname, search } = new URL(page);
  const whole = `${origin}${pathname}${search}`;
  const back = whole.startsWith(base) ? `/${whole.slice(base.length)}` : "/";
  return `${base}sign-in?to=${encodeURIComponent(back)}`;
}
