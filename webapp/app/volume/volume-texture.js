// @ts-check
import { TEXEL_ARRAYS } from "./texels.js";

/** How often to ask whether the GPU has made room, ms. */
const ASK_AGAIN = 5;

/** The voxels of one volume on the GPU, which come slice by slice. Made by `VolumePainter.make`; whoever asked for it frees it. */
export class VolumeTexture {
  #gl;
  #arrived;
  #format;
  #scratch;

  /**
   * @param {WebGL2RenderingContext} gl
   * @param {import("./volume.js").Geometry} geometry
   * @param {import("./texels.js").Texels} texels
   * @throws {RangeError} when the GPU takes no volume of that size
   */
  constructor(gl, geometry, texels) {
    const [columns, rows, slices] = geometry.size;
    if (Math.max(columns, rows, slices) > gl.getParameter(gl.MAX_3D_TEXTURE_SIZE)) {
      throw new RangeError(`The GPU takes no volume of ${columns} × ${rows} × ${slices} voxels`);
    }
    const { internal, format, type } = formatOf(gl, texels.type);
    this.#gl = gl;
    this.#format = { format, type };
    this.#scratch = new TEXEL_ARRAYS[texels.type](columns * rows);
    this.geometry = geometry;
    this.texels = texels;
    this.voxels = gl.createTexture();
    this.flags = gl.createTexture();
    this.#arrived = new Uint8Array(slices);
    this.bytes = columns * rows * slices * this.#scratch.BYTES_PER_ELEMENT;
    gl.bindTexture(gl.TEXTURE_3D, this.voxels);
    gl.texStorage3D(gl.TEXTURE_3D, 1, internal, columns, rows, slices);
    exactly(gl, gl.TEXTURE_3D);
    gl.bindTexture(gl.TEXTURE_2D, this.flags);
    gl.texStorage2D(gl.TEXTURE_2D, 1, gl.R8UI, slices, 1);
    exactly(gl, gl.TEXTURE_2D);
  }

  /**
   * Waits until the GPU has made room. To ask for its errors at once would stop the page until then.
   * @throws {RangeError} when there is none; the texture is freed
   */
  async madeRoom() {
    const gl = this.#gl;
    const done = gl.fenceSync(gl.SYNC_GPU_COMMANDS_COMPLETE, 0);
    gl.flush();
    while (done && gl.clientWaitSync(done, 0, 0) === gl.TIMEOUT_EXPIRED) {
      await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
    }
    gl.deleteSync(done);
    if (gl.getError() === gl.OUT_OF_MEMORY) {
      this.free();
      throw new RangeError(`The GPU has no room for ${this.bytes} bytes`);
    }
  }

  /** Whether each slice has arrived. */
  get isComplete() {
    return !this.#arrived.includes(0);
  }

  /**
   * Takes the values of a slice. Leaves the context's UNPACK_ALIGNMENT at 1, and expects no other unpacking.
   * @param {number} slice  from 0
   * @param {{values: import("../dicom/modality-values.js").ModalityValues, padding?: import("../dicom/modality-values.js").Padding}} pixels
   *   values: row by row
   * @throws {RangeError} when there are not as many values as a slice has voxels
   */
  put(slice, { values, padding }) {
    const gl = this.#gl;
    const [columns, rows] = this.geometry.size;
    if (values.length !== columns * rows) {
      throw new RangeError(`${values.length} values are no slice of ${columns} × ${rows}`);
    }
    const { format, type } = this.#format;
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.bindTexture(gl.TEXTURE_3D, this.voxels);
    gl.texSubImage3D(gl.TEXTURE_3D, 0, 0, 0, slice, columns, rows, 1, format, type, this.#texelsOf(values, padding));
    this.#arrived[slice] = 1;
    gl.bindTexture(gl.TEXTURE_2D, this.flags);
    gl.texSubImage2D(gl.TEXTURE_2D, 0, slice, 0, 1, 1, gl.RED_INTEGER, gl.UNSIGNED_BYTE, this.#arrived, slice);
  }

  free() {
    this.#gl.deleteTexture(this.voxels);
    this.#gl.deleteTexture(this.flags);
  }

  /** @param {import("../dicom/modality-values.js").ModalityValues} values @param {import("../dicom/modality-values.js").Padding} [padding] */
  #texelsOf(values, padding) {
    const { offset, type } = this.texels;
    const { low, high } = type === "float32" && padding ? padding : { low: Infinity, high: -Infinity };
    if (offset === 0 && low > high && values.constructor === this.#scratch.constructor) {
      return values;
    }
    for (let i = 0; i < values.length; i++) {
      this.#scratch[i] = values[i] >= low && values[i] <= high ? NaN : values[i] - offset;
    }
    return this.#scratch;
  }
}

/** @param {WebGL2RenderingContext} gl @param {import("./texels.js").Texels["type"]} type */
function formatOf(gl, type) {
  switch (type) {
    case "uint8":
      return { internal: gl.R8UI, format: gl.RED_INTEGER, type: gl.UNSIGNED_BYTE };
    case "uint16":
      return { internal: gl.R16UI, format: gl.RED_INTEGER, type: gl.UNSIGNED_SHORT };
    case "int16":
      return { internal: gl.R16I, format: gl.RED_INTEGER, type: gl.SHORT };
    case "float32":
      return { internal: gl.R32F, format: gl.RED, type: gl.FLOAT };
  }
}

/** Whole numbers cannot be filtered by the GPU, and floats not everywhere. @param {WebGL2RenderingContext} gl @param {number} target */
function exactly(gl, target) {
  gl.texParameteri(target, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
  gl.texParameteri(target, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
}
