// @ts-check

/** A request carries at most this many files, and about this many bytes: small enough that progress is real. */
export const LIMITS = Object.freeze({ files: 20, bytes: 32e6 });

/**
 * Files in the requests that send them, in their order. A file that is larger than a request's bytes goes alone.
 * @template {{file: {size: number}}} T
 * @param {readonly T[]} entries
 * @param {{files: number, bytes: number}} [limits]
 * @returns {T[][]}
 */
export function batches(entries, limits = LIMITS) {
  /** @type {T[][]} */
  const all = [];
  let bytes = 0;
  for (const entry of entries) {
    const last = all.at(-1);
    if (!last || last.length >= limits.files || bytes + entry.file.size > limits.bytes) {
      all.push([entry]);
      bytes = entry.file.size;
    } else {
      last.push(entry);
      bytes += entry.file.size;
    }
  }
  return all;
}
