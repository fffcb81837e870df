package org.radcase.platform.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CursorTest {
  @Test
  void a_cursor_is_read_back_as_it_was_written() {
    for (var key : List.of("", "1790000000000", "日本 & \"x\"", "a\u001fb\u001fc")) {
      var cursor = new Cursor(201, "-title", key, "01930000-0000-7000-8000-000000000001");

      assertThat(Cursor.parse(cursor.text())).contains(cursor);
      assertThat(cursor.text()).matches("[A-Za-z0-9_-]+");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "zzz", "MQ", "%%%", "MB9hH2IfYw", "_____w"})
  void what_is_no_cursor_is_not_taken_for_one(String text) {
    assertThat(Cursor.parse(text)).isEmpty();
  }

  @Test
  void an_endless_text_is_not_even_decoded() {
    assertThat(Cursor.parse("A".repeat(1 << 20))).isEmpty();
  }

  @Test
  void no_random_text_makes_it_fail() {
    var random = new Random(9);
    var letters = "ABCabc019-_=+/ ";
    for (var i = 0; i < 5_000; i++) {
      var text = new StringBuilder();
      for (var n = random.nextInt(40); n > 0; n--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }

      assertThat(Cursor.parse(text.toString())).isNotNull();
    }
  }
}
