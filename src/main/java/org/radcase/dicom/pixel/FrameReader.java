package org.radcase.dicom.pixel;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.Optional;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.ByteSwap;
import org.radcase.dicom.part10.Part10File;
import org.radcase.dicom.part10.PixelData;
import org.radcase.dicom.part10.PixelData.Range;

/**
 * The frames of one file as bytes: native ones as little endian samples whatever the file was,
 * encapsulated ones as the bitstream of their codec. Frame numbers begin at 1. May be shared by
 * threads if its source may. Source: PS3.5 section 8 and A.4.
 */
public final class FrameReader {
  /** More than the largest mammogram in colour; longer ones can be copied. */
  private static final long MOST_BYTES_IN_MEMORY = 1 << 30;

  private final BulkSource source;
  private final PixelData pixels;
  private final PixelLayout layout;
  private final boolean deflated;

  /**
   * Checks that all frames are there.
   *
   * @throws DicomException NO_PIXEL_DATA, MALFORMED or TRUNCATED
   */
  public FrameReader(BulkSource source, Part10File file) throws DicomException {
    this.source = source;
    pixels =
        file.pixelData().orElseThrow(() -> DicomException.of(Kind.NO_PIXEL_DATA, "No pixel data"));
    layout = PixelLayout.of(file.dataSet());
    deflated = file.transferSyntax().isDeflated();
    if (pixels instanceof PixelData.Native whole) {
      requireWhole(whole.range());
    } else if (frames() == 0) {
      throw DicomException.of(Kind.NO_PIXEL_DATA, "The pixel data has no fragments");
    }
  }

  public int frames() {
    return pixels instanceof PixelData.Encapsulated parts ? parts.frames().size() : layout.frames();
  }

  /** Length of what {@link #copy} writes. */
  public long lengthBytes(int frameNumber) {
    requireNumber(frameNumber);
    if (pixels instanceof PixelData.Encapsulated parts) {
      return parts.frames().get(frameNumber - 1).stream()
          .mapToLong(Range::lengthBytes)
          .sum();
    }
    return layout.frameBytes();
  }

  /**
   * Where the frame's bytes stand in the file just as {@link #copy} would write them, so that a
   * server can send them from there; none if they must be joined, turned round, shifted or inflated.
   */
  public Optional<Range> asStored(int frameNumber) {
    requireNumber(frameNumber);
    if (pixels instanceof PixelData.Encapsulated parts) {
      var fragments = parts.frames().get(frameNumber - 1);
      return fragments.size() == 1 ? Optional.of(fragments.get(0)) : Optional.empty();
    }
    var whole = (PixelData.Native) pixels;
    if (deflated || wordBytes(whole) > 1 || layout.frameBits() % 8 != 0) {
      return Optional.empty();
    }
    var offset = whole.range().offset() + firstBit(frameNumber) / 8;
    return Optional.of(new Range(offset, layout.frameBytes()));
  }

  /**
   * The frame in memory; for those that are going to decode it.
   *
   * @throws DicomException LIMIT beyond a gigabyte, TRUNCATED if the file ends in it
   */
  public byte[] bytes(int frameNumber) throws IOException {
    var length = lengthBytes(frameNumber);
    if (length > MOST_BYTES_IN_MEMORY) {
      throw DicomException.of(Kind.LIMIT, "A frame of " + length + " bytes");
    }
    var bytes = new ByteArrayOutputStream((int) Math.min(1 << 20, length));
    copy(frameNumber, bytes);
    return bytes.toByteArray();
  }

  /** Writes the frame's bytes, with no more than a buffer in memory. */
  public void copy(int frameNumber, OutputStream out) throws IOException {
    requireNumber(frameNumber);
    if (pixels instanceof PixelData.Encapsulated parts) {
      for (var fragment : parts.frames().get(frameNumber - 1)) {
        copy(fragment, 1, out);
      }
      return;
    }
    var whole = (PixelData.Native) pixels;
    var word = wordBytes(whole);
    var leadBits = firstBit(frameNumber) % (8L * word); // a frame may begin in the middle of a word
    var begin = (firstBit(frameNumber) - leadBits) / 8;
    var words = (leadBits + layout.frameBits() + 8L * word - 1) / (8L * word);
    var length = Math.min(whole.range().lengthBytes() - begin, words * word);
    var cut = new Cut(out, leadBits, layout.frameBits());
    copy(new Range(whole.range().offset() + begin, length), word, cut);
    cut.finish();
  }

  private void copy(Range range, int wordBytes, OutputStream out) throws IOException {
    try (var in = source.open(range.offset())) {
      var copied = ByteSwap.copy(in, range.lengthBytes(), wordBytes, out);
      if (copied < range.lengthBytes()) {
        throw DicomException.at(
            range.offset() + copied, Kind.TRUNCATED, "The file ends in a frame");
      }
    }
  }

  /** What to turn round: whole samples, and words of two bytes for OW. Source: PS3.5 section 8.1.1. */
  private int wordBytes(PixelData.Native whole) {
    if (whole.order() != ByteOrder.BIG_ENDIAN) {
      return 1;
    }
    return whole.vr() == VR.OB ? 1 : Math.max(whole.vr().swapBytes(), layout.bitsAllocated() / 8);
  }

  private long firstBit(int frameNumber) {
    return (frameNumber - 1) * layout.frameBits();
  }

  private void requireNumber(int frameNumber) {
    if (frameNumber < 1 || frameNumber > frames()) {
      throw new IllegalArgumentException("Frame " + frameNumber + " of " + frames());
    }
  }

  private void requireWhole(Range range) throws DicomException {
    if (layout.frames() > range.lengthBytes() * 8 / layout.frameBits()) {
      throw DicomException.at(
          range.offset() + range.lengthBytes(),
          Kind.TRUNCATED,
          "Pixel data of "
              + range.lengthBytes()
              + " bytes is too short for "
              + layout.frames()
              + " frames");
    }
  }
}
