package org.radcase.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataSetTest {

  @ParameterizedTest
  @CsvSource({
    "' 12 ', 12",
    "+7, 7",
    "-3, -3",
    "4.0, 4",
    "'1,5', 1.5",
    "1e2, 100",
    "'.5 ', 0.5",
    "0.12345678901234567890, 0.12345678901234568",
    "'-1.50E+02', -150",
    "'12.5 mm', 12.5",
    "'\t3\r\n', 3",
    "5., 5"
  })
  void numbers_are_read_as_devices_write_them(String text, double number) {
    assertThat(decimals(text)).containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({
    "1A",
    "NaN",
    "Infinity",
    "0x1p3",
    "1d",
    "--1",
    "''",
    "' '",
    "1e999",
    "1 2",
    "1.2.3",
    "-",
    "1-2"
  })
  void what_is_no_number_is_absent(String text) {
    assertThat(decimals(text)).isEmpty();
  }

  @Test
  void what_a_program_left_behind_a_nul_is_not_part_of_the_number() {
    assertThat(decimals("12.5\0\0xyz")).containsExactly(12.5);
    assertThat(decimals("1\\2\0 3")).containsExactly(1, 2);
  }

  @Test
  void separators_too_many_at_the_end_make_no_values_but_gaps_spoil_all() {
    assertThat(decimals("40\\400\\\\ ")).containsExactly(40, 400);
    assertThat(decimals("1\\\\3")).isEmpty();
    assertThat(decimals("\\\\")).isEmpty();
  }

  @Test
  void the_first_number_counts_whatever_the_others_are() {
    var windows = with(Tag.WINDOW_CENTER, VR.DS, "40\\unknown");
    var numbers = with(Tag.INSTANCE_NUMBER, VR.IS, "7\\x");

    assertThat(windows.decimal(Tag.WINDOW_CENTER)).hasValue(40);
    assertThat(windows.decimals(Tag.WINDOW_CENTER)).isEmpty();
    assertThat(numbers.integer(Tag.INSTANCE_NUMBER)).hasValue(7);
    assertThat(with(Tag.WINDOW_CENTER, VR.DS, "\\40").decimal(Tag.WINDOW_CENTER))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "+007, 7",
    "1e2, 100",
    "4.0, 4",
    "9007199254740993, 9007199254740993",
    "' -12 ', -12",
    "1234567890123456789, 1234567890123456768" // beyond 18 digits only as precise as a double
  })
  void whole_numbers_are_read_as_devices_write_them(String text, long number) {
    assertThat(with(Tag.INSTANCE_NUMBER, VR.IS, text).wideIntegers(Tag.INSTANCE_NUMBER))
        .containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({"1.5", "9223372036854775808", "1e30", "x"})
  void what_is_no_whole_number_is_absent(String text) {
    assertThat(with(Tag.INSTANCE_NUMBER, VR.IS, text).wideIntegers(Tag.INSTANCE_NUMBER))
        .isEmpty();
  }

  @Test
  void words_are_numbers_too() {
    var dataSet = DataSet.builder()
        .putInts(Tag.LUT_DATA, VR.OW, 1, 65_535)
        .putInts(new Tag(0x00660040), VR.OL, 1, -1)
        .putInts(new Tag(0x7FE00001), VR.OV, 0, 512)
        .putDecimals(new Tag(0x00660016), VR.OF, 1.5, -2)
        .putDecimals(new Tag(0x7FE00009), VR.OD, 0.1)
        .build();

    assertThat(dataSet.integers(Tag.LUT_DATA)).containsExactly(1, 65_535);
    assertThat(dataSet.wideIntegers(new Tag(0x00660040))).containsExactly(1, 0xFFFFFFFFL);
    assertThat(dataSet.wideIntegers(Tag.EXTENDED_OFFSET_TABLE)).containsExactly(0, 512);
    assertThat(dataSet.decimals(new Tag(0x00660016))).containsExactly(1.5, -2);
    assertThat(dataSet.decimals(Tag.DOUBLE_FLOAT_PIXEL_DATA)).containsExactly(0.1);
  }

  @Test
  void values_that_are_no_finite_or_no_signed_number_are_absent() {
    var dataSet = DataSet.builder()
        .putDecimals(new Tag(0x00186028), VR.FD, Double.NaN)
        .putBytes(new Tag(0x00091001), VR.UV, new byte[] {-1, -1, -1, -1, -1, -1, -1, -1})
        .build();

    assertThat(dataSet.decimals(new Tag(0x00186028))).isEmpty();
    assertThat(dataSet.wideInteger(new Tag(0x00091001))).isEmpty();
  }

  @Test
  void padding_is_of_no_account_but_leading_spaces_of_unlimited_characters_are() {
    assertThat(with(Tag.SOP_INSTANCE_UID, VR.UI, "1.2\0").string(Tag.SOP_INSTANCE_UID))
        .hasValue("1.2");
    assertThat(with(Tag.PATIENT_ID, VR.LO, "  \0 ").string(Tag.PATIENT_ID)).isEmpty();
    assertThat(with(Tag.PATIENT_ID, VR.UC, " a\\ b ").strings(Tag.PATIENT_ID))
        .containsExactly(" a", " b");
    assertThat(with(Tag.PATIENT_ID, VR.UR, "http://a/\\b ").strings(Tag.PATIENT_ID))
        .containsExactly("http://a/\\b");
  }

  @Test
  void several_values_come_without_padding_and_empty_ones_stay() {
    var dataSet = with(Tag.IMAGE_TYPE, VR.CS, " ORIGINAL\\\\AXIAL \0");

    assertThat(dataSet.strings(Tag.IMAGE_TYPE)).containsExactly("ORIGINAL", "", "AXIAL");
    assertThat(dataSet.string(Tag.IMAGE_TYPE)).hasValue("ORIGINAL");
  }

  @Test
  void long_text_keeps_its_backslashes_and_leading_spaces() {
    var dataSet = with(Tag.IMAGE_COMMENTS, VR.LT, "  a\\b ");

    assertThat(dataSet.strings(Tag.IMAGE_COMMENTS)).containsExactly("  a\\b");
  }

  @Test
  void whole_numbers_beyond_an_int_are_wide_only() {
    var dataSet =
        DataSet.builder().putInts(Tag.REGION_LOCATION_MIN_X0, VR.UL, -1).build();

    assertThat(dataSet.integer(Tag.REGION_LOCATION_MIN_X0)).isEmpty();
    assertThat(dataSet.wideInteger(Tag.REGION_LOCATION_MIN_X0)).hasValue(0xFFFFFFFFL);
  }

  @Test
  void of_two_elements_with_one_tag_the_last_counts() {
    var dataSet = DataSet.builder()
        .putString(Tag.MODALITY, "CT")
        .putString(Tag.IMAGE_TYPE, "ORIGINAL")
        .putString(Tag.MODALITY, "MR")
        .build();

    assertThat(dataSet).hasSize(2).extracting(Element::tag).isSorted();
    assertThat(dataSet.string(Tag.MODALITY)).hasValue("MR");
  }

  @Test
  void what_is_absent_is_an_empty_answer() {
    assertThat(DataSet.EMPTY.string(Tag.MODALITY)).isEmpty();
    assertThat(DataSet.EMPTY.strings(Tag.MODALITY)).isEmpty();
    assertThat(DataSet.EMPTY.integer(Tag.ROWS)).isEmpty();
    assertThat(DataSet.EMPTY.decimals(Tag.PIXEL_SPACING)).isEmpty();
    assertThat(DataSet.EMPTY.sequence(Tag.REFERENCED_IMAGE_SEQUENCE)).isEmpty();
    assertThat(DataSet.EMPTY.bytes(Tag.PIXEL_DATA)).isEmpty();
  }

  @Test
  void a_separator_within_a_value_is_refused() {
    assertThatThrownBy(() -> DataSet.builder().putString(Tag.MODALITY, "C\\T"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-1234567890.1234567, -1234567890.1235",
    "1e-20, 1E-20",
    "100, 100",
    "0.000012345678901234567, 0.00001234567890",
    "3.0, 3"
  })
  void decimal_strings_fit_sixteen_characters(double value, String text) {
    var dataSet =
        DataSet.builder().putDecimals(Tag.SLICE_LOCATION, VR.DS, value).build();

    assertThat(dataSet.string(Tag.SLICE_LOCATION).orElseThrow().length()).isLessThanOrEqualTo(16);
    assertThat(dataSet.decimal(Tag.SLICE_LOCATION).orElseThrow())
        .isCloseTo(Double.parseDouble(text), withinPercentage(1e-5));
  }

  private static double[] decimals(String text) {
    return with(Tag.SLICE_LOCATION, VR.DS, text).decimals(Tag.SLICE_LOCATION);
  }

  private static DataSet with(Tag tag, VR vr, String text) {
    var bytes = text.getBytes(StandardCharsets.US_ASCII);
    return DataSet.builder().put(new Element(tag, vr, Value.of(bytes))).build();
  }
}
