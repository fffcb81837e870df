package org.radcase.studies.control.packing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.radcase.dicom.codec.FrameShape;
import org.radcase.dicom.codec.JpegLs;
import org.radcase.dicom.pixel.PixelLayout;

/** How the native frames of an instance are compressed for sending. */
public enum FrameCoding {
  /** Not at all: it does not pay. */
  NONE('n') {
    @Override
    byte[] encode(byte[] frame, PixelLayout layout) {
      return frame;
    }
  },
  /** For all, and best where few values are used. */
  GZIP('g') {
    @Override
    byte[] encode(byte[] frame, PixelLayout layout) {
      var coded = new ByteArrayOutputStream(frame.length / 2);
      try (var gzip = new GZIPOutputStream(coded)) {
        gzip.write(frame);
      } catch (IOException e) {
        throw new UncheckedIOException("Memory does not fail", e);
      }
      return coded.toByteArray();
    }
  },
  /**
   * Half of gzip on CT. Sign bits are inverted: without that, noise around zero would leap from one
   * end of the range to the other.
   */
  JPEG_LS('j') {
    @Override
    byte[] encode(byte[] frame, PixelLayout layout) {
      var sampleBytes = layout.bitsAllocated() / 8;
      var shape = new FrameShape(layout.rows(), layout.columns(), 1, sampleBytes);
      if (layout.isSigned()) invertSigns(frame, sampleBytes, layout.bitsStored());
      return JpegLs.encode(frame, shape, layout.bitsStored());
    }

    @Override
    boolean canHold(PixelLayout layout) {
      return layout.samplesPerPixel() == 1
          && (layout.bitsAllocated() == 8 || layout.bitsAllocated() == 16)
          && layout.frameBytes() == (long) layout.pixels() * layout.bitsAllocated() / 8
          && layout.bitsStored() > 1
          && layout.highBit() == layout.bitsStored() - 1;
    }
  };

  private final char letter;

  FrameCoding(char letter) {
    this.letter = letter;
  }

  /** As files keep it. */
  int letter() {
    return letter;
  }

  static Optional<FrameCoding> of(int letter) {
    return Stream.of(values()).filter(coding -> coding.letter == letter).findFirst();
  }

  /**
   * Compresses a frame.
   *
   * @param frame as it is in the file, little endian; used up
   */
  abstract byte[] encode(byte[] frame, PixelLayout layout);

  boolean canHold(PixelLayout layout) {
    return true;
  }

  private static void invertSigns(byte[] frame, int sampleBytes, int bitsStored) {
    var at = (bitsStored - 1) / 8;
    var bit = 1 << (bitsStored - 1) % 8;
    for (var i = at; i < frame.length; i += sampleBytes) frame[i] ^= (byte) bit;
  }
}
