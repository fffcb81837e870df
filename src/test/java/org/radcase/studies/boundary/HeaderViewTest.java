package org.radcase.studies.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.radcase.dicom.Generated;
import org.radcase.dicom.data.DataSet;
import org.radcase.dicom.data.Tag;
import org.radcase.dicom.data.VR;
import org.radcase.platform.json.Json;
import org.radcase.studies.boundary.HeaderView.ElementView;

class HeaderViewTest {
  private static ElementView element(DataSet header, Tag tag) {
    return HeaderView.of(header).elements().stream()
        .filter(element -> element.tag().equals(tag.toString()))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void an_element_tells_tag_keyword_and_value() {
    var header = Generated.slice();

    assertThat(element(header, Tag.MODALITY))
        .isEqualTo(new ElementView("(0008,0060)", "Modality", "CS", "CT", null));
    assertThat(element(header, Tag.IMAGE_TYPE).value()).isEqualTo("ORIGINAL\\PRIMARY\\AXIAL");
    assertThat(element(header, Tag.ROWS).value()).isEqualTo("6");
    assertThat(element(header, Tag.PATIENT_NAME).value()).isEqualTo("Müller^Änne");
  }

  @Test
  void the_pixels_are_left_out_and_other_bytes_are_counted() {
    var header = Generated.slice();

    assertThat(HeaderView.of(header).elements())
        .extracting(ElementView::tag)
        .doesNotContain("(7FE0,0010)");
    var own = element(header, new Tag(0x00111001));
    assertThat(own.keyword()).isEmpty();
    assertThat(own.value()).isEqualTo("4 bytes");
  }

  @Test
  void a_sequence_tells_the_elements_of_its_items() {
    var sequence = element(Generated.slice(), Tag.REFERENCED_IMAGE_SEQUENCE);

    assertThat(sequence.value()).isEmpty();
    assertThat(sequence.items()).hasSize(2);
    assertThat(sequence.items().get(0))
        .extracting(ElementView::keyword)
        .containsExactly("ReferencedSOPClassUID", "DeidentificationMethodCodeSequence");
  }

  @Test
  void a_long_value_is_cut_and_never_within_a_character() {
    var header = DataSet.builder()
        .putString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
        .putString(Tag.IMAGE_COMMENTS, VR.LT, "𝔸".repeat(2_000))
        .build();

    assertThat(element(header, Tag.IMAGE_COMMENTS).value()).isEqualTo("𝔸".repeat(1_000) + "…");
  }

  @Test
  void a_header_of_very_many_elements_is_told_in_part() {
    var item = DataSet.builder().putString(Tag.CODE_VALUE, "113100").build();
    var header = Generated.slice().toBuilder()
        .putSequence(Tag.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE, Collections.nCopies(100_000, item))
        .build();

    var view = HeaderView.of(header);

    assertThat(view.truncated()).isTrue();
    assertThat(Json.bytes(view)).hasSizeLessThan(2 << 20);
    assertThat(HeaderView.of(Generated.slice()).truncated()).isFalse();
  }
}
