// @ts-check
import { VolumePainter } from "../../volume/volume-painter.js";
import { ImagePainter } from "./image-painter.js";
import { MaskPainter } from "./mask-painter.js";

/** @typedef {{images: ImagePainter, masks: MaskPainter, volumes: VolumePainter, height: number}} Painters  height: of the canvas, device pixels */

/** The one canvas of the stage, under all cells: one context, whatever the layout. */
export class Surface {
  #canvas;
  #gl;
  #images;
  #masks;
  #volumes;

  /**
   * @param {HTMLElement} host
   * @param {{restored: () => void, signal: AbortSignal}} life  restored: the GPU took the context back and gave a new one, on which nothing is
   * @throws {Error} when the browser has no WebGL 2
   */
  constructor(host, { restored, signal }) {
    this.#canvas = document.createElement("canvas");
    const options = { alpha: false, antialias: false, depth: false, stencil: false, powerPreference: "high-performance" };
    const gl = /** @type {WebGL2RenderingContext | null} */ (this.#canvas.getContext("webgl2", options));
    if (!gl) {
      throw new Error("WebGL 2 is not available");
    }
    this.#gl = gl;
    this.#images = new ImagePainter(gl);
    this.#masks = new MaskPainter(gl);
    this.#volumes = new VolumePainter(gl);
    // Its default says that the context shall not come back.
    this.#canvas.addEventListener("webglcontextlost", (event) => event.preventDefault(), { signal });
    const again = () => {
      this.#images = new ImagePainter(gl);
      this.#masks = new MaskPainter(gl);
      this.#volumes = new VolumePainter(gl);
      restored();
    };
    this.#canvas.addEventListener("webglcontextrestored", again, { signal });
    host.replaceChildren(this.#canvas);
  }

  get volumes() {
    return this.#volumes;
  }

  /** What the textures and the canvas take. */
  get bytes() {
    return this.#images.bytes + this.#canvas.width * this.#canvas.height * 8;
  }

  /** In device pixels. */
  get size() {
    return { width: this.#canvas.width, height: this.#canvas.height };
  }

  /** @param {number} width @param {number} height  device pixels */
  resize(width, height) {
    if (width !== this.#canvas.width || height !== this.#canvas.height) {
      this.#canvas.width = width;
      this.#canvas.height = height;
    }
  }

  /** @param {(painters: Painters) => void} paint */
  draw(paint) {
    const gl = this.#gl;
    gl.disable(gl.SCISSOR_TEST);
    gl.clearColor(0, 0, 0, 1);
    gl.clear(gl.COLOR_BUFFER_BIT);
    paint({ images: this.#images, masks: this.#masks, volumes: this.#volumes, height: this.#canvas.height });
    this.#images.tidy();
  }
}
