// @ts-check
import { enter, programOf } from "./shaders.js";

const FRAGMENT = `#version 300 es
precision highp float;
precision highp usampler2D;
uniform usampler2D mask;
uniform vec2 size, origin, right, down, corner;
uniform vec4 tone;
out vec4 painted;
void main() {
  vec2 place = vec2(gl_FragCoord.x - corner.x, corner.y - gl_FragCoord.y);
  vec2 point = origin + right * place.x + down * place.y;
  bool outside = any(lessThan(point, vec2(0.0))) || any(greaterThanEqual(point, size));
  float share = outside ? 0.0 : float(texelFetch(mask, ivec2(floor(point)), 0).r) / 255.0;
  painted = vec4(tone.rgb, tone.a * share);
}`;

/** Textures of masks that are kept: they are small, and soon made again. */
const MOST_KEPT = 12;

/** Paints masks over an image, each pixel as far as the mask covers it. Belongs to one WebGL context, and ends with it. */
export class MaskPainter {
  #gl;
  /** @type {ReturnType<typeof programOf> | null} */
  #program = null;
  /** The last used last. @type {Map<Uint8Array, WebGLTexture>} */
  #textures = new Map();

  /** @param {WebGL2RenderingContext} gl */
  constructor(gl) {
    this.#gl = gl;
  }

  /**
   * @param {import("./shaders.js").Rect} rect
   * @param {{values: Uint8Array, rows: number, columns: number}} mask  0 to 255 a pixel
   * @param {{toImage: (place: readonly [number, number]) => [number, number]}} lens  to the mask's own pixels
   * @param {{red: number, green: number, blue: number, alpha: number}} tone  each in [0, 1]
   */
  paint(rect, { values, rows, columns }, { toImage }, { red, green, blue, alpha }) {
    const gl = this.#gl;
    this.#program ??= programOf(gl, FRAGMENT);
    const { program, at } = this.#program;
    const origin = toImage([0, 0]);
    const [right, down] = [toImage([1, 0]), toImage([0, 1])].map(([x, y]) => [x - origin[0], y - origin[1]]);
    enter(gl, rect);
    gl.useProgram(program);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#textureOf(values, columns, rows));
    gl.uniform1i(at("mask"), 0);
    gl.uniform2f(at("size"), columns, rows);
    gl.uniform2f(at("origin"), origin[0], origin[1]);
    gl.uniform2f(at("right"), right[0], right[1]);
    gl.uniform2f(at("down"), down[0], down[1]);
    gl.uniform2f(at("corner"), rect.x, gl.drawingBufferHeight - rect.y);
    gl.uniform4f(at("tone"), red, green, blue, alpha);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.SRC_ALPHA, gl.ONE_MINUS_SRC_ALPHA);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.disable(gl.BLEND);
  }

  /** @param {Uint8Array} values @param {number} columns @param {number} rows */
  #textureOf(values, columns, rows) {
    const known = this.#textures.get(values) ?? this.#upload(values, columns, rows);
    this.#textures.delete(values);
    this.#textures.set(values, known);
    for (const [old, texture] of this.#textures) {
      if (this.#textures.size <= MOST_KEPT) {
        break;
      }
      this.#gl.deleteTexture(texture);
      this.#textures.delete(old);
    }
    return known;
  }

  /** @param {Uint8Array} values @param {number} columns @param {number} rows */
  #upload(values, columns, rows) {
    const gl = this.#gl;
    const texture = /** @type {WebGLTexture} */ (gl.createTexture());
    gl.bindTexture(gl.TEXTURE_2D, texture);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.NEAREST);
    gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MAG_FILTER, gl.NEAREST);
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl.R8UI, columns, rows, 0, gl.RED_INTEGER, gl.UNSIGNED_BYTE, values);
    return texture;
  }
}
