package org.radcase.dicom.pixel;

import java.util.Objects;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;

/**
 * How samples stand in memory. Source: PS3.3 C.7.6.3.1, PS3.5 section 8.1.
 *
 * @param planarConfiguration 0 for R1 G1 B1 R2 …, 1 for R1 R2 … G1 G2 …; 0 for one sample
 * @param bitsAllocated 1, 8, 16, 32 or 64
 * @param highBit from 0; the stored value ends there, overlays may stand above
 * @param pixelRepresentation 0 unsigned, 1 two's complement
 * @param frames at least 1
 */
public record PixelLayout(
    int rows,
    int columns,
    int samplesPerPixel,
    Photometric photometric,
    int planarConfiguration,
    int bitsAllocated,
    int bitsStored,
    int highBit,
    int pixelRepresentation,
    int frames) {

  private static final int MOST_SAMPLES = 4;

  public PixelLayout {
    require(rows >= 1 && rows <= 0xFFFF && columns >= 1 && columns <= 0xFFFF, "Rows or Columns");
    require(samplesPerPixel >= 1 && samplesPerPixel <= MOST_SAMPLES, "Samples per Pixel");
    require(planarConfiguration == 0 || planarConfiguration == 1, "Planar Configuration");
    require(
        bitsAllocated == 1 || (bitsAllocated >= 8 && Integer.bitCount(bitsAllocated) == 1),
        "Bits Allocated");
    require(bitsAllocated <= 64 && bitsStored >= 1 && bitsStored <= bitsAllocated, "Bits Stored");
    require(highBit >= bitsStored - 1 && highBit < bitsAllocated, "High Bit");
    require(pixelRepresentation == 0 || pixelRepresentation == 1, "Pixel Representation");
    require(frames >= 1, "Number of Frames");
  }

  /**
   * Reads it from a header.
   *
   * @throws DicomException NO_PIXEL_DATA without Rows and Columns, MALFORMED if the values cannot be
   */
  public static PixelLayout of(DataSet image) throws DicomException {
    var rows = image.integer(Tag.ROWS);
    var columns = image.integer(Tag.COLUMNS);
    if (rows.isEmpty() || columns.isEmpty()) {
      throw DicomException.of(Kind.NO_PIXEL_DATA, "No Rows and Columns: not an image");
    }
    var samples = image.integer(Tag.SAMPLES_PER_PIXEL).orElse(1);
    var fallback = samples == 1 ? "MONOCHROME2" : "RGB";
    var allocated = image.integer(Tag.BITS_ALLOCATED).orElse(8);
    var stored = image.integer(Tag.BITS_STORED).orElse(allocated);
    try {
      return new PixelLayout(
          rows.getAsInt(),
          columns.getAsInt(),
          samples,
          Photometric.of(image.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(fallback)),
          samples == 1 ? 0 : image.integer(Tag.PLANAR_CONFIGURATION).orElse(0),
          allocated,
          stored,
          image.integer(Tag.HIGH_BIT).orElse(stored - 1),
          image.integer(Tag.PIXEL_REPRESENTATION).orElse(0),
          image.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
    } catch (IllegalArgumentException e) {
      throw DicomException.of(
          Kind.MALFORMED, Objects.requireNonNullElse(e.getMessage(), "Not the layout of an image"));
    }
  }

  public boolean isSigned() {
    return pixelRepresentation == 1;
  }

  public int pixels() {
    return Math.multiplyExact(rows, columns);
  }

  /** Bits of one native frame; frames of one bit a sample follow one another without padding. */
  public long frameBits() {
    var samplesOfFrame = photometric.isHalved()
        ? 2L * rows * columns // PS3.3 C.7.6.3.1.2: chrominance for every other pixel only
        : (long) samplesPerPixel * rows * columns;
    return samplesOfFrame * bitsAllocated;
  }

  /** Bytes of one native frame; the last may be shared with the next frame at one bit a sample. */
  public long frameBytes() {
    return (frameBits() + 7) / 8;
  }

  /** The layout that a decoder of colour gives: interleaved. */
  PixelLayout decoded(Photometric decodedPhotometric) {
    return new PixelLayout(
        rows,
        columns,
        samplesPerPixel,
        decodedPhotometric,
        0,
        bitsAllocated,
        bitsStored,
        highBit,
        pixelRepresentation,
        frames);
  }

  private static void require(boolean fits, String what) {
    if (!fits) {
      throw new IllegalArgumentException(what + " cannot be as the file says");
    }
  }
}
