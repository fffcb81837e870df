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
  @CsvSource({"' 12 ', 12", "+7, 7", "-3, -3", "4.0, 4", "'1,5', 1.5", "1e2, 100", "'.5 ', 0.5"})
  void numbers_are_read_as_devices_write_them(String text, double number) {
    assertThat(decimals(text)).containsExactly(number);
  }

  @ParameterizedTest
  @CsvSource({"1A", "NaN", "Infinity", "0x1p3", "1d", "--1", "''", "' '", "1e999"})
  void what_is_no_number_is_absent(String text) {
    assertThat(decimals(text)).isEmpty();
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
