// @ts-check

/**
 * @typedef {{shape: "RECTANGULAR", left: number, right: number, upper: number, lower: number}
 *   | {shape: "CIRCULAR", row: number, column: number, radius: number}
 *   | {shape: "POLYGONAL", vertices: readonly number[]}} Shutter  places are counted from 1; vertices as row, column, row, column
 */

/**
 * What the display shutters of an image hide: whatever one of them does. Its grey is shutterPresentationValue / 65535, from
 * black to white, whatever the window and its polarity are. Source: PS3.3 C.7.6.11.
 * @param {{rows: number, columns: number, aspectRatio: number, shutters?: readonly Shutter[]}} image  aspectRatio: height of a
 *   pixel over its width
 * @returns {Uint8Array | undefined} rows * columns; 255 where hidden, else 0. Undefined without shutters
 */
export function shutterMask({ rows, columns, aspectRatio, shutters = [] }) {
  if (shutters.length === 0) {
    return undefined;
  }
  const mask = new Uint8Array(rows * columns);
  for (const shutter of shutters) {
    for (let row = 1; row <= rows; row++) {
      const line = mask.subarray((row - 1) * columns, row * columns);
      hide(line, seenOf(shutter, row, aspectRatio));
    }
  }
  return mask;
}

/** @param {Uint8Array} line @param {[number, number][]} seen  runs of columns, ends included */
function hide(line, seen) {
  const visible = new Uint8Array(line.length);
  for (const [from, to] of seen) {
    visible.fill(1, Math.max(Math.ceil(from) - 1, 0), Math.max(Math.floor(to), 0));
  }
  for (let i = 0; i < line.length; i++) {
    line[i] |= visible[i] ? 0 : 255;
  }
}

/** @param {Shutter} shutter @param {number} row @param {number} aspectRatio @returns {[number, number][]} */
function seenOf(shutter, row, aspectRatio) {
  switch (shutter.shape) {
    case "RECTANGULAR":
      return row >= shutter.upper && row <= shutter.lower ? [[shutter.left, shutter.right]] : [];
    case "CIRCULAR": {
      const down = (row - shutter.row) * aspectRatio;
      const half = shutter.radius ** 2 - down ** 2;
      return half >= 0 ? [[shutter.column - Math.sqrt(half), shutter.column + Math.sqrt(half)]] : [];
    }
    case "POLYGONAL":
      return [...pairs(crossings(shutter.vertices, row, row)), ...pairs(crossings(shutter.vertices, row, row - 1))];
  }
}

/**
 * Where a polygon's edges cross a row, ascending.
 * @param {readonly number[]} vertices @param {number} row
 * @param {number} last  `row` for edges that begin in it, `row - 1` for those that end in it: so a vertex counts once for two
 *   edges, and both together see all of the border
 */
function crossings(vertices, row, last) {
  const found = [];
  for (let i = 0; i < vertices.length; i += 2) {
    const next = (i + 2) % vertices.length;
    const [upper, lower] = vertices[i] < vertices[next] ? [i, next] : [next, i];
    if (vertices[upper] <= last && vertices[lower] > last) {
      const part = (row - vertices[upper]) / (vertices[lower] - vertices[upper]);
      found.push(vertices[upper + 1] + part * (vertices[lower + 1] - vertices[upper + 1]));
    }
  }
  return found.sort((a, b) => a - b);
}

/** @param {number[]} places @returns {[number, number][]} */
function pairs(places) {
  const runs = /** @type {[number, number][]} */ ([]);
  for (let i = 0; i + 1 < places.length; i += 2) {
    runs.push([places[i], places[i + 1]]);
  }
  return runs;
}
