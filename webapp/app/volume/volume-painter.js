// @ts-check
import { LutTexture } from "./lut-texture.js";
import { cross, lengthOf, scaled, unit } from "./vector.js";
import { inVoxels, spacingAlong, toVoxel } from "./volume.js";
import { fragmentShader, SLAB_MODES, VERTEX_SHADER } from "./volume-shader.js";
import { VolumeTexture } from "./volume-texture.js";

/** @typedef {import("./vector.js").Vector} Vector */
/**
 * @typedef {{origin: Vector, right: Vector, down: Vector}} ScreenPlane  origin: the place in the patient of the rectangle's upper left
 *   corner, where pixel centres are half a pixel from it; right, down: mm for each device pixel
 * @typedef {{mm: number, mode: import("./volume-shader.js").SlabMode}} Slab  mm: its thickness, half of it on either side of the
 *   plane; 0 is the plane alone
 * @typedef {{x: number, y: number, width: number, height: number}} Rectangle  device pixels of the canvas from its lower left corner
 */

/** A ray has no more; what is thicker is looked at in longer steps. */
const MOST_STEPS = 128;
/** Parts of a voxel that make no difference. */
const SAME = 1e-4;
/** Of a window of width 1, which has black and white and nothing between. */
const LEAST_RANGE = 1e-6;

/**
 * The steps through a slab, the middle one in the plane: half a voxel each, or whole voxels where the slab goes along the raster from
 * voxel to voxel, as nothing between two voxels is more than both. Longer only where a slab has more voxels than a ray has steps.
 * @param {import("./volume.js").Geometry} geometry
 * @param {ScreenPlane} plane
 * @param {number} mm  the slab's thickness
 * @returns {{count: number, step: Vector}} step: in the patient, mm
 */
export function slabSteps(geometry, plane, mm) {
  const normal = unit(cross(plane.right, plane.down));
  const voxels = isOnVoxels(geometry, plane, normal) ? 1 : 0.5;
  const step = Math.max(voxels * spacingAlong(geometry, normal), mm / (MOST_STEPS - 2));
  return { count: 2 * Math.floor(mm / 2 / step + SAME) + 1, step: scaled(normal, step) };
}

/** Whether a plane goes through centres of voxels, and its normal from one of them to the next. @param {import("./volume.js").Geometry} geometry @param {ScreenPlane} plane @param {Vector} normal */
function isOnVoxels(geometry, { origin, right, down }, normal) {
  const way = inVoxels(geometry, normal);
  const axis = way.findIndex((share) => Math.abs(share) > SAME * lengthOf(way));
  const place = toVoxel(geometry, origin)[axis];
  const size = Math.max(...geometry.size);
  return (
    way.every((share, i) => i === axis || Math.abs(share) <= SAME * lengthOf(way)) &&
    [right, down].every((direction) => Math.abs(inVoxels(geometry, direction)[axis]) * size <= SAME) &&
    Math.abs(place - Math.round(place)) <= SAME
  );
}

/**
 * Paints planes through volumes with WebGL 2. Uses the context's texture units 0 to 2, viewport, scissor, program and vertex array, and
 * expects blending, depth and culling to be off, as they are at first. After the context was lost, a new painter and new textures are needed.
 */
export class VolumePainter {
  #gl;
  #luts;
  #vertices;
  /** @type {Map<string, {program: WebGLProgram, at: (name: string) => WebGLUniformLocation | null}>} */
  #programs = new Map();

  /** @param {WebGL2RenderingContext} gl */
  constructor(gl) {
    this.#gl = gl;
    this.#luts = new LutTexture(gl);
    this.#vertices = gl.createVertexArray();
  }

  /**
   * Makes room for a volume, none of whose slices has arrived, and the programs that paint it: to ask for one when it is first
   * needed would stop the page until it is there.
   * @param {import("./volume.js").Geometry} geometry
   * @param {import("./texels.js").Texels} texels
   * @returns {Promise<VolumeTexture>} rejected with a RangeError when the GPU takes no volume of that size, or has no room for it
   */
  async make(geometry, texels) {
    const texture = new VolumeTexture(this.#gl, geometry, texels);
    const programs = SLAB_MODES.map((mode) => this.#program(texels.type, mode).program);
    await texture.madeRoom();
    programs.forEach((program) => requireLinked(this.#gl, program));
    return texture;
  }

  /**
   * Paints a rectangle of the canvas: black outside of the volume and where there is only padding, a dark tone where a slice that is needed has not arrived.
   * @param {VolumeTexture} texture  made by this painter
   * @param {Rectangle} rectangle
   * @param {ScreenPlane} plane
   * @param {Slab} slab
   * @param {import("../viewer/gl/image-painter.js").Greys} look
   */
  paint(texture, rectangle, plane, slab, { lower, upper, sigmoid, inverted, lut }) {
    const gl = this.#gl;
    const { geometry, texels } = texture;
    const { x, y, width, height } = rectangle;
    const { program, at } = this.#program(texels.type, slab.mode);
    const { count, step } = slabSteps(geometry, plane, slab.mm);
    gl.viewport(x, y, width, height);
    gl.scissor(x, y, width, height);
    gl.enable(gl.SCISSOR_TEST);
    gl.useProgram(program);
    gl.activeTexture(gl.TEXTURE1);
    gl.bindTexture(gl.TEXTURE_2D, texture.flags);
    gl.activeTexture(gl.TEXTURE0);
    gl.bindTexture(gl.TEXTURE_3D, texture.voxels);
    gl.uniform1i(at("voxels"), 0);
    gl.uniform1i(at("arrived"), 1);
    gl.uniform1i(at("complete"), Number(texture.isComplete));
    gl.uniform3iv(at("size"), [...geometry.size]);
    gl.uniform3fv(at("corner"), [...toVoxel(geometry, plane.origin)]);
    gl.uniform3fv(at("right"), [...inVoxels(geometry, plane.right)]);
    gl.uniform3fv(at("down"), [...inVoxels(geometry, plane.down)]);
    gl.uniform3fv(at("through"), [...inVoxels(geometry, step)]);
    gl.uniform1i(at("steps"), count);
    gl.uniform2f(at("edge"), x, y + height);
    gl.uniform1f(at("offset"), texels.offset);
    gl.uniform1f(at("lower"), lower);
    gl.uniform1f(at("range"), Math.max(upper - lower, LEAST_RANGE));
    gl.uniform1i(at("sigmoid"), Number(sigmoid));
    gl.uniform1i(at("inverted"), Number(inverted));
    gl.uniform1i(at("careful"), Number(texels.padding !== undefined || texels.type === "float32"));
    gl.uniform2f(at("padding"), texels.padding?.low ?? 1, texels.padding?.high ?? 0);
    this.#luts.bind(at, lut);
    gl.bindVertexArray(this.#vertices);
    gl.drawArrays(gl.TRIANGLES, 0, 3);
    gl.bindVertexArray(null);
    gl.disable(gl.SCISSOR_TEST);
  }

  /** Lets go what it has on the GPU; textures are freed by whoever had them made. */
  free() {
    this.#programs.forEach(({ program }) => this.#gl.deleteProgram(program));
    this.#gl.deleteVertexArray(this.#vertices);
    this.#luts.free();
  }

  /** @param {import("./texels.js").Texels["type"]} type @param {import("./volume-shader.js").SlabMode} mode */
  #program(type, mode) {
    const key = `${type} ${mode}`;
    const known = this.#programs.get(key);
    if (known) {
      return known;
    }
    const program = linking(this.#gl, fragmentShader(type, mode));
    /** @type {Map<string, WebGLUniformLocation | null>} */
    const places = new Map();
    const at = (/** @type {string} */ name) => {
      if (!places.has(name)) {
        places.set(name, this.#gl.getUniformLocation(program, name));
      }
      return places.get(name) ?? null;
    };
    const made = { program, at };
    this.#programs.set(key, made);
    return made;
  }
}

/** @param {WebGL2RenderingContext} gl @param {string} fragmentSource */
function linking(gl, fragmentSource) {
  const program = gl.createProgram();
  for (const shader of [compiling(gl, gl.VERTEX_SHADER, VERTEX_SHADER), compiling(gl, gl.FRAGMENT_SHADER, fragmentSource)]) {
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  return program;
}

/** @param {WebGL2RenderingContext} gl @param {number} kind @param {string} source */
function compiling(gl, kind, source) {
  const shader = /** @type {WebGLShader} */ (gl.createShader(kind));
  gl.shaderSource(shader, source);
  gl.compileShader(shader);
  return shader;
}

/** @param {WebGL2RenderingContext} gl @param {WebGLProgram} program */
function requireLinked(gl, program) {
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    throw new Error(`The GPU doesn't take a program: ${gl.getProgramInfoLog(program)}`);
  }
}
