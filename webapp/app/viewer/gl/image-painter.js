// @ts-check
import { LUT_ROW, LutTexture } from "../../volume/lut-texture.js";
import { TEXTURE_CEILING } from "../budget.js";
import { enter, programOf } from "./shaders.js";

/**
 * @typedef {import("../../dicom/decode-frame.js").FramePixels} FramePixels
 * @typedef {import("../../volume/lut-texture.js").Lut} Lut
 * @typedef {{lower: number, upper: number, sigmoid: boolean, inverted: boolean, lut?: Lut}} Greys  which values are black and white
 */

/** Of an image of one value, which is grey then, as in its preview. */
const LEAST_RANGE = 1e-3;

/** How a kind of values is kept on the GPU, exactly. */
const FORMATS = {
  Uint8Array: { sampler: "usampler2D", internal: "R8UI", format: "RED_INTEGER", type: "UNSIGNED_BYTE" },
  Int8Array: { sampler: "isampler2D", internal: "R8I", format: "RED_INTEGER", type: "BYTE" },
  Uint16Array: { sampler: "usampler2D", internal: "R16UI", format: "RED_INTEGER", type: "UNSIGNED_SHORT" },
  Int16Array: { sampler: "isampler2D", internal: "R16I", format: "RED_INTEGER", type: "SHORT" },
  Float32Array: { sampler: "sampler2D", internal: "R32F", format: "RED", type: "FLOAT" },
  rgb: { sampler: "usampler2D", internal: "RGB8UI", format: "RGB_INTEGER", type: "UNSIGNED_BYTE" },
};

/**
 * Values are interpolated first and windowed then, as PS3.3's pipeline has it; where several pixels meet on one of the screen's,
 * they are averaged. Padding, and what is no number, is black whatever the window is. Source: PS3.3 C.11.2 (VOI LUT),
 * C.11.2.1.3.1 (SIGMOID), C.7.5.1.1.2 (Pixel Padding Value).
 * @param {string} sampler  the GLSL type
 * @param {boolean} colour
 */
const fragmentFor = (sampler, colour) => `#version 300 es
precision highp float;
precision highp int;
precision highp ${sampler};
precision highp sampler2D;
uniform ${sampler} image;
uniform sampler2D lut;
uniform int lutLength, lutFirst;
uniform vec2 size, origin, right, down, corner, range;
uniform vec2 padding;
uniform bool sigmoid, inverted, smooth_, padded;
uniform int taps;
uniform float shade;
out vec4 painted;

#define VALUE ${colour ? "vec3" : "float"}
VALUE at(ivec2 place) {
  ivec2 inside = clamp(place, ivec2(0), ivec2(size) - 1);
  return VALUE(texelFetch(image, inside, 0).${colour ? "rgb" : "r"});
}
VALUE between(vec2 point) {
  vec2 low = floor(point - 0.5);
  vec2 share = point - 0.5 - low;
  ivec2 i = ivec2(low);
  return mix(mix(at(i), at(i + ivec2(1, 0)), share.x), mix(at(i + ivec2(0, 1)), at(i + 1), share.x), share.y);
}
VALUE around(vec2 point) {
  VALUE sum = VALUE(0);
  for (int y = 0; y < taps; y++) {
    for (int x = 0; x < taps; x++) {
      vec2 part = (vec2(x, y) + 0.5) / float(taps) - 0.5;
      sum += at(ivec2(floor(point + right * part.x + down * part.y)));
    }
  }
  return sum / float(taps * taps);
}
VALUE looked(VALUE value) {
${colour ? "  return value;" : `  int i = clamp(int(round(value)) - lutFirst, 0, lutLength - 1);
  return texelFetch(lut, ivec2(i % ${LUT_ROW}, i / ${LUT_ROW}), 0).r;`}
}
void main() {
  vec2 place = vec2(gl_FragCoord.x - corner.x, corner.y - gl_FragCoord.y);
  vec2 point = origin + right * place.x + down * place.y;
  if (any(lessThan(point, vec2(0.0))) || any(greaterThanEqual(point, size))) {
    painted = vec4(0.0, 0.0, 0.0, 1.0);
    return;
  }
${colour ? "" : `  float nearest = at(ivec2(floor(point)));
  if (isnan(nearest) || isinf(nearest) || (padded && nearest >= padding.x && nearest <= padding.y)) {
    painted = vec4(0.0, 0.0, 0.0, 1.0);
    return;
  }`}
  VALUE value = taps > 1 ? around(point) : smooth_ ? between(point) : at(ivec2(floor(point)));
  float width = range.y - range.x;
  VALUE level = lutLength > 0
    ? looked(value)
    : sigmoid
    ? 1.0 / (1.0 + exp(-4.0 * (value - (range.x + range.y) / 2.0) / width))
    : clamp((value - range.x) / width, 0.0, 1.0);
  level = inverted ? 1.0 - level : level;
  painted = vec4(VALUE(shade) * level${colour ? "" : " * vec3(1.0)"}, 1.0);
}`;

/** Paints frames. Belongs to one WebGL context, and ends with it. */
export class ImagePainter {
  /** @type {Map<string, ReturnType<typeof programOf>>} */
  #programs = new Map();
  /** The last used last. @type {Map<FramePixels, {texture: WebGLTexture, bytes: number}>} */
  #textures = new Map();
  #bytes = 0;
  #painted = 0;
  #luts;
  #gl;

  /** @param {WebGL2RenderingContext} gl */
  constructor(gl) {
    this.#gl = gl;
    this.#luts = new LutTexture(gl);
  }

  get bytes() {
    return this.#bytes;
  }

  /**
   * @param {import("./shaders.js").Rect} rect
   * @param {FramePixels} pixels
   * @param {{rows: number, columns: number}} image
   * @param {import("../lens.js").Lens} lens  of the cell
   * @param {Greys} greys
   * @param {number} shade  1 as it is, less is darker
   */
  paint(rect, pixels, { rows, columns }, lens, { lower, upper, sigmoid, inverted, lut }, shade) {
    const gl = this.#gl;
    const { program, at } = this.#programFor(pixels);
    const origin = lens.toImage([0, 0]);
    const right = difference(lens.toImage([1, 0]), origin);
    const down = difference(lens.toImage([0, 1]), origin);
    const pixelsPerPlace = Math.max(Math.hypot(...right), Math.hypot(...down));
    enter(gl, rect);
    gl.useProgram(program);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_2D, this.#textureOf(pixels, columns, rows));
    gl.uniform1i(at("image"), 0);
    gl.uniform2f(at("size"), columns, rows);
    gl.uniform2f(at("origin"), origin[0], origin[1]);
    gl.uniform2f(at("right"), right[0], right[1]);
    gl.uniform2f(at("down"), down[0], down[1]);
    gl.uniform2f(at("corner"), rect.x, gl.drawingBufferHeight - rect.y);
    const half = Math.max(upper - lower, LEAST_RANGE) / 2;
    gl.uniform2f(at("range"), (lower + upper) / 2 - half, (lower + upper) / 2 + half);
    gl.uniform1i(at("padded"), Number(pixels.padding !== undefined));
    gl.uniform2f(at("padding"), pixels.padding?.low ?? 0, pixels.padding?.high ?? 0);
    gl.uniform1i(at("sigmoid"), Number(sigmoid));
    gl.uniform1i(at("inverted"), Number(inverted));
    gl.uniform1i(at("smooth_"), Number(lens.zoom !== 1));
    gl.uniform1i(at("taps"), Math.min(Math.ceil(pixelsPerPlace - 0.01), 4));
    gl.uniform1f(at("shade"), shade);
    this.#luts.bind(at, lut);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    this.#painted++;
  }

  /** Lets textures go that were not painted now. To be called when all is painted. */
  tidy() {
    const needed = this.#painted;
    this.#painted = 0;
    for (const [pixels, { texture, bytes }] of this.#textures) {
      if (this.#bytes <= TEXTURE_CEILING || this.#textures.size <= needed) {
        return;
      }
      this.#gl.deleteTexture(texture);
      this.#textures.delete(pixels);
      this.#bytes -= bytes;
    }
  }

  /** @param {FramePixels} pixels */
  #programFor(pixels) {
    const { sampler } = formatOf(pixels);
    const colour = pixels.components === 3;
    const name = sampler + colour;
    const known = this.#programs.get(name) ?? programOf(this.#gl, fragmentFor(sampler, colour));
    this.#programs.set(name, known);
    return known;
  }

  /** @param {FramePixels} pixels @param {number} columns @param {number} rows */
  #textureOf(pixels, columns, rows) {
    const known = this.#textures.get(pixels) ?? this.#upload(pixels, columns, rows);
    this.#textures.delete(pixels);
    this.#textures.set(pixels, known);
    return known.texture;
  }

  /** @param {FramePixels} pixels @param {number} columns @param {number} rows */
  #upload(pixels, columns, rows) {
    const gl = /** @type {any} */ (this.#gl);
    const { internal, format, type } = formatOf(pixels);
    const texture = /** @type {WebGLTexture} */ (gl.createTexture());
    gl.bindTexture(gl.TEXTURE_2D, texture);
    for (const filter of [gl.TEXTURE_MIN_FILTER, gl.TEXTURE_MAG_FILTER]) {
      gl.texParameteri(gl.TEXTURE_2D, filter, gl.NEAREST);
    }
    gl.pixelStorei(gl.UNPACK_ALIGNMENT, 1);
    gl.texImage2D(gl.TEXTURE_2D, 0, gl[internal], columns, rows, 0, gl[format], gl[type], pixels.values);
    const bytes = pixels.values.byteLength;
    this.#bytes += bytes;
    return { texture, bytes };
  }
}

/** @param {FramePixels} pixels @returns {any} */
function formatOf({ values, components }) {
  return components === 3 ? FORMATS.rgb : FORMATS[/** @type {keyof typeof FORMATS} */ (values.constructor.name)];
}

/** @param {readonly number[]} a @param {readonly number[]} b @returns {[number, number]} */
function difference(a, b) {
  return [a[0] - b[0], a[1] - b[1]];
}
