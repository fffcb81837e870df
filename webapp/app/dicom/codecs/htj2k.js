// @ts-check
import openjph from "@cornerstonejs/codec-openjph/wasmjs";
import wasm from "@cornerstonejs/codec-openjph/wasm";
import { wasmCodec } from "./wasm-codec.js";

/** High-Throughput JPEG 2000, by OpenJPH. */
export const decode = wasmCodec(openjph, wasm, (codec) => new codec.HTJ2KDecoder(), (decoder) => decoder.decode());
