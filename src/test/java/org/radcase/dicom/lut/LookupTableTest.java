package org.radcase.dicom.lut;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.dicom.lut.LookupTable.Input;

/** Tables of 8 and 16 bits, as PS3.3 C.11.1.1.1 and real files have them. */
class LookupTableTest {

  @ParameterizedTest
  @CsvSource({"9, 100", "10, 100", "11, 200", "12, 300", "13, 300", "-5, 100", "11.4, 200"})
  void values_beyond_the_ends_take_the_ends(double input, int output) {
    var table =
        LookupTable.of(item(VR.US, 16, 10, 100, 200, 300), Input.UNSIGNED).orElseThrow();

    assertThat(table.valueOf(input)).isEqualTo(output);
  }

  @ParameterizedTest
  @CsvSource({"US, 64512", "SS, -1024"})
  void a_signed_first_value_is_signed_in_both_representations(VR vr, int first) {
    var table = LookupTable.of(item(vr, 16, first, 7, 8), Input.SIGNED).orElseThrow();

    assertThat(table.firstMapped()).isEqualTo(-1024);
    assertThat(table.valueOf(-1023)).isEqualTo(8);
  }

  @Test
  void an_unsigned_first_value_may_be_beyond_32767() {
    var table = LookupTable.of(item(VR.US, 16, 64_512, 7, 8), Input.UNSIGNED).orElseThrow();

    assertThat(table.valueOf(64_513)).isEqualTo(8);
  }

  @Test
  void a_length_of_zero_is_65536() {
    var data = new byte[2 * 65_536];
    data[2 * 65_535] = 9;
    var item = DataSet.builder()
        .putInts(Tag.LUT_DESCRIPTOR, VR.US, 0, 0, 16)
        .putBytes(Tag.LUT_DATA, VR.OW, data)
        .build();

    var table = LookupTable.of(item, Input.UNSIGNED).orElseThrow();

    assertThat(table.length()).isEqualTo(65_536);
    assertThat(table.valueOf(65_535)).isEqualTo(9);
  }

  @Test
  void entries_of_eight_bits_may_share_a_word() {
    var item = DataSet.builder()
        .putInts(Tag.LUT_DESCRIPTOR, VR.US, 4, 0, 8)
        .putBytes(Tag.LUT_DATA, VR.OW, new byte[] {1, 2, 3, -1})
        .build();

    var table = LookupTable.of(item, Input.UNSIGNED).orElseThrow();

    assertThat(table.valueOf(1)).isEqualTo(2);
    assertThat(table.partOf(3)).isEqualTo(1);
  }

  @Test
  void entries_of_eight_bits_may_have_a_word_each() {
    var table = LookupTable.of(item(VR.US, 8, 0, 0, 51, 255), Input.UNSIGNED).orElseThrow();

    assertThat(table.partOf(1)).isCloseTo(0.2, within(1e-12));
    assertThat(table.partOf(2)).isEqualTo(1);
  }

  @Test
  void entries_greater_than_the_descriptor_says_have_sixteen_bits() {
    var table = LookupTable.of(item(VR.US, 12, 0, 0, 65_535), Input.UNSIGNED).orElseThrow();

    assertThat(table.bits()).isEqualTo(16);
    assertThat(table.partOf(1)).isEqualTo(1);
  }

  @Test
  void a_table_shorter_than_it_says_is_none() {
    var item = item(VR.US, 16, 0, 1, 2, 3).toBuilder()
        .putInts(Tag.LUT_DESCRIPTOR, VR.US, 300, 0, 16)
        .build();

    assertThat(LookupTable.of(item, Input.UNSIGNED)).isEmpty();
    assertThat(LookupTable.of(DataSet.EMPTY, Input.UNSIGNED)).isEmpty();
  }

  @Test
  void a_modality_table_takes_the_place_of_the_rescale() {
    var image = DataSet.builder()
        .putDecimals(Tag.RESCALE_SLOPE, VR.DS, 2.5)
        .putDecimals(Tag.RESCALE_INTERCEPT, VR.DS, -0.75)
        .build();
    var withTable = image.toBuilder()
        .putSequence(
            Tag.MODALITY_LUT_SEQUENCE,
            item(VR.US, 16, 0, 5, 6).toBuilder()
                .putString(Tag.MODALITY_LUT_TYPE, "OD")
                .build())
        .build();

    assertThat(ModalityLut.of(image, image, Input.UNSIGNED).modalityValueOf(3)).isEqualTo(6.75);
    assertThat(ModalityLut.of(withTable, withTable, Input.UNSIGNED))
        .returns(6.0, lut -> lut.modalityValueOf(1))
        .returns("OD", ModalityLut::type);
  }

  @Test
  void a_voi_table_after_a_negative_intercept_has_signed_input() {
    var image = DataSet.builder()
        .putDecimals(Tag.RESCALE_INTERCEPT, VR.DS, -1024)
        .putSequence(
            Tag.VOI_LUT_SEQUENCE,
            item(VR.US, 8, 64_512, 0, 255).toBuilder()
                .putString(Tag.LUT_EXPLANATION, "BONE")
                .build())
        .build();
    var input = ModalityLut.of(image, image, Input.UNSIGNED).outputOf(Input.UNSIGNED);

    assertThat(VoiLut.tables(image, input)).singleElement().satisfies(table -> {
      assertThat(table.explanation()).isEqualTo("BONE");
      assertThat(table.displayOf(-1024)).isZero();
      assertThat(table.displayOf(-1023)).isEqualTo(1);
    });
  }

  @Test
  void a_presentation_table_is_spread_over_the_display_range() {
    var image = DataSet.builder()
        .putSequence(Tag.PRESENTATION_LUT_SEQUENCE, item(VR.US, 8, 0, 255, 51, 0))
        .build();

    var lut = PresentationLut.of(image, PresentationLut.Shape.INVERSE);

    assertThat(lut.pValueOf(0)).isEqualTo(1);
    assertThat(lut.pValueOf(0.5)).isCloseTo(0.2, within(1e-12));
    assertThat(lut.pValueOf(1)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "IDENTITY, INVERSE, IDENTITY",
    "INVERSE, INVERSE, INVERSE",
    "INVERSE, IDENTITY, INVERSE",
    "'', INVERSE, INVERSE",
    "WHATEVER, IDENTITY, IDENTITY"
  })
  void a_shape_counts_once_and_before_the_photometric_interpretation(
      String shape, PresentationLut.Shape fallback, PresentationLut.Shape expected) {
    var image = DataSet.builder().putString(Tag.PRESENTATION_LUT_SHAPE, shape).build();

    assertThat(PresentationLut.of(image, fallback)).isEqualTo(expected);
  }

  /** A LUT item with a word for each entry. */
  private static DataSet item(VR vr, int bits, int first, int... entries) {
    return DataSet.builder()
        .putInts(Tag.LUT_DESCRIPTOR, vr, entries.length, first, bits)
        .putInts(Tag.LUT_DATA, VR.US, entries)
        .build();
  }
}
