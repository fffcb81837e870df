package org.radcase.dicom.codec;

import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;

/**
 * The room that a data set declares for the samples of one frame: interleaved (R1 G1 B1 R2 …), row
 * by row, each little endian in its container. A bitstream must be of just this shape, so that
 * nothing is allocated on its own word. Source: PS3.3 C.7.6.3.1.
 *
 * @param sampleBytes 1, 2 or 4: Bits Allocated / 8
 */
public record FrameShape(int rows, int columns, int samplesPerPixel, int sampleBytes) {
  public FrameShape {
    var fits = rows >= 1
        && columns >= 1
        && samplesPerPixel >= 1
        && (sampleBytes == 1 || sampleBytes == 2 || sampleBytes == 4);
    if (!fits) {
      throw new IllegalArgumentException("No frame has the shape " + rows + " × " + columns + " × "
          + samplesPerPixel + " of " + sampleBytes + " bytes");
    }
  }

  /** The length of all samples. */
  public int bytes() {
    return Math.multiplyExact(Math.multiplyExact(rows, columns), samplesPerPixel * sampleBytes);
  }

  /**
   * Checks what the bitstream's header says.
   *
   * @param bits of a sample
   * @param offset of that header, for the fault
   * @throws DicomException MALFORMED if the size or the number of components differs; NOT_DECODABLE
   *     if the samples do not fit their containers
   */
  public void check(int codedRows, int codedColumns, int components, int bits, long offset)
      throws DicomException {
    if (codedRows != rows || codedColumns != columns || components != samplesPerPixel) {
      throw DicomException.at(
          offset,
          Kind.MALFORMED,
          "A bitstream of " + codedRows + " × " + codedColumns + " × " + components
              + " where the data set says " + rows + " × " + columns + " × " + samplesPerPixel);
    }
    if (bits > 8 * sampleBytes) {
      throw DicomException.at(
          offset, Kind.NOT_DECODABLE, bits + " bits a sample in containers of " + 8 * sampleBytes);
    }
  }
}
