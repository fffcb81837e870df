package org.radcase.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Generated;
import org.radcase.dicom.RandomDataSets;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** What the writer puts where. Source: PS3.5 sections 6.2.2, 7.1 and 7.5, annex A.4. */
class WriterTest {
  private static final BulkSource NO_BULK = offset -> new ByteArrayInputStream(new byte[0]);

  static Stream<TransferSyntax> syntaxes() {
    return Generated.NATIVE.stream();
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void data_sets_of_every_vr_come_back_with_both_kinds_of_lengths(TransferSyntax syntax)
      throws IOException {
    for (var sequences : SequenceLength.values()) {
      for (var seed = 0; seed < 300; seed++) {
        var random = new Random(seed);
        var original = syntax.isExplicit()
            ? RandomDataSets.explicitOnly(random, 3)
            : RandomDataSets.of(random, 3);

        assertThat(read(written(original, syntax, sequences)).dataSet())
            .as("seed %s", seed)
            .isEqualTo(original);
      }
    }
  }

  @Test
  void sequences_of_defined_length_hold_no_delimiters() throws IOException {
    var item = DataSet.builder().putString(Tag.MODALITY, "CT").build();
    var dataSet = DataSet.builder()
        .putSequence(Tag.REFERENCED_IMAGE_SEQUENCE, item, DataSet.EMPTY)
        .build();

    var implicit = dataSetBytes(dataSet, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);
    var big = dataSetBytes(dataSet, TransferSyntax.EXPLICIT_BIG_ENDIAN);

    assertThat(hex(implicit))
        .isEqualTo("08004011" + "1a000000" + "feff00e0" + "0a000000" + "08006000" + "02000000"
            + "4354" + "feff00e0" + "00000000");
    assertThat(hex(big))
        .isEqualTo("00081140" + "53510000" + "0000001a" + "fffee000" + "0000000a" + "00080060"
            + "43530002" + "4354" + "fffee000" + "00000000");
  }

  @Test
  void values_of_odd_length_are_padded_by_what_their_vr_says() throws IOException {
    for (var vr : List.of(VR.LO, VR.UI, VR.UN)) {
      var odd = new Element(Tag.PATIENT_ID, vr, Value.of(new byte[] {'1'}));
      var bytes =
          dataSetBytes(DataSet.builder().put(odd).build(), TransferSyntax.IMPLICIT_LITTLE_ENDIAN);

      assertThat(hex(bytes))
          .isEqualTo("10002000" + "02000000" + "31" + (vr == VR.LO ? "20" : "00"));
    }
    var left = new Value.InFile(7, 3, ByteOrder.LITTLE_ENDIAN);
    var pixels = DataSet.builder().put(new Element(Tag.PIXEL_DATA, VR.OB, left)).build();
    var out = new ByteArrayOutputStream();

    Part10Writer.writeDataSet(
        pixels,
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
        SequenceLength.DEFINED,
        offset -> new ByteArrayInputStream(new byte[] {1, 2, 3, 4}),
        out);

    assertThat(hex(out.toByteArray())).isEqualTo("e07f1000" + "4f420000" + "04000000" + "01020300");
  }

  @Test
  void words_within_un_stay_little_endian() throws IOException {
    var many = new int[40_000];
    Arrays.setAll(many, i -> i);
    var dataSet = DataSet.builder()
        .putInts(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR, VR.US, many)
        .build();

    var read = read(Generated.file(dataSet, TransferSyntax.EXPLICIT_BIG_ENDIAN)).dataSet();

    assertThat(read.integers(Tag.RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR)).isEqualTo(many);
  }

  @Test
  void what_fits_no_length_field_is_refused() {
    var left = new Value.InFile(0, 0xFFFFFFFFL, ByteOrder.LITTLE_ENDIAN);
    var tooLong =
        DataSet.builder().put(new Element(Tag.PIXEL_DATA, VR.OW, left)).build();

    assertThatThrownBy(() -> Part10Writer.write(
            tooLong,
            TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            NO_BULK,
            OutputStream.nullOutputStream()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("4 GiB");
    assertThatThrownBy(() -> Generated.file(Generated.slice(), TransferSyntax.JPEG_BASELINE))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> Generated.file(Generated.encapsulated(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_source_that_ends_too_early_is_truncated() {
    var left = new Value.InFile(8, 100, ByteOrder.LITTLE_ENDIAN);
    var dataSet =
        DataSet.builder().put(new Element(Tag.PIXEL_DATA, VR.OW, left)).build();
    BulkSource source = offset -> new ByteArrayInputStream(new byte[50]);

    assertThatThrownBy(() -> Part10Writer.write(
            dataSet,
            TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
            source,
            OutputStream.nullOutputStream()))
        .hasMessageContaining("byte 58");
  }

  @Test
  void each_offset_table_leads_to_the_frames() throws IOException {
    var frames =
        List.of(List.of(fragment(10, 1)), List.of(fragment(7, 2)), List.of(fragment(12, 3)));
    for (var table : OffsetTable.values()) {
      var file = read(encapsulated(frames, table));

      var pixels = (PixelData.Encapsulated) file.pixelData().orElseThrow();
      assertThat(pixels.frames()).extracting(List::size).containsExactly(1, 1, 1);
      assertThat(pixels.frames().get(1).get(0).lengthBytes()).isEqualTo(8);
    }
    var extended = read(encapsulated(frames, OffsetTable.EXTENDED)).dataSet();
    assertThat(extended.wideIntegers(Tag.EXTENDED_OFFSET_TABLE)).containsExactly(0, 18, 34);
    assertThat(extended.wideIntegers(Tag.EXTENDED_OFFSET_TABLE_LENGTHS)).containsExactly(10, 8, 12);
  }

  @Test
  void a_basic_table_tells_frames_of_several_fragments_apart() throws IOException {
    var frames = List.of(List.of(fragment(10, 1), fragment(4, 2)), List.of(fragment(7, 3)));

    var file = read(encapsulated(frames, OffsetTable.BASIC));

    var pixels = (PixelData.Encapsulated) file.pixelData().orElseThrow();
    assertThat(pixels.frames()).extracting(List::size).containsExactly(2, 1);
    assertThatThrownBy(() -> encapsulated(frames, OffsetTable.EXTENDED))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> encapsulated(List.of(List.of()), OffsetTable.EMPTY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tables_follow_odd_fragments_that_are_padded() throws IOException {
    // Two frames of two fragments each, of 3 and 5 bytes: the second begins 24 bytes behind.
    var basic = Value.of(new byte[] {0, 0, 0, 0, 24, 0, 0, 0});
    var parts =
        List.<Value>of(basic, fragment(3, 1), fragment(5, 2), fragment(3, 3), fragment(5, 4));
    var dataSet = Generated.slice().toBuilder()
        .putInts(Tag.NUMBER_OF_FRAMES, VR.IS, 2)
        .putInts(Tag.EXTENDED_OFFSET_TABLE, VR.OV, 0, 24)
        .putInts(Tag.EXTENDED_OFFSET_TABLE_LENGTHS, VR.OV, 3, 3)
        .put(new Element(Tag.PIXEL_DATA, VR.OB, new Value.Fragments(parts)))
        .build();

    var file = read(Generated.file(dataSet, TransferSyntax.JPEG_BASELINE));

    var pixels = (PixelData.Encapsulated) file.pixelData().orElseThrow();
    assertThat(pixels.frames()).extracting(List::size).containsExactly(2, 2);
    assertThat(file.dataSet().wideIntegers(Tag.EXTENDED_OFFSET_TABLE)).containsExactly(0, 26);
    assertThat(file.dataSet().wideIntegers(Tag.EXTENDED_OFFSET_TABLE_LENGTHS))
        .containsExactly(4, 4);
  }

  @Test
  void a_copy_keeps_the_name_that_only_the_meta_group_has() throws IOException {
    var named = Generated.slice();
    var file = read(Generated.file(named, TransferSyntax.EXPLICIT_LITTLE_ENDIAN));
    var nameless =
        named.toBuilder().remove(Tag.SOP_CLASS_UID).remove(Tag.SOP_INSTANCE_UID).build();
    var out = new ByteArrayOutputStream();

    Part10Writer.copy(
        new Part10File(file.meta(), file.transferSyntax(), nameless, 0, file.pixelData()),
        TransferSyntax.DEFLATED,
        offset -> new ByteArrayInputStream(new byte[96]),
        out);

    var meta = read(out.toByteArray()).meta();
    assertThat(meta.string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).hasValue("2.25.1");
    assertThat(meta.string(Tag.TRANSFER_SYNTAX_UID)).hasValue(TransferSyntax.DEFLATED.uid());
  }

  private static Value fragment(int length, long seed) {
    return Value.of(Generated.bytes(length, seed));
  }

  private static byte[] encapsulated(List<List<Value>> frames, OffsetTable table) {
    var builder = Generated.slice().toBuilder().putInts(Tag.NUMBER_OF_FRAMES, VR.IS, frames.size());
    Encapsulation.put(builder, frames, table);
    return Generated.file(builder.build(), TransferSyntax.JPEG_BASELINE);
  }

  private static byte[] written(DataSet dataSet, TransferSyntax syntax, SequenceLength sequences)
      throws IOException {
    var out = new ByteArrayOutputStream();
    Part10Writer.write(dataSet, syntax, sequences, NO_BULK, out);
    return out.toByteArray();
  }

  private static byte[] dataSetBytes(DataSet dataSet, TransferSyntax syntax) throws IOException {
    var out = new ByteArrayOutputStream();
    Part10Writer.writeDataSet(dataSet, syntax, SequenceLength.DEFINED, NO_BULK, out);
    return out.toByteArray();
  }

  private static Part10File read(byte[] file) throws IOException {
    var limits = ReadLimits.DEFAULT;
    var all = Part10Reader.readAll(new ByteArrayInputStream(file), limits);
    var header = Part10Reader.read(new ByteArrayInputStream(file), limits);
    return new Part10File(
        all.meta(), all.transferSyntax(), all.dataSet(), all.dataSetOffset(), header.pixelData());
  }

  private static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
