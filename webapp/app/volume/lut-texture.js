// @ts-check

/** @typedef {{values: Float32Array, first: number}} Lut  the display value of `first` + i at i */

/** Entries of a table in a row of its texture: a GPU takes no single row of 65,536. */
export const LUT_ROW = 256;
/** The texture unit of tables: volumes use the first two. */
const LUT_UNIT = 2;

/** The VOI LUT on the GPU that was used last. Belongs to one WebGL context, and ends with it. */
export class LutTexture {
  /** @type {{lut: Lut, texture: WebGLTexture} | null} */
  #kept = null;
  #gl;

  /** @param {WebGL2RenderingContext} gl */
  constructor(gl) {
    this.#gl = gl;
  }

  /**
   * Says to a program which table its `lut`, `lutLength` and `lutFirst` are.
   * @param {(name: string) => WebGLUniformLocation | null} at @param {Lut | undefined} lut  none: the length is 0
   */
  bind(at, lut) {
    const gl = this.#gl;
    gl.uniform1i(at("lut"), LUT_UNIT);
    gl.uniform1i(at("lutLength"), lut?.values.length ?? 0);
    gl.uniform1i(at("lutFirst"), lut?.first ?? 0);
    if (lut) {
      gl.activeTexture(gl.TEXTURE0 + LUT_UNIT);
      gl.bindTexture(gl.TEXTURE_2D, this.#textureOf(lut));
    }
  }

  free() {
    this.#gl.deleteTexture(this.#kept?.texture ?? null);
    this.#kept = null;
  }

  /** @param {Lut} lut */
  #textureOf(lut) {
    if (this.#kept?.lut === lut) {
      return this.#kept.texture;
    }
    const gl = this.#gl;
    this.free();
    const texture = /** @type {WebGLTexture} */ (gl.createTexture());
    const rows = Math.ceil(lut.values.length / LUT_ROW);
    const whole = new Float32Array(rows * LUT_ROW);
    whole.set(lut.values);
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R32F, LUT_ROW, rows, 0, gl.RED, gl.FLOAT, whole);
    this.#kept = { lut, texture };
    return texture;
  }
}
