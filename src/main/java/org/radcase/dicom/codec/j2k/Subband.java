package org.radcase.dicom.codec.j2k;

/**
 * One subband of a tile's component. Source: T.800 B.5, E.1.
 *
 * @param orientation 0 LL, 1 HL, 2 LH, 3 HH: the first letter is the horizontal frequency
 * @param left where its coefficients stand in the rows of its resolution
 * @param firstRow the first of its rows there
 * @param rowStep 2 where rows of another frequency stand between
 * @param bitplanes of magnitudes, those of a region of interest included
 * @param shift bitplanes by which a region of interest was lifted
 * @param step of quantization; of no meaning where coding is reversible
 */
record Subband(
    int resolution,
    int orientation,
    Area area,
    int left,
    int firstRow,
    int rowStep,
    int bitplanes,
    int shift,
    float step) {

  /** How many of the two directions are of high frequency: 0, 1 or 2. */
  static int highs(int orientation) {
    return Integer.bitCount(orientation);
  }
}
