import { geometryOf } from "./app/volume/volume.js";
import { VolumePainter } from "./app/volume/volume-painter.js";

const ARRAYS = { uint8: Uint8Array, uint16: Int16Array, int16: Int16Array, float32: Float32Array };
const canvas = document.querySelector("canvas");
const gl = canvas.getContext("webgl2", { antialias: false, preserveDrawingBuffer: true });
let painter;
let texture;

/** Makes the texture; of a context that was lost and is back too. */
export async function make({ size, origin, across, down, through, type, offset, padding }) {
  painter = new VolumePainter(gl);
  texture = await painter.make(geometryOf(size, origin, across, down, through), { type, offset, padding });
}

/** Values as they come from the decoder, of slices one after the other, in base64; padding: those that are no measurement. */
export function put(first, base64, padding) {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
  const values = new ARRAYS[texture.texels.type](bytes.buffer);
  const [columns, rows] = texture.geometry.size;
  const voxels = columns * rows;
  for (let slice = 0; slice * voxels < values.length; slice++) {
    texture.put(first + slice, { values: values.slice(slice * voxels, (slice + 1) * voxels), padding: padding ?? undefined });
  }
}

/** The rectangle's colours, from its upper left corner on, 3 bytes each, in base64; throws when others were painted over. */
export function paint({ rectangle, plane, slab, look }) {
  gl.clearColor(0, 1, 0, 1);
  gl.clear(gl.COLOR_BUFFER_BIT);
  const { lut } = look;
  painter.paint(texture, rectangle, plane, slab, { ...look, lut: lut && { ...lut, values: Float32Array.from(lut.values) } });
  const rgba = new Uint8Array(canvas.width * canvas.height * 4);
  gl.readPixels(0, 0, canvas.width, canvas.height, gl.RGBA, gl.UNSIGNED_BYTE, rgba);
  let colours = "";
  for (let y = canvas.height - 1; y >= 0; y--) {
    for (let x = 0; x < canvas.width; x++) {
      const [r, g, b] = rgba.subarray((y * canvas.width + x) * 4);
      const inside = x >= rectangle.x && x < rectangle.x + rectangle.width && y >= rectangle.y && y < rectangle.y + rectangle.height;
      if (inside) {
        colours += String.fromCharCode(r, g, b);
      } else if (r !== 0 || g !== 255 || b !== 0) {
        throw new Error(`painted over ${x}, ${y}`);
      }
    }
  }
  if (gl.getError() !== gl.NO_ERROR) {
    throw new Error("WebGL complains");
  }
  return btoa(colours);
}

/** Loses the context, and has it back, with nothing that was in it. */
export async function lose() {
  const extension = gl.getExtension("WEBGL_lose_context");
  const happens = (name) => new Promise((resolve) => canvas.addEventListener(name, (event) => (event.preventDefault(), resolve()), { once: true }));
  const lost = happens("webglcontextlost");
  extension.loseContext();
  await lost;
  // It can come back only after everyone has heard that it is gone.
  await new Promise((resolve) => setTimeout(resolve));
  const restored = happens("webglcontextrestored");
  extension.restoreContext();
  await restored;
}
