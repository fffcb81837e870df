package org.radcase.dicom.render;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.Value;
import org.radcase.dicom.part10.BulkSource;
import org.radcase.dicom.part10.ByteSwap;
import org.radcase.dicom.pixel.PixelLayout;

/** Reads the overlay planes of a header. Source: PS3.3 C.9.2. */
public final class Overlays {
  private static final int FIRST_GROUP = 0x6000;
  private static final int LAST_GROUP = 0x601E;
  private static final int ROWS = 0x0010;
  private static final int COLUMNS = 0x0011;
  private static final int NUMBER_OF_FRAMES = 0x0015;
  private static final int ORIGIN = 0x0050;
  private static final int IMAGE_FRAME_ORIGIN = 0x0051;
  private static final int BITS_ALLOCATED = 0x0100;
  private static final int BIT_POSITION = 0x0102;
  private static final int DATA = 0x3000;

  /** Of an overlay, which may be as large as the largest image. */
  private static final long MOST_PIXELS = 48_000_000;

  private Overlays() {}

  /** Whether an image has a plane that lies over any of its frames; reads no bits of it. */
  public static boolean areIn(DataSet image, PixelLayout layout) {
    for (var group = FIRST_GROUP; group <= LAST_GROUP; group += 2) {
      var isSized = image.integer(Tag.of(group, ROWS)).orElse(0) > 0
          && image.integer(Tag.of(group, COLUMNS)).orElse(0) > 0;
      var hasBits =
          image.contains(Tag.of(group, DATA)) || embedded(image, group, layout).isPresent();
      if (isSized && hasBits) return true;
    }
    return false;
  }

  /** The planes that lie over one frame, those that make sense. */
  static List<Overlay> of(DataSet image, PixelLayout layout, int frameIndex, BulkSource source)
      throws IOException {
    var overlays = new ArrayList<Overlay>();
    for (var group = FIRST_GROUP; group <= LAST_GROUP; group += 2) {
      overlay(image, group, layout, frameIndex, source).ifPresent(overlays::add);
    }
    return overlays;
  }

  private static Optional<Overlay> overlay(
      DataSet image, int group, PixelLayout layout, int frameIndex, BulkSource source)
      throws IOException {
    var rows = image.integer(Tag.of(group, ROWS)).orElse(0);
    var columns = image.integer(Tag.of(group, COLUMNS)).orElse(0);
    var frame = frame(image, group, frameIndex);
    if (rows < 1 || columns < 1 || (long) rows * columns > MOST_PIXELS || frame < 0) {
      return Optional.empty();
    }
    var data = image.find(Tag.of(group, DATA));
    var bits = data.isPresent()
        ? own(data.get(), (long) frame * rows * columns, rows * columns, source)
        : embedded(image, group, layout);
    var origin = image.integers(Tag.of(group, ORIGIN));
    var top = origin.length == 2 ? Math.max(Short.MIN_VALUE, origin[0] - 1) : 0;
    var left = origin.length == 2 ? Math.max(Short.MIN_VALUE, origin[1] - 1) : 0;
    return bits.map(there -> new Overlay(group, rows, columns, top, left, there));
  }

  /** The index of the overlay's frame that lies over the image's; below 0 if none does. */
  private static int frame(DataSet image, int group, int frameIndex) {
    var count = image.integer(Tag.of(group, NUMBER_OF_FRAMES));
    var origin = image.integer(Tag.of(group, IMAGE_FRAME_ORIGIN));
    if (count.isEmpty() && origin.isEmpty()) {
      return 0; // one for all frames
    }
    var frame = (long) frameIndex - (origin.orElse(1) - 1L);
    return frame >= 0 && frame < count.orElse(1) ? (int) frame : -1;
  }

  private static Optional<Overlay.Bits> own(
      Element data, long firstBit, int count, BulkSource source) throws IOException {
    if (data.value() instanceof Value.Bytes bytes) {
      return firstBit + count <= 8L * bytes.lengthBytes()
          ? Optional.of(new Overlay.OwnBits(bytes.copy(), (int) firstBit))
          : Optional.empty();
    }
    if (data.value() instanceof Value.InFile inFile
        && firstBit + count <= 8 * inFile.lengthBytes()) {
      return Optional.of(inFile(inFile, data, firstBit, count, source));
    }
    return Optional.empty();
  }

  /** Fetches no more than the frame's words. */
  private static Overlay.Bits inFile(
      Value.InFile value, Element data, long firstBit, int count, BulkSource source)
      throws IOException {
    var word = value.order() == ByteOrder.BIG_ENDIAN ? data.vr().swapBytes() : 1;
    var begin = firstBit / 8 / word * word;
    var end = Math.min(value.lengthBytes(), (firstBit + count) / 8 + 1 + word);
    var bytes = new ByteArrayOutputStream();
    try (var in = source.open(value.offset() + begin)) {
      ByteSwap.copy(in, end - begin, word, bytes);
    }
    return new Overlay.OwnBits(bytes.toByteArray(), (int) (firstBit - 8 * begin));
  }

  private static Optional<Overlay.Bits> embedded(DataSet image, int group, PixelLayout layout) {
    var position = image.integer(Tag.of(group, BIT_POSITION)).orElse(-1);
    var allocated = image.integer(Tag.of(group, BITS_ALLOCATED)).orElse(0);
    var isStored =
        position > layout.highBit() - layout.bitsStored() && position <= layout.highBit();
    var fits = allocated == layout.bitsAllocated() && allocated >= 8 && position < allocated;
    return position >= 0 && fits && !isStored && layout.samplesPerPixel() == 1
        ? Optional.of(new Overlay.EmbeddedBits(position))
        : Optional.empty();
  }
}
