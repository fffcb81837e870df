// @ts-check

/**
 * The one-time link in an address's fragment; empty when it has none or what stands there can't be one.
 * @param {string} hash
 */
export function linkOf(hash) {
  const link = hash.replace(/^#/, "");
  return /^[\w.~-]{8,200}$/.test(link) ? link : "";
}

/** Takes the link out of the address bar, so that neither history nor a look over the shoulder keeps it. */
export function takeLink() {
  const link = linkOf(location.hash);
  if (location.hash) {
    history.replaceState(null, "", location.pathname + location.search);
  }
  return link;
}
