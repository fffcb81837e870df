package org.radcase.dicom.part10;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.part10.PixelData.Range;

/**
 * Finds which fragments make which frame: by the extended offset table, the basic one, a fragment a
 * frame, or the way compressed images begin. Tables that fit no fragment are passed over, for real
 * files hold such. Source: PS3.5 A.4, PS3.3 C.7.6.3.1.8.
 */
final class FrameSplitter {
  private FrameSplitter() {}

  /**
   * @param imageStarts which of {@code fragments} begin like an image
   */
  static List<List<Range>> split(
      DataSet dataSet, byte[] basicTable, List<Range> fragments, BitSet imageStarts)
      throws DicomException {
    if (fragments.isEmpty()) {
      return List.of();
    }
    var frames = Math.max(1, dataSet.integer(Tag.NUMBER_OF_FRAMES).orElse(1));
    if (frames == 1) {
      return List.of(List.copyOf(fragments));
    }
    var starts = starts(extendedTable(dataSet), fragments, frames);
    if (starts.isEmpty()) {
      starts = starts(basicOffsets(basicTable), fragments, frames);
    }
    if (starts.isEmpty() && (fragments.size() == frames || imageStarts.cardinality() == frames)) {
      starts = fragments.size() == frames ? allOf(frames) : imageStarts;
    }
    if (starts.cardinality() != frames || !starts.get(0)) {
      var kind = fragments.size() < frames ? Kind.TRUNCATED : Kind.MALFORMED;
      throw DicomException.at(
          fragments.get(0).offset(),
          kind,
          fragments.size() + " fragments cannot be told apart as " + frames + " frames");
    }
    return grouped(fragments, starts);
  }

  private static List<List<Range>> grouped(List<Range> fragments, BitSet starts) {
    var groups = new ArrayList<List<Range>>();
    for (var from = 0; from >= 0 && from < fragments.size(); ) {
      var next = starts.nextSetBit(from + 1);
      var to = next < 0 ? fragments.size() : next;
      groups.add(List.copyOf(fragments.subList(from, to)));
      from = to;
    }
    return groups;
  }

  /** The first fragments of the frames by a table; empty if the table does not fit. */
  private static BitSet starts(long[] offsets, List<Range> fragments, int frames) {
    var starts = new BitSet();
    if (offsets.length != frames) {
      return starts;
    }
    var base = fragments.get(0).offset();
    var fragment = 0;
    for (var offset : offsets) {
      while (fragment < fragments.size() && fragments.get(fragment).offset() - base < offset) {
        fragment++;
      }
      if (fragment == fragments.size() || fragments.get(fragment).offset() - base != offset) {
        return new BitSet();
      }
      starts.set(fragment);
    }
    return starts.cardinality() == frames ? starts : new BitSet();
  }

  private static long[] extendedTable(DataSet dataSet) {
    var bytes = dataSet.bytes(Tag.EXTENDED_OFFSET_TABLE).orElse(new byte[0]);
    var table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    var offsets = new long[table.remaining()];
    table.get(offsets);
    return offsets;
  }

  private static long[] basicOffsets(byte[] bytes) {
    var table = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer();
    var offsets = new long[table.remaining()];
    for (var i = 0; i < offsets.length; i++) {
      offsets[i] = table.get(i) & 0xFFFFFFFFL;
    }
    return offsets;
  }

  private static BitSet allOf(int count) {
    var all = new BitSet(count);
    all.set(0, count);
    return all;
  }
}
