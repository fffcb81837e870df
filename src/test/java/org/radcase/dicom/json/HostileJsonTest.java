package org.radcase.dicom.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.DicomException;
import org.radcase.dicom.data.DicomException.Kind;
import org.radcase.dicom.data.Value;
import org.radcase.dicom.part10.ReadLimits;

/** What a liar sends as DICOM JSON gets a typed answer that says where, within limits. */
class HostileJsonTest {
  private static final BulkValues NO_BULK = (path, vr, uri) -> Value.of(new byte[0]);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "[1]",
        "\"a\"",
        "{} {}",
        "[{}, ]",
        "{\"0010001\":{\"vr\":\"PN\"}}",
        "{\"PatientName\":{\"vr\":\"PN\"}}",
        "{\"FFFEE000\":{\"vr\":\"SQ\"}}",
        "{\"00100010\":[]}",
        "{\"00100010\":{}}",
        "{\"00100010\":{\"vr\":\"ZZ\"}}",
        "{\"00100010\":{\"vr\":1}}",
        "{\"00100010\":{\"vr\":\"PNN\"}}",
        "{\"00100010\":{\"vr\":\"PN\",\"vr\":\"PN\"}}",
        "{\"00100010\":{\"vr\":\"PN\"},\"00100010\":{\"vr\":\"PN\"}}",
        "{\"00100010\":{\"vr\":\"PN\",\"value\":[]}}",
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":{}}}",
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"a=b\"}]}}",
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":1}]}}",
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"a\",\"Other\":\"b\"}]}}",
        "{\"00100020\":{\"vr\":\"LO\",\"Value\":[1]}}",
        "{\"00100020\":{\"vr\":\"LO\",\"Value\":[true]}}",
        "{\"00100020\":{\"vr\":\"LO\",\"Value\":[[]]}}",
        "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"a\\\\b\"]}}",
        "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\\ud800\"]}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"Ä\"]}}",
        "{\"00204000\":{\"vr\":\"LT\",\"Value\":[\"a\",\"b\"]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[65536]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[-1]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[1.5]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[null,1]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[\"0x1\"]}}",
        "{\"00280010\":{\"vr\":\"UV\",\"Value\":[18446744073709551616]}}",
        "{\"00280010\":{\"vr\":\"SV\",\"Value\":[1e99]}}",
        "{\"00280010\":{\"vr\":\"FL\",\"Value\":[1e39]}}",
        "{\"00280010\":{\"vr\":\"FD\",\"Value\":[1e999999999]}}",
        "{\"00280010\":{\"vr\":\"FD\",\"Value\":[NaN]}}",
        "{\"00280010\":{\"vr\":\"FD\",\"Value\":[\"1d\"]}}",
        "{\"00280010\":{\"vr\":\"IS\",\"Value\":[1.5]}}",
        "{\"00280010\":{\"vr\":\"DS\",\"Value\":[1000000000000000000000e9999]}}",
        "{\"00280009\":{\"vr\":\"AT\",\"Value\":[\"(0028,0010)\"]}}",
        "{\"00280009\":{\"vr\":\"AT\",\"Value\":[2621456]}}",
        "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[null]}}",
        "{\"00081140\":{\"vr\":\"SQ\",\"InlineBinary\":\"AAAA\"}}",
        "{\"00081140\":{\"vr\":\"SQ\",\"BulkDataURI\":\"/a\"}}",
        "{\"7FE00010\":{\"vr\":\"OW\",\"Value\":[1]}}",
        "{\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"A*\"}}",
        "{\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":1}}",
        "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":[]}}",
        "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"/a\",\"InlineBinary\":\"AAAA\"}}",
        "{\"00100020\":{\"vr\":\"LO\",\"InlineBinary\":\"AAAA\"}}"
      })
  void what_is_no_dicom_json_is_refused_with_a_place(String json) {
    assertThatThrownBy(() -> read(json)).isInstanceOfSatisfying(DicomException.class, fault -> {
      assertThat(fault.kind()).isEqualTo(Kind.MALFORMED);
      assertThat(fault.offset()).isPresent();
    });
  }

  @Test
  void a_fault_names_its_byte_and_its_pointer() {
    var json =
        "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[{},{\"00080060\":{\"vr\":\"CS\",\"Value\":[1]}}]}}";

    assertThatThrownBy(() -> read(json))
        .hasMessageContaining("/00081140/Value/1/00080060")
        .isInstanceOfSatisfying(
            DicomException.class,
            fault -> assertThat(fault.offset().orElseThrow()).isBetween(60L, (long) json.length()));
    assertThatThrownBy(() -> read("{\"a\\nb\\u0000é\":1}")).hasMessageContaining("a?b??");
  }

  @Test
  void depth_elements_and_memory_are_limited() {
    var deep = "{\"00081140\":{\"vr\":\"SQ\",\"Value\":[";
    var many = "{\"00280010\":{\"vr\":\"US\",\"Value\":[" + "1,".repeat(2000) + "1]}}";
    var tags = new StringBuilder("{");
    for (var i = 1; i < 1500; i++) {
      tags.append(String.format("\"0011%04X\":{\"vr\":\"US\"},", i));
    }
    tags.append("\"00280010\":{\"vr\":\"US\"}}");
    var text = "{\"00204000\":{\"vr\":\"LT\",\"Value\":[\"" + "x".repeat(5000) + "\"]}}";
    var base64 = "{\"7FE00010\":{\"vr\":\"OW\",\"InlineBinary\":\"" + "AAAA".repeat(1500) + "\"}}";
    var limits = ReadLimits.DEFAULT.withElements(1000).withTotalInMemoryBytes(4000);

    for (var json : new String[] {many, tags.toString(), text, base64}) {
      assertThatThrownBy(() -> read(json, limits)).satisfies(f -> assertKind(f, Kind.LIMIT));
    }
    assertThatThrownBy(() -> read(deep.repeat(100))).satisfies(f -> assertKind(f, Kind.LIMIT));
    assertThatThrownBy(() -> read("{\"00080000\":" + "[".repeat(100_000)))
        .satisfies(f -> assertKind(f, Kind.LIMIT));
    assertThatThrownBy(() -> read("{\"00080000\":{\"" + "a".repeat(200_000) + "\":1}}"))
        .satisfies(f -> assertKind(f, Kind.LIMIT));
  }

  @Test
  void text_without_an_end_stops_at_the_limit() {
    var start = "{\"00204000\":{\"vr\":\"LT\",\"Value\":[\"".getBytes(UTF_8);
    var letters = new InputStream() {
      @Override
      public int read() {
        return 'x';
      }

      @Override
      public int read(byte[] into, int from, int length) {
        Arrays.fill(into, from, from + length, (byte) 'x');
        return length;
      }
    };
    var endless = new SequenceInputStream(new ByteArrayInputStream(start), letters);
    var limits = ReadLimits.DEFAULT.withTotalInMemoryBytes(100_000);

    assertThatThrownBy(() -> DicomJsonReader.read(endless, limits, NO_BULK))
        .satisfies(fault -> assertKind(fault, Kind.LIMIT));
  }

  @Test
  void json_cut_at_any_byte_is_refused() throws IOException {
    var whole = slice();
    for (var length = 0; length < whole.length; length++) {
      var cut = Arrays.copyOf(whole, length);
      assertThatThrownBy(() -> read(cut, ReadLimits.DEFAULT))
          .isInstanceOfSatisfying(DicomException.class, fault -> {
            assertThat(fault.kind()).isIn(Kind.TRUNCATED, Kind.MALFORMED);
            assertThat(fault.offset()).isPresent();
          });
    }
  }

  @Test
  void flipped_bits_give_a_data_set_or_a_typed_fault() throws IOException {
    var random = new Random(20261121);
    var whole = slice();
    var refused = 0;
    for (var round = 0; round < 5000; round++) {
      var flipped = whole.clone();
      for (var flips = 1 + random.nextInt(4); flips > 0; flips--) {
        flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
      }
      try {
        read(flipped, ReadLimits.DEFAULT);
      } catch (DicomException expected) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(1000);
  }

  @Test
  void an_error_of_the_network_stays_one() {
    var broken = new InputStream() {
      @Override
      public int read() throws IOException {
        throw new IOException("Connection reset");
      }

      @Override
      public int read(byte[] into, int from, int length) throws IOException {
        return read();
      }
    };

    assertThatThrownBy(() -> DicomJsonReader.read(broken, ReadLimits.DEFAULT, NO_BULK))
        .isInstanceOf(IOException.class)
        .isNotInstanceOf(DicomException.class);
  }

  private static byte[] slice() throws IOException {
    var out = new ByteArrayOutputStream();
    DicomJsonWriter.write(Generated.slice(), BulkDataUris.NONE, out);
    return out.toByteArray();
  }

  private static DataSet read(String json) throws IOException {
    return read(json, ReadLimits.DEFAULT);
  }

  private static DataSet read(String json, ReadLimits limits) throws IOException {
    return read(json.getBytes(UTF_8), limits);
  }

  private static DataSet read(byte[] json, ReadLimits limits) throws IOException {
    return DicomJsonReader.read(new ByteArrayInputStream(json), limits, NO_BULK);
  }

  private static void assertKind(Throwable fault, Kind kind) {
    assertThat(fault).isInstanceOfSatisfying(DicomException.class, dicom -> assertThat(dicom.kind())
        .isEqualTo(kind));
  }
}
