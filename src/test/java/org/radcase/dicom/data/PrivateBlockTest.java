package org.radcase.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Private elements are found by their creator, wherever its block is. Source: PS3.5 section 7.8. */
class PrivateBlockTest {
  private static final int GROUP = 0x0029;

  @Test
  void an_element_is_found_in_the_block_of_its_creator() {
    var dataSet = DataSet.builder()
        .putString(new Tag(0x00290010), VR.LO, "SIEMENS CSA HEADER ")
        .putString(new Tag(0x00290011), VR.LO, "RADCASE")
        .putString(new Tag(0x00291008), VR.CS, "IMAGE NUM 4")
        .putString(new Tag(0x00291108), VR.CS, "OURS")
        .build();

    var block = dataSet.privateBlock("SIEMENS CSA HEADER", GROUP).orElseThrow();

    assertThat(dataSet.string(block.tag(0x08))).hasValue("IMAGE NUM 4");
    assertThat(dataSet.privateCreator(new Tag(0x00291108))).hasValue("RADCASE");
    assertThat(dataSet.privateCreator(new Tag(0x00291208))).isEmpty();
    assertThat(dataSet.privateCreator(Tag.ROWS)).isEmpty();
    assertThat(dataSet.privateBlock("GEMS_IMAG_01", GROUP)).isEmpty();
    assertThat(dataSet.privateBlock("RADCASE", 0x0031)).isEmpty();
  }

  @Test
  void a_new_creator_gets_the_next_free_block_and_an_old_one_its_own() {
    var builder = DataSet.builder().putString(new Tag(0x00290010), VR.LO, "SIEMENS CSA HEADER");

    var ours = builder.privateBlock("RADCASE", GROUP);
    var again = builder.privateBlock("RADCASE", GROUP);
    var theirs = builder.privateBlock("SIEMENS CSA HEADER", GROUP);

    assertThat(ours).isEqualTo(again).isEqualTo(new PrivateBlock("RADCASE", GROUP, 0x11));
    assertThat(theirs.block()).isEqualTo(0x10);
    assertThat(builder.build().privateBlock("RADCASE", GROUP)).hasValue(ours);
  }

  @Test
  void a_group_has_240_blocks() {
    var builder = DataSet.builder();
    for (var i = 0; i < 240; i++) {
      builder.privateBlock("CREATOR " + i, GROUP);
    }

    assertThatThrownBy(() -> builder.privateBlock("ONE MORE", GROUP))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void public_groups_have_no_blocks() {
    assertThatThrownBy(() -> DataSet.builder().privateBlock("RADCASE", 0x0028))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PrivateBlock("RADCASE", GROUP, 0x0F))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new PrivateBlock("RADCASE", GROUP, 0x10).tag(0x100))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
