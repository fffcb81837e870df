// @ts-check

/** The white of the Profile Connection Space (D50). Source: ICC.1, PS3.3 C.10.7.1.1. */
const WHITE = [0.9642, 1, 0.8249];

/** From XYZ at D50 to linear sRGB, by the Bradford transform to D65. Source: IEC 61966-2-1. */
const TO_SRGB = [
  [3.1338561, -1.6168667, -0.4906146],
  [-0.9787684, 1.9161415, 0.033454],
  [0.0719453, -0.2289914, 1.4052427],
];

/**
 * The sRGB colour of a CIELab value as DICOM writes it: L* of 0 to 100 and a*, b* of -128 to 127, each over 0 to 65535.
 * @param {readonly number[]} encoded  three whole numbers
 * @returns {readonly [number, number, number]} 0 to 255 each; colours that sRGB doesn't have take its nearest ends
 */
export function srgbOf([l, a, b]) {
  const fy = ((l / 65535) * 100 + 16) / 116;
  const shares = [fy + ((a / 65535) * 255 - 128) / 500, fy, fy - ((b / 65535) * 255 - 128) / 200];
  const xyz = shares.map((f, i) => WHITE[i] * (f > 6 / 29 ? f ** 3 : 3 * (6 / 29) ** 2 * (f - 4 / 29)));
  const [red, green, blue] = TO_SRGB.map((row) => encodedLight(row[0] * xyz[0] + row[1] * xyz[1] + row[2] * xyz[2]));
  return [red, green, blue];
}

/** @param {number} linear */
function encodedLight(linear) {
  const light = Math.min(Math.max(linear, 0), 1);
  return Math.round(255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055));
}
