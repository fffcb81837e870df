// @ts-check

/** A triangle that covers the cell: the fragments know where they are. */
const WHOLE_CELL = `#version 300 es
void main() {
  vec2 corner = vec2((gl_VertexID << 1) & 2, gl_VertexID & 2);
  gl_Position = vec4(corner * 2.0 - 1.0, 0.0, 1.0);
}`;

/**
 * A program that paints a whole cell.
 * @param {WebGL2RenderingContext} gl
 * @param {string} fragment  GLSL ES 3.00
 * @returns {{program: WebGLProgram, at: (uniform: string) => WebGLUniformLocation | null}}
 * @throws {Error} with the compiler's words
 */
export function programOf(gl, fragment) {
  const program = /** @type {WebGLProgram} */ (gl.createProgram());
  for (const [type, source] of /** @type {const} */ ([[gl.VERTEX_SHADER, WHOLE_CELL], [gl.FRAGMENT_SHADER, fragment]])) {
    const shader = /** @type {WebGLShader} */ (gl.createShader(type));
    gl.shaderSource(shader, source);
    gl.compileShader(shader);
    gl.attachShader(program, shader);
    gl.deleteShader(shader);
  }
  gl.linkProgram(program);
  if (!gl.getProgramParameter(program, gl.LINK_STATUS) && !gl.isContextLost()) {
    const said = (gl.getAttachedShaders(program) ?? []).map((shader) => gl.getShaderInfoLog(shader)).join(" ");
    throw new Error(`The shader can't be used: ${gl.getProgramInfoLog(program)} ${said}`);
  }
  /** @type {Map<string, WebGLUniformLocation | null>} */
  const places = new Map();
  return {
    program,
    at(uniform) {
      if (!places.has(uniform)) {
        places.set(uniform, gl.getUniformLocation(program, uniform));
      }
      return places.get(uniform) ?? null;
    },
  };
}

/**
 * The part of a cell that a viewport and a scissor need, in WebGL's coordinates.
 * @typedef {{x: number, y: number, width: number, height: number}} Rect  device pixels, from the canvas's top left corner
 * @param {WebGL2RenderingContext} gl
 * @param {Rect} rect
 */
export function enter(gl, { x, y, width, height }) {
  gl.enable(gl.SCISSOR_TEST);
  const bottom = gl.drawingBufferHeight - y - height;
  gl.viewport(x, bottom, width, height);
  gl.scissor(x, bottom, width, height);
}
