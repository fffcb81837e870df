package org.radcase.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void a_value_stands_in_its_place() {
    assertThat(new Template("<h1>${title}</h1>").with(Map.of("title", "Fever, man, 40")))
        .isEqualTo("<h1>Fever, man, 40</h1>");
  }

  @Test
  void a_value_cannot_become_markup() {
    assertThat(new Template("<p title=\"${title}\">").with(Map.of("title", "\"><script>'&$1\\")))
        .isEqualTo("<p title=\"&quot;&gt;&lt;script&gt;&#39;&amp;$1\\\">");
  }

  @Test
  void a_place_in_a_value_is_not_filled_again() {
    assertThat(new Template("${a}").with(Map.of("a", "${b}", "b", "no"))).isEqualTo("${b}");
  }

  @Test
  void a_place_without_a_value_is_empty() {
    assertThat(new Template("<img src=\"${preview}\">").with(Map.of())).isEqualTo("<img src=\"\">");
  }
}
