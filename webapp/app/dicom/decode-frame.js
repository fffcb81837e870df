// @ts-check
import { decodedColor, expandedYbr422, rgbOf } from "./color.js";
import { inflate } from "./inflate.js";
import { modalityValues } from "./modality-values.js";
import { decodeRle } from "./rle.js";
import { storedValues } from "./stored-values.js";
import { lookupTableOf, painted, paletteOf } from "./table.js";
import { codecOf } from "./transfer-syntax.js";
import { unpack } from "./unpack.js";

/**
 * @typedef {{bytes: Uint8Array, color: string | undefined}} Decoded  samples in allocated cells, and the colour space that they
 *   are now in, by pixel; undefined if they are as the header says
 * @typedef {{values: import("./modality-values.js").ModalityValues, components: 1 | 3, min: number, max: number,
 *   padding?: import("./modality-values.js").Padding}} FramePixels
 */

/**
 * Turns one frame's bytes into what is shown: modality values, or RGB.
 * @param {Uint8Array} bytes  as the server sends them
 * @param {any} image  the manifest's description of the frame
 * @returns {Promise<FramePixels>}
 */
export async function decodeFrame(bytes, image) {
  if (image.isPacked) {
    return shown(await unpacked(bytes, image), image);
  }
  const decoded = unshared(await decompress(bytes, image), image);
  const stored = storedValues(decoded.bytes, fitted(image, (decoded.bytes.length * 8) / (image.rows * image.columns * image.samplesPerPixel)));
  if (image.samplesPerPixel === 3) {
    const now = decoded.color ? { ...image, photometricInterpretation: decoded.color, planarConfiguration: 0 } : image;
    return { values: rgbOf(stored, now), components: 3, min: 0, max: 255 };
  }
  return shown(stored, image);
}

/** One value a pixel. @param {import("./stored-values.js").StoredValues} stored @param {any} image @returns {Promise<FramePixels>} */
async function shown(stored, image) {
  if (image.palette) {
    return { values: painted(stored, await paletteOf(image.palette)), components: 3, min: 0, max: 255 };
  }
  const table = image.modalityLut && (await lookupTableOf(image.modalityLut));
  return { ...modalityValues(stored, image, table), components: 1 };
}

/** Packed samples have their sign bits inverted: the least value is 0. @param {Uint8Array} bytes @param {any} image */
async function unpacked(bytes, image) {
  const raised = await unpack(bytes, image);
  if (image.pixelRepresentation !== 1) {
    return raised;
  }
  const values = raised instanceof Uint8Array ? new Int8Array(raised.buffer) : new Int16Array(raised.buffer);
  const least = -(2 ** (image.bitsStored - 1));
  for (let i = 0; i < values.length; i++) {
    values[i] = raised[i] + least;
  }
  return values;
}

/**
 * Uncompressed 4:2:2 has two luminance values for each pair of chroma values, where no codec expanded it.
 * @param {Decoded} decoded @param {any} image @returns {Decoded}
 */
function unshared(decoded, { rows, columns, photometricInterpretation }) {
  const halved = photometricInterpretation === "YBR_FULL_422" || photometricInterpretation === "YBR_PARTIAL_422";
  if (!halved || decoded.color !== undefined) {
    return decoded;
  }
  return { bytes: expandedYbr422(decoded.bytes, rows * columns), color: decodedColor(photometricInterpretation) };
}

/** @param {Uint8Array} bytes @param {any} image @returns {Promise<Decoded>} */
async function decompress(bytes, image) {
  const codec = codecOf(image.transferSyntax);
  switch (codec) {
    case "native":
      return { bytes, color: undefined };
    case "deflated-frame":
      return { bytes: await inflate(bytes, "deflate-raw", nativeLength(image)), color: undefined };
    case "jpeg":
      return { bytes: await decodedBy(codec, bytes, image), color: "RGB" };
    default:
      return { bytes: await decodedBy(codec, bytes, image), color: decodedColor(image.photometricInterpretation) };
  }
}

/**
 * Samples by pixel, whatever the header says of their planes.
 * @param {string} codec @param {Uint8Array} bytes @param {any} image @returns {Promise<Uint8Array>}
 */
async function decodedBy(codec, bytes, image) {
  switch (codec) {
    case "jpeg":
      return (await import("./codecs/jpeg.js")).decode(bytes, image);
    case "jpeg-lossless":
      return (await import("./codecs/jpeg-lossless.js")).decode(bytes, image);
    case "jpeg-ls":
      return (await import("./codecs/jpeg-ls.js")).decode(bytes, image);
    case "jpeg-2000":
      return (await import("./codecs/jpeg-2000.js")).decode(bytes, image);
    case "htj2k":
      return (await import("./codecs/htj2k.js")).decode(bytes, image);
    default:
      return decodeRle(bytes, image);
  }
}

/** Bytes of an uncompressed frame, or more. @param {any} image */
function nativeLength({ rows, columns, samplesPerPixel, bitsAllocated }) {
  return Math.ceil((rows * columns * samplesPerPixel * bitsAllocated) / 8);
}

/**
 * Codecs choose the cell by the bitstream's precision, so 8 bits in a cell of 16 come out in cells of 8.
 * @param {any} image @param {number} bitsAllocated  of the decoded samples
 */
function fitted(image, bitsAllocated) {
  if (image.bitsAllocated === bitsAllocated || (bitsAllocated !== 8 && bitsAllocated !== 16)) {
    return image;
  }
  const bitsStored = Math.min(image.bitsStored, bitsAllocated);
  return { ...image, bitsAllocated, bitsStored, highBit: bitsStored - 1 };
}
