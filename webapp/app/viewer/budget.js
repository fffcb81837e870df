// @ts-check

/** Textures may take this many bytes; those that are painted now stay whatever they take. */
export const TEXTURE_CEILING = 40e6;
/** What page, workers, buffers and textures may take together, in bytes; less where the device has little memory. */
const CEILING = 300e6;
const SMALL_CEILING = 150e6;
/** What a decoder's WebAssembly and what it has on its way take. */
const DECODER_BYTES = 20e6;

/** How the viewer's memory is shared out. @returns {{workers: number, workerBytes: number, frameBytes: number}} frameBytes: for decoded frames and volumes */
export function memoryBudget() {
  const { deviceMemory = 8 } = /** @type {{deviceMemory?: number}} */ (navigator);
  const workers = Math.min(Math.max((navigator.hardwareConcurrency ?? 2) - 1, 2), 4);
  const workerBytes = workers * DECODER_BYTES;
  return { workers, workerBytes, frameBytes: (deviceMemory <= 4 ? SMALL_CEILING : CEILING) - TEXTURE_CEILING - workerBytes };
}
