package org.radcase.dicom.part10;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** The forms in which files come, the standard's and some that only occur. */
class VariantsTest {
  private static final int PREAMBLE_AND_PREFIX = 132;

  @Test
  void a_file_may_lack_its_preamble_its_prefix_and_its_meta_group() throws IOException {
    for (var syntax : Generated.NATIVE) {
      var file = Generated.file(Generated.slice(), syntax);
      var begin = (int) read(file).dataSetOffset();
      assertThat(read(from(file, 128)).dataSet()).isEqualTo(Generated.slice());
      assertThat(read(from(file, PREAMBLE_AND_PREFIX)).dataSet()).isEqualTo(Generated.slice());
      if (!syntax.isDeflated()) { // which nothing tells
        var bare = read(from(file, begin));
        assertThat(bare.transferSyntax()).isEqualTo(syntax);
        assertThat(bare.dataSet()).isEqualTo(Generated.slice());
        assertThat(bare.meta()).isEmpty();
      }
    }
  }

  @Test
  void a_meta_group_in_implicit_vr_is_read() throws IOException {
    var uid = "1.2.840.10008.1.2.1\0";
    var meta = "02001000" + "14000000" + HexFormat.of().formatHex(uid.getBytes(US_ASCII));
    var file = concat(new byte[128], "DICM".getBytes(US_ASCII), bytes(meta), explicit("CT"));

    var read = read(file);

    assertThat(read.transferSyntax()).isEqualTo(TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    assertThat(read.dataSet().string(Tag.MODALITY)).hasValue("CT");
  }

  @Test
  void the_first_element_corrects_a_wrong_transfer_syntax() throws IOException {
    for (var declared : Generated.NATIVE) {
      for (var real : Generated.NATIVE) {
        if (declared.isDeflated() || real.isDeflated()) {
          continue;
        }
        var file = Generated.file(Generated.slice(), real);
        var meta = Generated.file(Generated.slice(), declared);
        var lying = concat(Arrays.copyOf(meta, (int) read(meta).dataSetOffset()), from(file, (int)
            read(file).dataSetOffset()));

        if (!declared.isExplicit() && real.isBigEndian()) {
          assertThatThrownBy(() -> read(lying)).isInstanceOf(DicomException.class);
        } else {
          assertThat(read(lying).dataSet()).as("%s", real).isEqualTo(Generated.slice());
        }
      }
    }
  }

  @Test
  void a_deflated_data_set_may_have_the_header_of_zlib(@TempDir Path folder) throws IOException {
    var plain = Generated.file(Generated.slice(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);
    var meta = Generated.file(Generated.slice(), TransferSyntax.DEFLATED);
    var zlib = new ByteArrayOutputStream();
    try (var deflating = new DeflaterOutputStream(zlib)) {
      deflating.write(from(plain, (int) read(plain).dataSetOffset()));
    }
    var file = concat(Arrays.copyOf(meta, (int) read(meta).dataSetOffset()), zlib.toByteArray());
    var path = folder.resolve("zlib.dcm");
    Files.write(path, file);

    var header = Part10Reader.read(path);
    var copy = new ByteArrayOutputStream();
    Part10Writer.copy(
        header, TransferSyntax.EXPLICIT_LITTLE_ENDIAN, BulkSource.of(path, header), copy);

    assertThat(read(file).dataSet()).isEqualTo(Generated.slice());
    assertThat(read(copy.toByteArray()).dataSet()).isEqualTo(Generated.slice());
  }

  @Test
  void un_holds_implicit_little_endian_whatever_is_around_it() throws IOException {
    // PS3.5 6.2.2 note 3 (CP-246): (0011,1001) UN of undefined length, an item with Rows 0x0102.
    var little = "11000110" + "554e0000" + "ffffffff";
    var big = "00111001" + "554e0000" + "ffffffff";
    var inside = "feff00e0" + "ffffffff" + "28001000" + "02000000" + "0201" + "feff0de0"
        + "00000000" + "feffdde0" + "00000000";

    for (var file : List.of(
        withDataSet(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, little + inside),
        withDataSet(TransferSyntax.EXPLICIT_BIG_ENDIAN, big + inside))) {
      var read = read(file).dataSet();

      var item = read.sequence(new Tag(0x00111001)).get(0);
      assertThat(item.integer(Tag.ROWS)).hasValue(0x0102);
      for (var syntax : Generated.NATIVE) { // an unknown sequence is UN once more in implicit VR
        assertThat(read(Generated.file(read, syntax)).dataSet()).isEqualTo(read);
      }
    }
  }

  @Test
  void a_known_sequence_in_un_of_defined_length_is_a_sequence() throws IOException {
    var file = withDataSet(
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
        "08004011" + "554e0000" + "12000000" + "feff00e0" + "0a000000" + "28001000" + "02000000"
            + "0201");

    var item = read(file).dataSet().item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow();

    assertThat(item.integer(Tag.ROWS)).hasValue(0x0102);
  }

  @Test
  void items_in_implicit_vr_within_an_explicit_sequence_are_read() throws IOException {
    for (var length : List.of("0a000000", "ffffffff")) {
      var end = length.equals("ffffffff") ? "feff0de0" + "00000000" : "";
      var file = withDataSet(
          TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
          "08004011" + "53510000" + "ffffffff" + "feff00e0" + length + "28001000" + "02000000"
              + "0201" + end + "feffdde0" + "00000000" + "10002000" + "4c4f0200" + "3120");

      var read = read(file).dataSet();

      assertThat(read.item(Tag.REFERENCED_IMAGE_SEQUENCE).orElseThrow().integer(Tag.ROWS))
          .hasValue(0x0102);
      assertThat(read.string(Tag.PATIENT_ID)).hasValue("1");
    }
  }

  @Test
  void delimiters_too_many_are_passed_over() throws IOException {
    var item = "feff00e0" + "0a000000" + "08006000" + "43530200" + "4354" + "feff0de0" + "00000000";
    var ended = "feffdde0" + "00000000";
    for (var sequence : List.of("ffffffff" + item + ended, "22000000" + item + ended)) {
      var file =
          withDataSet(TransferSyntax.EXPLICIT_LITTLE_ENDIAN, "08004011" + "53510000" + sequence);

      var items = read(file).dataSet().sequence(Tag.REFERENCED_IMAGE_SEQUENCE);

      assertThat(items).hasSize(1);
      assertThat(items.get(0).string(Tag.MODALITY)).hasValue("CT");
    }
  }

  @Test
  void odd_lengths_are_read_and_come_back_even() throws IOException {
    var file = withDataSet(
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
        "08006000" + "43530100" + "58" + "10002000" + "4c4f0300" + "313233");

    var read = read(file).dataSet();
    var copy = read(Generated.file(read, TransferSyntax.EXPLICIT_LITTLE_ENDIAN)).dataSet();

    assertThat(read.string(Tag.MODALITY)).hasValue("X");
    assertThat(copy.string(Tag.PATIENT_ID)).hasValue("123");
    assertThat(copy.bytes(Tag.PATIENT_ID)).hasValue("123 ".getBytes(US_ASCII));
  }

  @Test
  void an_unknown_vr_of_a_later_edition_is_un() throws IOException {
    var file = withDataSet(
        TransferSyntax.EXPLICIT_LITTLE_ENDIAN,
        "11000110" + "5a5a0000" + "04000000" + "01020304" + "28001000" + "55530200" + "0201");

    var read = read(file).dataSet();

    assertThat(read.find(new Tag(0x00111001)).orElseThrow().vr()).isEqualTo(VR.UN);
    assertThat(read.integer(Tag.ROWS)).hasValue(0x0102);
  }

  @Test
  void repeating_groups_have_their_vr_in_implicit_data_sets() throws IOException {
    var original = DataSet.builder()
        .putInts(new Tag(0x50020005), VR.US, 2)
        .putInts(new Tag(0x60020010), VR.US, 512)
        .putInts(new Tag(0x601E0050), VR.SS, 1, -1)
        .putBytes(new Tag(0x60023000), VR.OW, Generated.bytes(32, 1))
        .putBytes(new Tag(0x7F020010), VR.OW, Generated.bytes(32, 2))
        .build();

    var bytes = Generated.file(original, TransferSyntax.IMPLICIT_LITTLE_ENDIAN);

    assertThat(read(bytes).dataSet()).isEqualTo(original);
  }

  @Test
  void long_values_beside_the_pixels_stay_in_the_file_and_are_copied(@TempDir Path folder)
      throws IOException {
    var waveform = Generated.bytes(300_000, 5);
    var original = Generated.slice().toBuilder()
        .putBytes(new Tag(0x54001010), VR.OW, waveform)
        .build();
    for (var from : Generated.NATIVE) {
      var path = folder.resolve(from.keyword());
      Files.write(path, Generated.file(original, from));
      var header = Part10Reader.read(path);
      var copy = new ByteArrayOutputStream();

      Part10Writer.copy(
          header, TransferSyntax.EXPLICIT_BIG_ENDIAN, BulkSource.of(path, header), copy);

      assertThat(header.dataSet().find(new Tag(0x54001010)).orElseThrow().value())
          .isInstanceOf(Value.InFile.class);
      assertThat(read(copy.toByteArray()).dataSet()).isEqualTo(original);
    }
  }

  private static byte[] explicit(String modality) {
    return concat(bytes("08006000" + "43530200"), modality.getBytes(US_ASCII));
  }

  private static byte[] withDataSet(TransferSyntax syntax, String hex) throws IOException {
    var file = Generated.file(DataSet.EMPTY, syntax);
    return concat(Arrays.copyOf(file, (int) read(file).dataSetOffset()), bytes(hex));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] from(byte[] file, int offset) {
    return Arrays.copyOfRange(file, offset, file.length);
  }

  private static byte[] concat(byte[]... parts) {
    var all = new ByteArrayOutputStream();
    for (var part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static Part10File read(byte[] file) throws IOException {
    return Part10Reader.readAll(new ByteArrayInputStream(file), ReadLimits.DEFAULT);
  }
}
