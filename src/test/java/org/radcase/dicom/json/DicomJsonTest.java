package org.radcase.dicom.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Element;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.data.Value;
import org.radcase.dicom.part10.ReadLimits;

/** Data sets as JSON and back, as PS3.18 annex F wants it. */
class DicomJsonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Tag PRIVATE = new Tag(0x00091002);
  private static final BulkValues NO_BULK = (path, vr, uri) -> Value.of(new byte[0]);

  /** After the example of PS3.18 F.4. */
  private static final String EXAMPLE =
      """
      [
        {
          "00080005": {"vr": "CS", "Value": ["ISO_IR 192"]},
          "00080020": {"vr": "DA", "Value": ["20130409"]},
          "00080030": {"vr": "TM", "Value": ["131600.0000"]},
          "00080050": {"vr": "SH", "Value": ["11235813"]},
          "00080056": {"vr": "CS", "Value": ["ONLINE"]},
          "00080061": {"vr": "CS", "Value": ["CT", "PET"]},
          "00080090": {"vr": "PN", "Value": [{"Alphabetic": "^Bob^^Dr."}]},
          "00081190": {"vr": "UR", "Value": ["http://wado.example/studies/1.2.392.200036.9"]},
          "00090010": {"vr": "LO", "Value": ["Vendor A"]},
          "00091002": {"vr": "UN", "InlineBinary": "z0x9c8v7"},
          "00100010": {"vr": "PN", "Value": [
            {"Alphabetic": "Wang^XiaoDong", "Ideographic": "王^小東"}]},
          "00100020": {"vr": "LO", "Value": ["12345"]},
          "00100030": {"vr": "DA", "Value": ["19670701"]},
          "00100040": {"vr": "CS", "Value": ["M"]},
          "00101002": {"vr": "SQ", "Value": [
            {"00100020": {"vr": "LO", "Value": ["54321"]},
             "00100021": {"vr": "LO", "Value": ["Hospital B"]}},
            {"00100020": {"vr": "LO", "Value": ["24680"]},
             "00100021": {"vr": "LO", "Value": ["Hospital C"]}}]},
          "0020000D": {"vr": "UI", "Value": ["1.2.392.200036.9116.2.2.2.1762893313"]},
          "00200010": {"vr": "SH", "Value": ["11235813"]},
          "00201206": {"vr": "IS", "Value": [4]},
          "00201208": {"vr": "IS", "Value": [942]}
        },
        {
          "00080005": {"vr": "CS", "Value": ["ISO_IR 192"]},
          "00080061": {"vr": "CS", "Value": ["CT", "PET"]},
          "00080090": {"vr": "PN"},
          "00100010": {"vr": "PN", "Value": [
            {"Alphabetic": "Wang^XiaoDong", "Ideographic": "王^小東", "Phonetic": "ワン"}]},
          "00101002": {"vr": "SQ"},
          "00201209": {"vr": "IS", "Value": [1, null, 3]}
        }
      ]""";

  @Test
  void the_standards_example_is_read_and_written_as_it_stands() throws IOException {
    var all = DicomJsonReader.readAll(bytes(EXAMPLE), ReadLimits.DEFAULT, NO_BULK);

    var first = all.get(0);
    assertThat(first.strings(new Tag(0x00080061))).containsExactly("CT", "PET");
    assertThat(first.string(Tag.PATIENT_NAME)).hasValue("Wang^XiaoDong=王^小東");
    assertThat(first.sequence(new Tag(0x00101002)))
        .extracting(item -> item.string(Tag.PATIENT_ID).orElseThrow())
        .containsExactly("54321", "24680");
    assertThat(first.integer(new Tag(0x00201208))).hasValue(942);
    assertThat(first.bytes(PRIVATE)).hasValue(Base64.getDecoder().decode("z0x9c8v7"));
    assertThat(all.get(1).strings(new Tag(0x00201209))).containsExactly("1", "", "3");

    var out = new ByteArrayOutputStream();
    DicomJsonWriter.writeAll(all, BulkDataUris.NONE, out);
    assertThat(JSON.readTree(out.toByteArray())).isEqualTo(JSON.readTree(EXAMPLE));
  }

  @ParameterizedTest
  @CsvSource({
    "DS, 12.50, 12.50",
    "DS, -1.5e+3, -1.5e+3",
    "DS, '12 ', 12",
    "DS, +5, '\"+5\"'",
    "DS, .5, '\".5\"'",
    "DS, '1,5', '\"1,5\"'",
    "DS, 007, '\"007\"'",
    "DS, 1e999, '\"1e999\"'",
    "DS, 0.123456789012345678, '\"0.123456789012345678\"'",
    "IS, 12, 12",
    "IS, 1A, '\"1A\"'"
  })
  void number_strings_are_numbers_where_json_has_such_ones_and_else_text(
      VR vr, String text, String json) throws IOException {
    var dataSet = DataSet.builder().putString(Tag.SLICE_LOCATION, vr, text).build();

    assertThat(json(dataSet)).isEqualTo(value("00201041", vr, json));
    assertThat(read(json(dataSet)).strings(Tag.SLICE_LOCATION)).containsExactly(text.strip());
  }

  @Test
  void binary_numbers_are_numbers_and_what_json_has_no_number_for_is_text() throws IOException {
    assertThat(json(numbers(VR.US, 1, 65_535))).isEqualTo(value("00201041", VR.US, "1,65535"));
    assertThat(json(numbers(VR.UL, -1))).isEqualTo(value("00201041", VR.UL, "4294967295"));
    assertThat(json(numbers(VR.SS, -5))).isEqualTo(value("00201041", VR.SS, "-5"));
    assertThat(json(numbers(VR.AT, 0x00280010)))
        .isEqualTo(value("00201041", VR.AT, "\"00280010\""));
    assertThat(json(decimals(VR.FL, 0.1f, -2))).isEqualTo(value("00201041", VR.FL, "0.1,-2.0"));
    assertThat(json(decimals(VR.FD, Double.NaN, Double.NEGATIVE_INFINITY, 0.1)))
        .isEqualTo(value("00201041", VR.FD, "\"NaN\",\"-Infinity\",0.1"));
    assertThat(json(longs(VR.SV, -(1L << 53), (1L << 53) + 1)))
        .isEqualTo(value("00201041", VR.SV, "-9007199254740992,\"9007199254740993\""));
    assertThat(json(longs(VR.UV, 7, -1)))
        .isEqualTo(value("00201041", VR.UV, "7,\"18446744073709551615\""));
  }

  @Test
  void binary_numbers_come_back() throws IOException {
    for (var dataSet : List.of(
        numbers(VR.US, 0, 65_535),
        numbers(VR.SS, -32_768, 32_767),
        numbers(VR.UL, 0, -1),
        numbers(VR.SL, Integer.MIN_VALUE, Integer.MAX_VALUE),
        numbers(VR.AT, 0x7FE00010, -1),
        longs(VR.SV, Long.MIN_VALUE, -1, 0, Long.MAX_VALUE),
        longs(VR.UV, Long.MIN_VALUE, -1, 0, Long.MAX_VALUE),
        decimals(VR.FL, Float.MIN_VALUE, Float.MAX_VALUE, 0.1f, Double.NaN),
        decimals(VR.FD, Double.MIN_VALUE, Double.MAX_VALUE, 0.1, Double.POSITIVE_INFINITY))) {
      assertThat(read(json(dataSet))).isEqualTo(dataSet);
    }
  }

  @Test
  void the_vr_may_come_last_and_numbers_may_stand_as_text() throws IOException {
    var dataSet = read(
        "{\"00280010\":{\"Value\":[\"512\"],\"vr\":\"US\"},\"00281050\":{\"Value\":[40.0],\"vr\":\"DS\"},"
            + "\"00200013\":{\"vr\":\"IS\",\"Value\":[1e1]}}");

    assertThat(dataSet.integer(Tag.ROWS)).hasValue(512);
    assertThat(dataSet.string(Tag.WINDOW_CENTER)).hasValue("40.0");
    assertThat(dataSet.string(Tag.INSTANCE_NUMBER)).hasValue("10");
  }

  @Test
  void a_number_of_too_many_digits_is_rounded_to_what_ds_holds() throws IOException {
    var dataSet = read("{\"00201041\":{\"vr\":\"DS\",\"Value\":[-0.30000000000000004]}}");

    assertThat(dataSet.string(Tag.SLICE_LOCATION)).hasValue("-0.3000000000000");
  }

  @Test
  void text_that_needs_a_character_set_gets_utf_8() throws IOException {
    var named = "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"Müller\"}]}}";
    var latin = DataSet.builder()
        .putString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
        .putString(Tag.PATIENT_NAME, "Müller")
        .build();

    assertThat(read(named).strings(Tag.SPECIFIC_CHARACTER_SET)).containsExactly("ISO_IR 192");
    assertThat(read(named).string(Tag.PATIENT_NAME)).hasValue("Müller");
    assertThat(read(named.replace("ü", "u")).contains(Tag.SPECIFIC_CHARACTER_SET))
        .isFalse();
    assertThat(json(latin)).contains("ISO_IR 192").contains("Müller");
    assertThat(read(json(latin)).string(Tag.PATIENT_NAME)).hasValue("Müller");
  }

  @Test
  void empty_values_have_no_value_and_among_others_are_null() throws IOException {
    var dataSet = DataSet.builder()
        .putEmpty(Tag.MODALITY, VR.CS)
        .putString(Tag.IMAGE_TYPE, "", "PRIMARY", "")
        .putSequence(Tag.REFERENCED_IMAGE_SEQUENCE, DataSet.EMPTY)
        .putEmpty(Tag.PATIENT_NAME, VR.PN)
        .putString(Tag.PATIENT_ID, "  ")
        .build();

    assertThat(json(dataSet))
        .isEqualTo("{\"00080008\":{\"vr\":\"CS\",\"Value\":[null,\"PRIMARY\","
            + "null]},\"00080060\":{\"vr\":\"CS\"},\"00081140\":{\"vr\":\"SQ\",\"Value\":[{}]},"
            + "\"00100010\":{\"vr\":\"PN\"},\"00100020\":{\"vr\":\"LO\"}}");
    assertThat(json(read(json(dataSet)))).isEqualTo(json(dataSet));
  }

  @Test
  void group_lengths_and_the_meta_group_are_left_out_and_passed_over() throws IOException {
    var dataSet = DataSet.builder()
        .putString(Tag.TRANSFER_SYNTAX_UID, "1.2.840.10008.1.2")
        .putInts(new Tag(0x00080000), VR.UL, 10)
        .putString(Tag.MODALITY, "CT")
        .build();

    assertThat(json(dataSet)).isEqualTo("{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"CT\"]}}");
    assertThat(read("{\"00020010\":{\"vr\":\"UI\",\"Value\":[\"1.2\"]},\"00080000\":[1,{}]}"))
        .isEmpty();
  }

  @Test
  void bulk_values_are_named_by_a_function_and_fetched_by_another() throws IOException {
    var icon =
        DataSet.builder().putBytes(Tag.PIXEL_DATA, VR.OB, new byte[] {1, 2}).build();
    var left = new Value.InFile(1234, 96, ByteOrder.LITTLE_ENDIAN);
    var dataSet = DataSet.builder()
        .putSequence(Tag.ICON_IMAGE_SEQUENCE, icon)
        .put(new Element(Tag.PIXEL_DATA, VR.OW, left))
        .build();
    var out = new ByteArrayOutputStream();

    DicomJsonWriter.write(dataSet, (path, element) -> Optional.of("/bulk/" + path), out);
    assertThat(out.toString(UTF_8))
        .isEqualTo("{\"00880200\":{\"vr\":\"SQ\",\"Value\":[{\"7FE00010\":"
            + "{\"vr\":\"OB\",\"BulkDataURI\":\"/bulk/00880200/0/7FE00010\"}}]},\"7FE00010\":"
            + "{\"vr\":\"OW\",\"BulkDataURI\":\"/bulk/7FE00010\"}}");

    var read = DicomJsonReader.read(
        bytes(out.toString(UTF_8)),
        ReadLimits.DEFAULT,
        (path, vr, uri) ->
            uri.equals("/bulk/" + path) && vr == VR.OB ? Value.of(new byte[] {1, 2}) : left);
    assertThat(read).isEqualTo(dataSet);
  }

  @Test
  void a_value_outside_of_memory_needs_a_uri() {
    var left = new Element(Tag.PIXEL_DATA, VR.OW, new Value.InFile(0, 2, ByteOrder.LITTLE_ENDIAN));

    assertThatThrownBy(() -> json(DataSet.builder().put(left).build()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("7FE00010");
    assertThatThrownBy(() -> json(Generated.encapsulated()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_slice_comes_back() throws IOException {
    assertThat(read(json(Generated.slice()))).isEqualTo(Generated.slice());
  }

  private static String value(String tag, VR vr, String values) {
    return "{\"" + tag + "\":{\"vr\":\"" + vr + "\",\"Value\":[" + values + "]}}";
  }

  private static DataSet numbers(VR vr, int... values) {
    return DataSet.builder().putInts(Tag.SLICE_LOCATION, vr, values).build();
  }

  private static DataSet decimals(VR vr, double... values) {
    return DataSet.builder().putDecimals(Tag.SLICE_LOCATION, vr, values).build();
  }

  private static DataSet longs(VR vr, long... values) {
    var bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asLongBuffer().put(values);
    return DataSet.builder().putBytes(Tag.SLICE_LOCATION, vr, bytes.array()).build();
  }

  private static String json(DataSet dataSet) throws IOException {
    var out = new ByteArrayOutputStream();
    DicomJsonWriter.write(dataSet, BulkDataUris.NONE, out);
    return out.toString(UTF_8);
  }

  private static DataSet read(String json) throws IOException {
    return DicomJsonReader.read(bytes(json), ReadLimits.DEFAULT, NO_BULK);
  }

  private static ByteArrayInputStream bytes(String json) {
    return new ByteArrayInputStream(json.getBytes(UTF_8));
  }
}
