package org.radcase.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DictionaryTest {

  @ParameterizedTest
  @CsvSource({
    "'(0010,0010)', PatientName, PN, 1",
    "'(0028,0010)', Rows, US, 1",
    "'(0008,0005)', SpecificCharacterSet, CS, 1-n",
    "'(7FE0,0010)', PixelData, OW, 1",
    "'(0028,0106)', SmallestImagePixelValue, US, 1",
    "'(5200,9230)', PerFrameFunctionalGroupsSequence, SQ, 1"
  })
  void an_attribute_is_found_by_tag_and_by_keyword(
      String tag, String keyword, VR vr, String multiplicity) {
    var entry = Dictionary.find(Tag.parse(tag)).orElseThrow();

    assertThat(entry.keyword()).isEqualTo(keyword);
    assertThat(entry.multiplicity()).isEqualTo(multiplicity);
    assertThat(Dictionary.vr(Tag.parse(tag))).isEqualTo(vr);
    assertThat(Dictionary.tag(keyword)).hasValue(Tag.parse(tag));
  }

  @ParameterizedTest
  @CsvSource({
    "6002, 3000, OverlayData, OW",
    "501E, 0005, CurveDimensions, US",
    "0020, 3103, SourceImageIDs, CS",
    "7F02, 0010, VariablePixelData, OW",
    "1010, 1234, ZonalMap, US",
    "0028, 04A3, CoefficientCodingPointers, AT"
  })
  void repeating_groups_are_found_by_their_pattern(
      String group, String element, String keyword, VR vr) {
    var tag = Tag.parse(group + "," + element);

    assertThat(Dictionary.keyword(tag)).isEqualTo(keyword);
    assertThat(Dictionary.vr(tag)).isEqualTo(vr);
  }

  @Test
  void what_the_standard_does_not_know_is_un_but_for_lengths_and_creators() {
    assertThat(Dictionary.vr(new Tag(0x00091001))).isEqualTo(VR.UN);
    assertThat(Dictionary.vr(new Tag(0x00090010))).isEqualTo(VR.LO);
    assertThat(Dictionary.vr(new Tag(0x00080000))).isEqualTo(VR.UL);
    assertThat(Dictionary.find(new Tag(0x00091001))).isEmpty();
    assertThat(Dictionary.keyword(new Tag(0x00091001))).isEmpty();
  }

  @Test
  void of_several_vrs_words_are_taken() {
    assertThat(Dictionary.vr(Tag.LUT_DATA)).isEqualTo(VR.OW);
    assertThat(Dictionary.vr(new Tag(0x54001010))).isEqualTo(VR.OW);
    assertThat(Dictionary.vr(Tag.PIXEL_PADDING_VALUE)).isEqualTo(VR.US);
  }

  @Test
  void every_constant_is_the_tag_of_its_keyword() throws IllegalAccessException {
    for (var field : Tag.class.getFields()) {
      if (Modifier.isStatic(field.getModifiers())) {
        var keyword = Dictionary.keyword((Tag) field.get(null));
        assertThat(keyword).isNotEmpty();
        assertThat(field.getName().replace("_", "")).isEqualToIgnoringCase(keyword);
      }
    }
  }

  @Test
  void a_tag_reads_what_it_prints() {
    for (var text : List.of("(0028,0010)", "0028,0010", "00280010")) {
      assertThat(Tag.parse(text)).isEqualTo(Tag.ROWS).hasToString("(0028,0010)");
    }
    assertThat(Tag.parse("(fffe,e00d)").compareTo(Tag.PIXEL_DATA)).isPositive();
  }

  @Test
  void transfer_syntaxes_know_their_encoding() {
    var encodings = Arrays.asList(TransferSyntax.Encoding.values());

    assertThat(TransferSyntax.all()).hasSize(63).allMatch(s -> encodings.contains(s.encoding()));
    assertThat(TransferSyntax.EXPLICIT_BIG_ENDIAN.isBigEndian()).isTrue();
    assertThat(TransferSyntax.DEFLATED.isDeflated()).isTrue();
    assertThat(TransferSyntax.IMPLICIT_LITTLE_ENDIAN.isExplicit()).isFalse();
    assertThat(TransferSyntax.JPEG_LS.codec()).isEqualTo(TransferSyntax.Codec.JPEG_LS);
    assertThat(TransferSyntax.JPEG_BASELINE.loss()).isEqualTo(TransferSyntax.Loss.LOSSY);
    assertThat(TransferSyntax.find("1.2.840.10008.1.2.4.201").orElseThrow().codec())
        .isEqualTo(TransferSyntax.Codec.HTJ2K);
    assertThat(TransferSyntax.find("1.2.840.10008.1.2.6.2").orElseThrow().hasFiles())
        .isFalse();
  }

  @Test
  void storage_classes_and_uids_are_known() {
    assertThat(SopClass.find(Uids.CT_IMAGE).orElseThrow().modality()).isEqualTo("CT");
    assertThat(SopClass.find(Uids.CT_IMAGE).orElseThrow().hasPixelData()).isTrue();
    assertThat(SopClass.find("1.2.3")).isEmpty();
    assertThat(Uids.find(Uids.MR_IMAGE).orElseThrow().keyword()).isEqualTo("MRImageStorage");
    assertThat(Uids.isWellFormed(Uids.random())).isTrue();
    assertThat(Uids.isWellFormed("1.2..3")).isFalse();
    assertThat(Uids.isWellFormed("1." + "2".repeat(63))).isFalse();
  }
}
