// @ts-check
import charls from "@cornerstonejs/codec-charls/decodewasmjs";
import wasm from "@cornerstonejs/codec-charls/decodewasm";
import { wasmCodec } from "./wasm-codec.js";

/** JPEG-LS, lossless and near-lossless, by CharLS. */
export const decode = wasmCodec(charls, wasm, (codec) => new codec.JpegLSDecoder(), (decoder) => decoder.decode());
