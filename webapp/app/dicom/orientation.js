// @ts-check

/** A direction's component counts as a letter of an oblique from this share on: about 6°. */
const NOTICEABLE = 0.1;

/** Letters of the positive and the negative end of each axis. DICOM's axes lead to the left, to posterior, to the head. */
const ENDS = [["L", "R"], ["P", "A"], ["H", "F"]];

/** @type {Record<string, string>} */
const OPPOSITES = { L: "R", R: "L", P: "A", A: "P", H: "F", F: "H" };

/**
 * The letters at the edges of an image as it is shown, from its plane or, on radiographs, from its Patient Orientation.
 * Sources: PS3.3 C.7.6.1.1.1, C.7.6.2.1.1.
 *
 * @param {{orientation?: readonly number[], patientOrientation?: readonly string[]}} image  direction cosines of the first row,
 *   then of the first column; or the letters of the two directions
 * @param {{rotation: number, flipped: boolean}} view  clockwise quarter turns in degrees, applied after the flip of left and right
 * @returns {{left: string, right: string, top: string, bottom: string} | undefined} undefined when the image doesn't know
 */
export function edgeLetters({ orientation, patientOrientation }, { rotation, flipped }) {
  const [row, column] = orientation
    ? [lettersOf(orientation.slice(0, 3)), lettersOf(orientation.slice(3, 6))]
    : (patientOrientation ?? []);
  if (!row || !column) {
    return undefined;
  }
  const right = flipped ? opposite(row) : row;
  const around = [opposite(column), right, column, opposite(right)];
  const turns = (((Math.round(rotation / 90) % 4) + 4) % 4) * -1;
  const at = (/** @type {number} */ edge) => around[(edge + turns + 4) % 4];
  return { top: at(0), right: at(1), bottom: at(2), left: at(3) };
}

/**
 * The letters of a direction, the strongest first: "A", or "AL" for an oblique.
 * @param {readonly number[]} direction  unit vector in patient space
 */
export function lettersOf(direction) {
  return direction
    .map((share, axis) => ({ share: Math.abs(share), letter: ENDS[axis][share > 0 ? 0 : 1] }))
    .filter(({ share }) => share >= NOTICEABLE)
    .sort((a, b) => b.share - a.share)
    .map(({ letter }) => letter)
    .join("");
}

/** @param {string} letters */
function opposite(letters) {
  return [...letters].map((letter) => OPPOSITES[letter] ?? "").join("");
}

/**
 * The plane that cosines lie in, or undefined for an oblique without a main direction.
 * @param {readonly number[]} orientation
 * @returns {"axial" | "coronal" | "sagittal" | undefined}
 */
export function planeOf(orientation) {
  const [rx, ry, rz, cx, cy, cz] = orientation;
  const normal = [ry * cz - rz * cy, rz * cx - rx * cz, rx * cy - ry * cx].map(Math.abs);
  const strongest = Math.max(...normal);
  if (strongest < 0.8) {
    return undefined;
  }
  return /** @type {const} */ (["sagittal", "coronal", "axial"])[normal.indexOf(strongest)];
}

/**
 * Where a slice lies along its normal, in mm.
 * @param {readonly number[]} orientation
 * @param {readonly number[]} position  of the first pixel's centre, in mm
 */
export function placeOf(orientation, position) {
  const [rx, ry, rz, cx, cy, cz] = orientation;
  return position[0] * (ry * cz - rz * cy) + position[1] * (rz * cx - rx * cz) + position[2] * (rx * cy - ry * cx);
}
