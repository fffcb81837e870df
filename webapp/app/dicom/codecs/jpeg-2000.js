// @ts-check
import openjpeg from "@cornerstonejs/codec-openjpeg/decodewasmjs";
import wasm from "@cornerstonejs/codec-openjpeg/decodewasm";
import { wasmCodec } from "./wasm-codec.js";

/** JPEG 2000, by OpenJPEG. */
export const decode = wasmCodec(openjpeg, wasm, (codec) => new codec.J2KDecoder(), (decoder) => decoder.decode());
