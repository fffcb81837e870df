package org.radcase.dicom.part10;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.radcase.dicom.Corpus.Sample;
import org.radcase.dicom.Generated;
import org.radcase.dicom.WithSampleFiles;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.TransferSyntax;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;

/** What is written and read again is the same data set. */
class RoundTripTest {
  private static final ReadLimits LIMITS = ReadLimits.DEFAULT.withTotalInMemoryBytes(256L << 20);

  static Stream<Sample> samples() {
    return CorpusHeadersTest.readable();
  }

  static Stream<TransferSyntax> syntaxes() {
    return Generated.NATIVE.stream();
  }

  @ParameterizedTest
  @MethodSource("samples")
  @WithSampleFiles
  void a_real_file_written_in_its_own_syntax_holds_the_same(Sample sample) throws IOException {
    try (var in = Files.newInputStream(sample.file())) {
      var original = Part10Reader.readAll(in, LIMITS);

      var copy = readAll(Generated.file(original.dataSet(), original.transferSyntax()));

      assertThat(lines(copy.dataSet())).isEqualTo(lines(original.dataSet()));
    }
  }

  @ParameterizedTest
  @MethodSource("samples")
  @WithSampleFiles
  void a_real_file_copied_from_disk_is_what_memory_would_write(Sample sample) throws IOException {
    var header = Part10Reader.read(sample.file());
    var syntax = header.transferSyntax();
    var streamed = new ByteArrayOutputStream();
    var whole = new ByteArrayOutputStream();

    Part10Writer.copy(header, syntax, BulkSource.of(sample.file(), header), streamed);
    try (var in = Files.newInputStream(sample.file())) {
      Part10Writer.copy(Part10Reader.readAll(in, LIMITS), syntax, offset -> in, whole);
    }

    assertThat(Arrays.equals(streamed.toByteArray(), whole.toByteArray())).isTrue();
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void a_slice_comes_back_with_its_text_and_numbers(TransferSyntax syntax) throws IOException {
    var copy = readAll(Generated.file(Generated.slice(), syntax));

    assertThat(copy.transferSyntax()).isEqualTo(syntax);
    assertThat(copy.dataSet()).isEqualTo(Generated.slice());
    assertThat(copy.dataSet().string(Tag.PATIENT_NAME)).hasValue("Müller^Änne");
    assertThat(copy.dataSet().integer(Tag.SMALLEST_IMAGE_PIXEL_VALUE)).hasValue(-5);
  }

  @Test
  void fragments_come_back() throws IOException {
    var file = Generated.file(Generated.encapsulated(), TransferSyntax.JPEG_BASELINE);

    assertThat(readAll(file).dataSet()).isEqualTo(Generated.encapsulated());
  }

  @Test
  void the_meta_group_names_the_object_and_its_length() throws IOException {
    var file = Generated.file(Generated.slice(), TransferSyntax.EXPLICIT_LITTLE_ENDIAN);

    var read = readAll(file);

    var meta = read.meta();
    assertThat(meta.string(Tag.MEDIA_STORAGE_SOP_INSTANCE_UID)).hasValue("2.25.1");
    assertThat(meta.string(Tag.TRANSFER_SYNTAX_UID)).hasValue("1.2.840.10008.1.2.1");
    var begin = 128 + 4 + 12; // preamble, prefix, the group length itself
    assertThat(meta.wideInteger(Tag.FILE_META_INFORMATION_GROUP_LENGTH))
        .hasValue(read.dataSetOffset() - begin);
  }

  @Test
  void pixels_that_stayed_in_their_file_are_copied_into_the_new_one(@TempDir Path folder)
      throws IOException {
    for (var from : Generated.NATIVE) {
      for (var to : Generated.NATIVE) {
        var file = folder.resolve(from.keyword() + to.keyword());
        Files.write(file, Generated.file(Generated.slice(), from));
        var header = Part10Reader.read(file);
        var copy = new ByteArrayOutputStream();

        Part10Writer.write(header.dataSet(), to, BulkSource.of(file, header), copy);

        assertThat(header.dataSet().find(Tag.PIXEL_DATA).orElseThrow().value())
            .isInstanceOf(Value.InFile.class);
        assertThat(readAll(copy.toByteArray()).dataSet()).isEqualTo(Generated.slice());
      }
    }
  }

  @Test
  void a_value_too_long_for_its_vr_is_written_as_un_and_comes_back() throws IOException {
    var comments = "x".repeat(70_000);
    var original =
        DataSet.builder().putString(Tag.IMAGE_COMMENTS, VR.LT, comments).build();

    var copy =
        readAll(Generated.file(original, TransferSyntax.EXPLICIT_LITTLE_ENDIAN)).dataSet();

    assertThat(copy.string(Tag.IMAGE_COMMENTS)).hasValue(comments);
  }

  private static Part10File readAll(byte[] file) throws IOException {
    return Part10Reader.readAll(new ByteArrayInputStream(file), LIMITS);
  }

  /** All but group lengths, which are not written again; odd values with the padding they get. */
  private static List<String> lines(DataSet dataSet) {
    var lines = new ArrayList<String>();
    for (var element : dataSet) {
      if (element.tag().element() == 0) {
        continue;
      }
      if (element.value() instanceof Value.Items items) {
        lines.add(element.tag() + " " + items.items().size() + " items");
        items.items().forEach(item -> lines.addAll(lines(item)));
      } else {
        lines.add(element.tag() + " " + element.vr() + " " + hash(element.vr(), element.value()));
      }
    }
    return lines;
  }

  private static int hash(VR vr, Value value) {
    if (value instanceof Value.Fragments fragments) {
      return fragments.parts().stream().map(part -> hash(VR.OB, part)).toList().hashCode();
    }
    var bytes = ((Value.Bytes) value).copy();
    var even = Arrays.copyOf(bytes, bytes.length + bytes.length % 2);
    if (even.length > bytes.length) {
      even[bytes.length] = vr.padding();
    }
    return Arrays.hashCode(even);
  }
}
