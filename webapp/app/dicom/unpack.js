// @ts-check
import { decode } from "./codecs/packed.js";

/** So many frames are a series, and worth CharLS's 57 kB: it takes half as long for each. */
const MANY = 6;
let unpacked = 0;
/** @type {typeof import("./codecs/jpeg-ls.js").decode | null} */
let charls = null;

/**
 * The samples of a packed frame: of the first ones by the decoder that is there, of the others by one that came meanwhile.
 * @param {Uint8Array} bytes
 * @param {{rows: number, columns: number, samplesPerPixel: number}} image
 * @returns {Promise<Uint8Array | Uint16Array>}  Uint8Array up to 8 bits
 * @throws {import("./transfer-syntax.js").DecodeError}
 */
export async function unpack(bytes, image) {
  if (++unpacked === MANY) {
    // Where it can't be had, the first one goes on.
    import("./codecs/jpeg-ls.js").then((codec) => (charls = codec.decode), () => {});
  }
  if (!charls) {
    return decode(bytes, image);
  }
  // Of some kind of bytes: Emscripten's are clamped ones.
  const { buffer } = await charls(bytes, image);
  return buffer.byteLength > image.rows * image.columns ? new Uint16Array(buffer) : new Uint8Array(buffer);
}
