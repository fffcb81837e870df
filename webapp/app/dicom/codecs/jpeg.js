// @ts-check
import turbo from "@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasmjs";
import wasm from "@cornerstonejs/codec-libjpeg-turbo-8bit/decodewasm";
import { wasmCodec } from "./wasm-codec.js";

/** JPEG with 8 bits a sample, by libjpeg-turbo; colour comes out as RGB. */
export const decode = wasmCodec(turbo, wasm, (codec) => new codec.JPEGDecoder(), (decoder) => decoder.decode());
