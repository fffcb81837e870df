// @ts-check
import { LUT_ROW } from "./lut-texture.js";

/** What a slab shows of the values along a ray. @typedef {"mip" | "minip" | "average"} SlabMode */

/** @type {readonly SlabMode[]} */
export const SLAB_MODES = ["mip", "minip", "average"];

/** A triangle over the whole viewport. */
export const VERTEX_SHADER = `#version 300 es
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}`;

const SAMPLERS = { uint8: "usampler3D", uint16: "usampler3D", int16: "isampler3D", float32: "sampler3D" };

/** How the value of a step joins what the steps before it came to. @type {Record<SlabMode, {first: string, join: string}>} */
const JOINS = {
  mip: { first: "-3.4e38", join: "max(joined, value)" },
  minip: { first: "3.4e38", join: "min(joined, value)" },
  average: { first: "0.0", join: "joined + value" },
};

/**
 * Paints a plane through voxels, or a slab around it. Voxels that are no measurement are left out of every value; where one is the nearest,
 * there is none. Sources: PS3.3 C.7.5.1.1.2 (padding), C.11.2.1 (windows and VOI LUTs). Values between voxels are made from the eight around them here: the GPU's own
 * filters have weights of 8 bits, and don't take whole numbers.
 * @param {import("./texels.js").Texels["type"]} type
 * @param {SlabMode} mode
 */
export function fragmentShader(type, mode) {
  const { first, join } = JOINS[mode];
  return `#version 300 es
precision highp float;
precision highp int;
uniform highp ${SAMPLERS[type]} voxels;
uniform highp usampler2D arrived;
uniform bool complete;
uniform ivec3 size;
uniform vec3 corner;    // the voxel at the rectangle's upper left corner
uniform vec3 right;     // voxels for each device pixel
uniform vec3 down;
uniform vec3 through;   // voxels for each step of the slab
uniform int steps;
uniform vec2 edge;      // the rectangle's left and upper edge on the canvas, from below
uniform float offset;   // from texels to modality values
uniform float lower;    // the modality value that becomes black, and its distance to the one that becomes white
uniform float range;
uniform bool sigmoid;
uniform bool inverted;
uniform highp sampler2D lut;  // the display value of lutFirst + i at entry i
uniform int lutLength, lutFirst;
uniform bool careful;   // there may be voxels that are no measurement
uniform vec2 padding;   // the texels that are none; NaN is none either
out vec4 color;

// Of a slice that has not arrived.
const vec4 AWAY = vec4(0.10, 0.12, 0.15, 1.0);
// Closer to a voxel than floats can tell: it is that voxel, and needs no other.
const float SAME = 1e-4;

float texel(int i, int j, int k) {
  return float(texelFetch(voxels, ivec3(i, j, k), 0).r);
}

float alongRow(ivec3 low, ivec3 high, float share, int j, int k) {
  float value = texel(low.x, j, k);
  return share > 0.0 ? mix(value, texel(high.x, j, k), share) : value;
}

float inSlice(ivec3 low, ivec3 high, vec3 share, int k) {
  float value = alongRow(low, high, share.x, low.y, k);
  return share.y > 0.0 ? mix(value, alongRow(low, high, share.x, high.y, k), share.y) : value;
}

bool isNothing(float value) {
  return isnan(value) || isinf(value) || (value >= padding.x && value <= padding.y);
}

// Of the eight voxels around, those that are a measurement.
float measured(ivec3 low, ivec3 high, vec3 share) {
  float sum = 0.0;
  float weights = 0.0;
  for (int corner = 0; corner < 8; corner++) {
    bvec3 isHigh = bvec3(corner & 1, corner & 2, corner & 4);
    vec3 parts = mix(1.0 - share, share, isHigh);
    float weight = parts.x * parts.y * parts.z;
    float value = texel(isHigh.x ? high.x : low.x, isHigh.y ? high.y : low.y, isHigh.z ? high.z : low.z);
    if (weight > 0.0 && !isNothing(value)) {
      sum += weight * value;
      weights += weight;
    }
  }
  return sum / weights;
}

float between(ivec3 low, ivec3 high, vec3 share) {
  float value = inSlice(low, high, share, low.z);
  return share.z > 0.0 ? mix(value, inSlice(low, high, share, high.z), share.z) : value;
}

float shown(float value) {
  if (lutLength > 0) {
    int i = clamp(int(round(value)) - lutFirst, 0, lutLength - 1);
    return texelFetch(lut, ivec2(i % ${LUT_ROW}, i / ${LUT_ROW}), 0).r;
  }
  return sigmoid ? 1.0 / (1.0 + exp(-4.0 * (value - lower - 0.5 * range) / range)) : clamp((value - lower) / range, 0.0, 1.0);
}

bool isAway(int k) {
  return texelFetch(arrived, ivec2(k, 0), 0).r == 0u;
}

void main() {
  vec2 pixel = vec2(gl_FragCoord.x - edge.x, edge.y - gl_FragCoord.y);
  vec3 middle = corner + right * pixel.x + down * pixel.y;
  vec3 end = vec3(size) - 0.5;
  float joined = ${first};
  int inside = 0;
  for (int i = 0; i < steps; i++) {
    vec3 voxel = middle + through * (float(i) - 0.5 * float(steps - 1));
    if (any(lessThan(voxel, vec3(-0.5))) || any(greaterThanEqual(voxel, end))) {
      continue;
    }
    vec3 whole = round(voxel);
    voxel = mix(voxel, whole, lessThan(abs(voxel - whole), vec3(SAME)));
    voxel = clamp(voxel, vec3(0.0), vec3(size - 1));
    ivec3 low = ivec3(voxel);
    ivec3 high = min(low + 1, size - 1);
    vec3 share = voxel - vec3(low);
    if (!complete && (isAway(low.z) || (share.z > 0.0 && isAway(high.z)))) {
      color = AWAY;
      return;
    }
    ivec3 nearest = ivec3(round(voxel));
    if (careful && isNothing(texel(nearest.x, nearest.y, nearest.z))) {
      continue;
    }
    float value = careful ? measured(low, high, share) : between(low, high, share);
    joined = ${join};
    inside++;
  }
  if (inside == 0) {
    color = vec4(0.0, 0.0, 0.0, 1.0);
    return;
  }
  float value = offset + ${mode === "average" ? "joined / float(inside)" : "joined"};
  float grey = shown(value);
  color = vec4(vec3(inverted ? 1.0 - grey : grey), 1.0);
}`;
}
