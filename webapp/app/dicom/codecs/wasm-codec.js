// @ts-check
import { DecodeError } from "../transfer-syntax.js";

/**
 * One of the Cornerstone project's WebAssembly codecs as a function. The module is fetched at the first frame.
 *
 * @param {(options: {locateFile: (file: string) => string}) => Promise<any>} factory  the codec's Emscripten module
 * @param {string} wasm  address of its binary, relative to this script
 * @param {(codec: any) => any} create  makes a decoder
 * @param {(decoder: any) => void} run
 * @returns {(bytes: Uint8Array, image: {rows: number, columns: number, samplesPerPixel: number}) => Promise<Uint8Array>}  samples by pixel
 */
export function wasmCodec(factory, wasm, create, run) {
  /** @type {Promise<any> | undefined} */
  let loading;
  return async (bytes, { rows, columns, samplesPerPixel }) => {
    loading ??= factory({ locateFile: () => new URL(wasm, import.meta.url).href });
    const codec = await loading.catch((error) => {
      loading = undefined;
      throw error;
    });
    const decoder = create(codec);
    try {
      decoder.getEncodedBuffer(bytes.length).set(bytes);
      run(decoder);
      const { width, height, componentCount } = decoder.getFrameInfo();
      if (width !== columns || height !== rows) {
        throw new DecodeError("codec.size", `The frame is ${width} × ${height}, its header says ${columns} × ${rows}`);
      }
      if (componentCount !== samplesPerPixel) {
        throw new DecodeError("codec.components", `The frame has ${componentCount} components, its header says ${samplesPerPixel}`);
      }
      return decoder.getDecodedBuffer().slice();
    } catch (error) {
      // C++ exceptions arrive as bare numbers.
      throw error instanceof DecodeError ? error : new DecodeError("codec.malformed", `The frame can't be decoded (${error})`);
    } finally {
      decoder.delete();
    }
  };
}
