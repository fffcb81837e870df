// @ts-check

/** Transfer Syntax UIDs (PS3.6 Annex A) of what the browser decodes, and which codec does it. */
const CODECS = new Map([
  ["1.2.840.10008.1.2", "native"],
  ["1.2.840.10008.1.2.1", "native"],
  ["1.2.840.10008.1.2.5", "rle"],
  ["1.2.840.10008.1.2.8.1", "deflated-frame"],
  ["1.2.840.10008.1.2.4.50", "jpeg"],
  ["1.2.840.10008.1.2.4.51", "jpeg"],
  ["1.2.840.10008.1.2.4.57", "jpeg-lossless"],
  ["1.2.840.10008.1.2.4.70", "jpeg-lossless"],
  ["1.2.840.10008.1.2.4.80", "jpeg-ls"],
  ["1.2.840.10008.1.2.4.81", "jpeg-ls"],
  ["1.2.840.10008.1.2.4.90", "jpeg-2000"],
  ["1.2.840.10008.1.2.4.91", "jpeg-2000"],
  ["1.2.840.10008.1.2.4.201", "htj2k"],
  ["1.2.840.10008.1.2.4.202", "htj2k"],
  ["1.2.840.10008.1.2.4.203", "htj2k"],
]);

/** What frames may come as, beside what their file has: RadCase's own packing of uncompressed ones. */
export const ACCEPT = "image/jls, application/octet-stream";

/**
 * The description of a frame as it was sent.
 * @param {any} image  the manifest's @param {string | null} contentType
 */
export function asSent(image, contentType) {
  return contentType?.startsWith("image/jls") ? { ...image, isPacked: true } : image;
}

/**
 * The codec of a Transfer Syntax.
 * @param {string} uid
 * @throws {DecodeError} when the browser has none
 */
export function codecOf(uid) {
  const codec = CODECS.get(uid);
  if (!codec) {
    throw new DecodeError("codec.unsupported", `Transfer Syntax ${uid} is not supported`);
  }
  return codec;
}

/** A frame that can't be decoded, and why. */
export class DecodeError extends Error {
  /** @param {string} code @param {string} message */
  constructor(code, message) {
    super(message);
    this.name = "DecodeError";
    this.code = code;
  }
}
