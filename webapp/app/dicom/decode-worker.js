// @ts-check
import { decodeFrame } from "./decode-frame.js";

/** @typedef {{id: number, bytes: ArrayBuffer, image: any}} DecodeRequest */

self.addEventListener("message", async (/** @type {MessageEvent<DecodeRequest>} */ { data: { id, bytes, image } }) => {
  try {
    const pixels = await decodeFrame(new Uint8Array(bytes), image);
    self.postMessage({ id, pixels }, { transfer: [pixels.values.buffer] });
  } catch (error) {
    const { code = "codec.malformed", message = String(error) } = /** @type {any} */ (error ?? {});
    self.postMessage({ id, code, message });
  }
});
