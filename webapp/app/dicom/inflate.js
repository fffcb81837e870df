// @ts-check
import { DecodeError } from "./transfer-syntax.js";

/**
 * Inflates until there is enough; what follows in the stream, such as a byte that makes its length even, is left there.
 * @param {Uint8Array} bytes
 * @param {"deflate" | "deflate-raw"} format  RFC 1950 or RFC 1951
 * @param {number} most  bytes wanted; a stream that has fewer gives those
 * @returns {Promise<Uint8Array>}
 * @throws {DecodeError} when the stream is broken before that
 */
export async function inflate(bytes, format, most) {
  const reader = new Blob([/** @type {BlobPart} */ (bytes)]).stream().pipeThrough(new DecompressionStream(format)).getReader();
  const out = new Uint8Array(most);
  let filled = 0;
  try {
    while (filled < most) {
      const { done, value } = await reader.read();
      if (done) {
        break;
      }
      const part = value.subarray(0, most - filled);
      out.set(part, filled);
      filled += part.length;
    }
  } catch (error) {
    throw new DecodeError("inflate.malformed", `A compressed stream is broken (${error})`);
  } finally {
    reader.cancel().catch(() => {});
  }
  return out.subarray(0, filled);
}
