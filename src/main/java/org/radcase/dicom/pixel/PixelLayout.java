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
 * @param sampleKind floats fill their containers: Bits Stored is Bits Allocated
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
    int frames,
    SampleKind sampleKind) {

  /** What the bits of a sample are, which the attribute that holds them says. */
  public enum SampleKind {
    /** A whole number, as in Pixel Data. */
    INTEGER,
    /** IEEE 754 of 32 bits, as in Float Pixel Data. Source: PS3.3 C.7.6.24. */
    FLOAT,
    /** IEEE 754 of 64 bits, as in Double Float Pixel Data. Source: PS3.3 C.7.6.25. */
    DOUBLE;

    private static SampleKind of(DataSet image) {
      if (image.find(Tag.PIXEL_DATA).isPresent()) {
        return INTEGER;
      }
      if (image.find(Tag.FLOAT_PIXEL_DATA).isPresent()) {
        return FLOAT;
      }
      return image.find(Tag.DOUBLE_FLOAT_PIXEL_DATA).isPresent() ? DOUBLE : INTEGER;
    }

    private boolean fits(int bitsAllocated, int bitsStored) {
      return switch (this) {
        case INTEGER -> true;
        case FLOAT -> bitsAllocated == 32 && bitsStored == 32;
        case DOUBLE -> bitsAllocated == 64 && bitsStored == 64;
      };
    }
  }

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
    require(sampleKind.fits(bitsAllocated, bitsStored), "Bits Allocated of floats");
  }

  /** The layout of integers. */
  public PixelLayout(
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
    this(
        rows,
        columns,
        samplesPerPixel,
        photometric,
        planarConfiguration,
        bitsAllocated,
        bitsStored,
        highBit,
        pixelRepresentation,
        frames,
        SampleKind.INTEGER);
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
    var type = SampleKind.of(image);
    var integers = type == SampleKind.INTEGER ? image : DataSet.EMPTY; // floats have no such facts
    var stored = integers.integer(Tag.BITS_STORED).orElse(allocated);
    try {
      return new PixelLayout(
          rows.getAsInt(),
          columns.getAsInt(),
          samples,
          Photometric.of(image.string(Tag.PHOTOMETRIC_INTERPRETATION).orElse(fallback)),
          samples == 1 ? 0 : image.integer(Tag.PLANAR_CONFIGURATION).orElse(0),
          allocated,
          stored,
          integers.integer(Tag.HIGH_BIT).orElse(stored - 1),
          integers.integer(Tag.PIXEL_REPRESENTATION).orElse(0),
          image.integer(Tag.NUMBER_OF_FRAMES).orElse(1),
          type);
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

  /** Bytes of one native frame alone; at one bit a sample, zeros may fill up the last. */
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
        frames,
        sampleKind);
  }

  private static void require(boolean fits, String what) {
    if (!fits) {
      throw new IllegalArgumentException(what + " cannot be as the file says");
    }
  }
}
