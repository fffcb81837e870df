package org.radcase.studies.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrameMapTest {
  @Test
  void a_map_of_plain_frames_survives_the_database() {
    var map = new FrameMap.Plain(1024, 524_288);

    assertThat(map.format()).isEqualTo("plain 1024 524288");
    assertThat(FrameMap.parse(map.format())).isEqualTo(map);
  }

  @Test
  void a_map_of_fragments_keeps_which_fragments_make_which_frame() {
    var map = new FrameMap.Fragments(List.of(
        List.of(new FrameMap.Range(10, 5), new FrameMap.Range(23, 7)),
        List.of(new FrameMap.Range(38, 9))));

    assertThat(map.format()).isEqualTo("fragments 10+5,23+7;38+9");
    assertThat(FrameMap.parse(map.format())).isEqualTo(map);
  }

  @Test
  void a_converted_file_has_no_places() {
    assertThat(FrameMap.parse(new FrameMap.Converted().format()))
        .isEqualTo(new FrameMap.Converted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plain", "plain 1", "plain a b", "fragments 1", "elsewhere"})
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> FrameMap.parse(text)).isInstanceOf(RuntimeException.class);
  }
}
