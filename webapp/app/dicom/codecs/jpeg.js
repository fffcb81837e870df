// @ts-check
import turbo from "@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs";
import wasm from "@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm";
import { decode12Bits } from "./jpeg-12-bit.js";
import { Marker, segmentsOf } from "./jpeg-segments.js";
import { wasmCodec } from "./wasm-codec.js";

const decode8Bits = wasmCodec(turbo, wasm, (codec) => new codec.JPEGDecoder(), (decoder) => decoder.decode());

/** APP14 "Adobe" that says: no colour transform. Source: ITU-T T.872 section 6.5.3. */
const NO_TRANSFORM = [0xff, Marker.APP14, 0, 14, 0x41, 0x64, 0x6f, 0x62, 0x65, 0, 100, 0, 0, 0, 0, 0];

/**
 * Baseline and extended sequential JPEG; colour comes out as RGB.
 * @param {Uint8Array} bytes
 * @param {{rows: number, columns: number, samplesPerPixel: number, photometricInterpretation: string}} image
 * @returns {Promise<Uint8Array>} samples by pixel
 */
export async function decode(bytes, image) {
  const segments = segmentsOf(bytes);
  const precision = segments.find(({ marker }) => marker === Marker.SOF0 || marker === Marker.SOF1)?.body[0];
  if (precision === 12) {
    return decode12Bits(bytes, image);
  }
  // What says nothing of its colours is taken for YCbCr by libjpeg; here the header knows.
  const isSilentRgb = image.photometricInterpretation === "RGB" && !segments.some(statesColor);
  return decode8Bits(isSilentRgb ? spliced(bytes) : bytes, image);
}

/** Whether it is of JFIF, or a whole "Adobe". @param {{marker: number, body: Uint8Array}} segment */
function statesColor({ marker, body }) {
  const name = String.fromCharCode(...body.subarray(0, 5));
  return (marker === Marker.APP0 && name.startsWith("JFIF")) || (marker === Marker.APP14 && name === "Adobe" && body.length >= 12);
}

/** @param {Uint8Array} bytes @returns {Uint8Array} with the segment behind Start Of Image */
function spliced(bytes) {
  const out = new Uint8Array(bytes.length + NO_TRANSFORM.length);
  out.set(bytes.subarray(0, 2));
  out.set(NO_TRANSFORM, 2);
  out.set(bytes.subarray(2), 2 + NO_TRANSFORM.length);
  return out;
}
