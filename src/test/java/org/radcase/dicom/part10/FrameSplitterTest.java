package org.radcase.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.part10.PixelData.Range;

class FrameSplitterTest {
  private static final byte[] NO_TABLE = {};
  private static final BitSet NO_STARTS = new BitSet();

  @Test
  void one_frame_takes_all_fragments() throws DicomException {
    var fragments = fragments(10, 20, 30);

    assertThat(FrameSplitter.split(frames(1), NO_TABLE, fragments, NO_STARTS))
        .containsExactly(fragments);
  }

  @Test
  void as_many_fragments_as_frames_are_one_each() throws DicomException {
    var fragments = fragments(10, 20, 30);

    assertThat(FrameSplitter.split(frames(3), NO_TABLE, fragments, NO_STARTS))
        .containsExactly(fragments.subList(0, 1), fragments.subList(1, 2), fragments.subList(2, 3));
  }

  @Test
  void the_basic_table_says_where_frames_begin() throws DicomException {
    var fragments = fragments(10, 20, 30, 40);

    // offsets count the eight bytes of each item's header: 18 is the second, 74 the fourth
    var groups = FrameSplitter.split(frames(2), ints(0, 18), fragments, NO_STARTS);

    assertThat(groups).containsExactly(fragments.subList(0, 1), fragments.subList(1, 4));
  }

  @Test
  void the_extended_table_goes_before_the_basic_one() throws DicomException {
    var fragments = fragments(10, 20, 30, 40);
    var table =
        ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN).putLong(0).putLong(84);
    var dataSet = frames(2).toBuilder()
        .putBytes(Tag.EXTENDED_OFFSET_TABLE, VR.OV, table.array())
        .build();

    assertThat(FrameSplitter.split(dataSet, ints(0, 18), fragments, NO_STARTS))
        .containsExactly(fragments.subList(0, 3), fragments.subList(3, 4));
  }

  @Test
  void a_table_that_fits_no_fragment_is_passed_over_for_the_beginnings_of_images()
      throws DicomException {
    var fragments = fragments(10, 20, 30);
    var starts = new BitSet();
    starts.set(0);
    starts.set(2);

    assertThat(FrameSplitter.split(frames(2), ints(0, 999), fragments, starts))
        .containsExactly(fragments.subList(0, 2), fragments.subList(2, 3));
  }

  @Test
  void fragments_that_cannot_be_told_apart_are_a_typed_fault() {
    assertThatThrownBy(
            () -> FrameSplitter.split(frames(2), NO_TABLE, fragments(1, 2, 3), NO_STARTS))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.MALFORMED));
    assertThatThrownBy(() -> FrameSplitter.split(frames(9), NO_TABLE, fragments(1, 2), NO_STARTS))
        .isInstanceOfSatisfying(
            DicomException.class, fault -> assertThat(fault.kind()).isEqualTo(Kind.TRUNCATED));
  }

  private static DataSet frames(int count) {
    return DataSet.builder().putInts(Tag.NUMBER_OF_FRAMES, VR.IS, count).build();
  }

  private static List<Range> fragments(int... lengths) {
    var fragments = new ArrayList<Range>();
    var offset = 1000L;
    for (var length : lengths) {
      fragments.add(new Range(offset + 8, length));
      offset += 8 + length;
    }
    return fragments;
  }

  private static byte[] ints(int... values) {
    var buffer = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    for (var value : values) {
      buffer.putInt(value);
    }
    return buffer.array();
  }
}
