// @ts-check
import { paddingOf } from "../dicom/modality-values.js";

/**
 * How modality values are kept in a texture: as `type`, less `offset`. Padding are those that are no measurement; floats have NaN for it.
 * @typedef {{type: "uint8" | "uint16" | "int16" | "float32", offset: number, padding?: import("../dicom/modality-values.js").Padding}} Texels
 */

/** Bytes of one voxel and the array that uploads it. */
export const TEXEL_ARRAYS = Object.freeze({ uint8: Uint8Array, uint16: Uint16Array, int16: Int16Array, float32: Float32Array });

/**
 * The narrowest way to keep every value that frames can have, without loss: stored values where they are shifted only, as those
 * of CT are; else floats, as for PET, whose slices have a slope each.
 * @param {readonly import("../dicom/manifest.js").Frame[]} frames  of one volume
 * @returns {Texels}
 */
export function texelsOf(frames) {
  const { rescaleIntercept: offset = 0, pixelRepresentation, bitsStored, pixelPaddingValue, pixelPaddingRangeLimit } = frames[0].image;
  const isShifted = frames.every(
    ({ image }) =>
      (image.rescaleSlope ?? 1) === 1 &&
      (image.rescaleIntercept ?? 0) === offset &&
      image.pixelRepresentation === pixelRepresentation &&
      image.bitsStored === bitsStored &&
      image.pixelPaddingValue === pixelPaddingValue &&
      image.pixelPaddingRangeLimit === pixelPaddingRangeLimit &&
      image.modalityLut === undefined,
  );
  if (!isShifted || !Number.isInteger(offset) || !(bitsStored <= 16)) {
    return { type: "float32", offset: 0 };
  }
  const type = pixelRepresentation === 1 ? "int16" : bitsStored <= 8 ? "uint8" : "uint16";
  // Texels are stored values here, as padding is.
  const padding = paddingOf(frames[0].image);
  return padding ? { type, offset, padding } : { type, offset };
}
