// @ts-check
/*
 * The inverse DCT of 8 × 8 in integers: the algorithm of C. Loeffler, A. Ligtenberg and G. S. Moschytz ("Practical fast 1-D DCT
 * algorithms with 11 multiplications", ICASSP 1989) with the constants in 13 bits, as in libjpeg's accurate transform and in the
 * server's JpegIdct, so that all give the same samples. Source: ITU-T T.81 A.3.3.
 */

const SCALE = 13;

/** Between the passes; more would overflow with 12 bits a sample. */
const KEPT_BITS = 1;

const scaled = (/** @type {number} */ constant) => Math.round(constant * 2 ** SCALE);

const C0_298 = scaled(0.298631336);
const C0_390 = scaled(0.390180644);
const C0_541 = scaled(0.5411961);
const C0_765 = scaled(0.765366865);
const C0_899 = scaled(0.899976223);
const C1_175 = scaled(1.175875602);
const C1_501 = scaled(1.501321110);
const C1_847 = scaled(1.847759065);
const C1_961 = scaled(1.961570560);
const C2_053 = scaled(2.053119869);
const C2_562 = scaled(2.562915447);
const C3_072 = scaled(3.072711026);

const turned = new Int32Array(64);

/**
 * Turns dequantised coefficients of 12 bits a sample into samples around zero.
 * @param {Int32Array} block  row by row, changed in place
 */
export function inverseDct(block) {
  pass(block, turned, SCALE - KEPT_BITS);
  pass(turned, block, SCALE + KEPT_BITS + 3);
}

/**
 * One dimension: each column of `from`, scaled down, becomes a row of `to`.
 * @param {Int32Array} from @param {Int32Array} to @param {number} shift
 */
function pass(from, to, shift) {
  const half = 1 << (shift - 1);
  for (let column = 0; column < 8; column++) {
    const in0 = from[column];
    const in1 = from[column + 8];
    const in2 = from[column + 16];
    const in3 = from[column + 24];
    const in4 = from[column + 32];
    const in5 = from[column + 40];
    const in6 = from[column + 48];
    const in7 = from[column + 56];

    // The even coefficients: a butterfly of 0 and 4, a rotation of 2 and 6.
    const rotated = (in2 + in6) * C0_541;
    const cosine = rotated + in2 * C0_765;
    const sine = rotated - in6 * C1_847;
    const sum = ((in0 + in4) << SCALE) + half;
    const difference = ((in0 - in4) << SCALE) + half;
    const even0 = sum + cosine;
    const even1 = difference + sine;
    const even2 = difference - sine;
    const even3 = sum - cosine;

    // The odd ones: two rotations, and a third of both, which all four share.
    const outer = (in1 + in7) * -C0_899;
    const inner = (in3 + in5) * -C2_562;
    const shared = (in1 + in3 + in5 + in7) * C1_175;
    const left = shared - (in3 + in7) * C1_961;
    const right = shared - (in1 + in5) * C0_390;
    const odd0 = in1 * C1_501 + outer + right;
    const odd1 = in3 * C3_072 + inner + left;
    const odd2 = in5 * C2_053 + inner + right;
    const odd3 = in7 * C0_298 + outer + left;

    const at = 8 * column;
    to[at] = (even0 + odd0) >> shift;
    to[at + 1] = (even1 + odd1) >> shift;
    to[at + 2] = (even2 + odd2) >> shift;
    to[at + 3] = (even3 + odd3) >> shift;
    to[at + 4] = (even3 - odd3) >> shift;
    to[at + 5] = (even2 - odd2) >> shift;
    to[at + 6] = (even1 - odd1) >> shift;
    to[at + 7] = (even0 - odd0) >> shift;
  }
}
