package org.radcase.dicom.part10;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DataSetBuilder;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** Puts compressed frames into pixel data, with a table of where each begins. Source: PS3.5 A.4. */
public final class Encapsulation {
  private static final int ITEM_HEADER_BYTES = 8;
  private static final long LONGEST_BASIC_OFFSET = 0xFFFFFFFFL;

  private Encapsulation() {}

  /**
   * Puts Pixel Data (7FE0,0010) of these frames, and the extended offset table if that is asked for.
   *
   * @param frames the fragments of each frame, in order: bytes in memory, or left in a file
   * @throws IllegalArgumentException if the table cannot hold the frames' offsets, or a frame has no
   *     fragment, or for an extended table more than one
   */
  public static void put(DataSetBuilder into, List<List<Value>> frames, OffsetTable table) {
    var starts = new long[frames.size()];
    var lengths = new long[frames.size()];
    var fragments = new ArrayList<Value>();
    var offset = 0L;
    for (var frame = 0; frame < starts.length; frame++) {
      starts[frame] = offset;
      for (var fragment : frames.get(frame)) {
        var length = EncodedLengths.even(EncodedLengths.ofBytes(fragment));
        lengths[frame] += length;
        offset += ITEM_HEADER_BYTES + length;
        fragments.add(fragment);
      }
      requireFragments(frames.get(frame), table);
    }
    if (table == OffsetTable.EXTENDED) {
      into.putBytes(Tag.EXTENDED_OFFSET_TABLE, VR.OV, longs(starts));
      into.putBytes(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, VR.OV, longs(lengths));
    }
    fragments.add(0, Value.of(table == OffsetTable.BASIC ? ints(starts) : new byte[0]));
    into.put(new Element(Tag.PIXEL_DATA, VR.OB, new Value.Fragments(fragments)));
  }

  private static void requireFragments(List<Value> frame, OffsetTable table) {
    if (frame.isEmpty() || (frame.size() > 1 && table == OffsetTable.EXTENDED)) {
      throw new IllegalArgumentException(
          "A frame of " + frame.size() + " fragments has no place in a table " + table);
    }
  }

  /**
   * The data set with tables that are right once its odd fragments are padded; the same one if none
   * is odd. Offsets that are no fragment's stay as they are.
   */
  static DataSet withEvenOffsets(DataSet dataSet) {
    var pixels = dataSet.find(Tag.PIXEL_DATA).map(Element::value).orElse(null);
    if (!(pixels instanceof Value.Fragments fragments) || !hasOdd(fragments)) {
      return dataSet;
    }
    var before = starts(fragments, 0);
    var after = starts(fragments, 1);
    var parts = new ArrayList<>(fragments.parts());
    if (parts.get(0) instanceof Value.Bytes basic) {
      parts.set(0, Value.of(ints(moved(longsOfInts(basic.copy()), before, after))));
    }
    var builder = dataSet.toBuilder();
    builder.put(new Element(Tag.PIXEL_DATA, VR.OB, new Value.Fragments(parts)));
    if (dataSet.contains(Tag.EXTENDED_OFFSET_TABLE)) {
      var extended = moved(dataSet.wideIntegers(Tag.EXTENDED_OFFSET_TABLE), before, after);
      var lengths = dataSet.wideIntegers(Tag.EXTENDED_OFFSET_TABLE_LENGTHS);
      builder.putBytes(Tag.EXTENDED_OFFSET_TABLE, VR.OV, longs(extended));
      builder.putBytes(
          Tag.EXTENDED_OFFSET_TABLE_LENGTHS,
          VR.OV,
          longs(Arrays.stream(lengths).map(length -> length + length % 2).toArray()));
    }
    return builder.build();
  }

  private static boolean hasOdd(Value.Fragments fragments) {
    return fragments.parts().stream()
        .skip(1)
        .anyMatch(part -> EncodedLengths.ofBytes(part) % 2 != 0);
  }

  /** Where each fragment begins after the table, if odd ones get {@code padding} bytes more. */
  private static long[] starts(Value.Fragments fragments, int padding) {
    var starts = new long[fragments.parts().size() - 1];
    for (var i = 0; i + 1 < starts.length; i++) {
      var length = EncodedLengths.ofBytes(fragments.parts().get(i + 1));
      starts[i + 1] = starts[i] + ITEM_HEADER_BYTES + length + padding * (length % 2);
    }
    return starts;
  }

  private static long[] moved(long[] offsets, long[] before, long[] after) {
    return Arrays.stream(offsets)
        .map(offset -> {
          var fragment = Arrays.binarySearch(before, offset);
          return fragment < 0 ? offset : after[fragment];
        })
        .toArray();
  }

  private static long[] longsOfInts(byte[] table) {
    var ints = ByteBuffer.wrap(table).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    var longs = new long[ints.remaining()];
    Arrays.setAll(longs, i -> ints.get(i) & 0xFFFFFFFFL);
    return longs;
  }

  private static byte[] longs(long[] values) {
    var bytes = ByteBuffer.allocate(values.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return bytes.array();
  }

  private static byte[] ints(long[] values) {
    var bytes = ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (var value : values) {
      if (value > LONGEST_BASIC_OFFSET) {
        throw new IllegalArgumentException("A basic offset table ends at 4 GiB");
      }
      bytes.putInt((int) value);
    }
    return bytes.array();
  }
}
