package org.radcase.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

class JsonTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "   ",
        "{",
        "{\"a\":}",
        "{\"a\":1}}",
        "{\"a\":1} {\"b\":2}",
        "{\"a\":1,\"a\":2}",
        "{'a':1}",
        "{a:1}",
        "[1,]",
        "{\"a\":NaN}",
        "{\"a\":01}",
        "{\"a\":\"\t\"}",
        "// comment\n{}",
        "nul"
      })
  void what_is_not_json_is_refused(String body) {
    assertThat(refusal(bytes(body)).kind()).isEqualTo(HttpProblem.MALFORMED_JSON);
  }

  @Test
  void endless_nesting_is_refused() {
    for (var bomb : List.of("[".repeat(100_000), "{\"a\":".repeat(100_000))) {
      assertThat(refusal(bytes(bomb)).kind()).isEqualTo(HttpProblem.MALFORMED_JSON);
    }
  }

  @Test
  void an_endless_number_is_refused() {
    assertThat(refusal(bytes("{\"a\":" + "9".repeat(100_000) + "}")).kind())
        .isEqualTo(HttpProblem.MALFORMED_JSON);
  }

  @Test
  void what_is_not_utf_8_is_refused() {
    var lone = new byte[] {'"', (byte) 0xff, '"'};
    var surrogate = new byte[] {'"', (byte) 0xed, (byte) 0xa0, (byte) 0x80, '"'};

    assertThat(refusal(lone).kind()).isEqualTo(HttpProblem.MALFORMED_JSON);
    assertThat(refusal(surrogate).kind()).isEqualTo(HttpProblem.MALFORMED_JSON);
    assertThat(refusal("{}".getBytes(StandardCharsets.UTF_16)).kind())
        .isEqualTo(HttpProblem.MALFORMED_JSON);
  }

  @Test
  void an_endless_body_is_refused_after_the_limit() {
    var read = new long[1];
    var endless = new InputStream() {
      @Override
      public int read() {
        read[0]++;
        return ' ';
      }

      @Override
      public int read(byte[] bytes, int offset, int length) {
        read[0] += length;
        return length;
      }
    };

    var problem = catchThrowableOfType(Problem.class, () -> Json.read(endless));

    assertThat(problem.kind()).isEqualTo(HttpProblem.BODY_TOO_LARGE);
    assertThat(read[0]).isLessThan(2L * Json.MOST_BYTES);
  }

  @Test
  void a_body_cut_anywhere_is_refused() {
    var whole = "{\"title\": \"é\", \"tags\": [\"a\", true, null, 1.5e3]}";
    var bytes = bytes(whole);
    for (var length = 0; length < bytes.length; length++) {
      var cut = Arrays.copyOf(bytes, length);

      assertThat(refusal(cut).kind()).as("%d bytes", length).isEqualTo(HttpProblem.MALFORMED_JSON);
    }
  }

  @Test
  void no_random_bytes_give_anything_but_a_value_or_a_problem() throws IOException {
    var random = new Random(5);
    for (var i = 0; i < 5_000; i++) {
      var bytes = bytes("{\"title\": \"x\", \"tags\": [1, {\"a\": null}]}");
      for (var flips = random.nextInt(4); flips >= 0; flips--) {
        bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
      }
      try {
        assertThat(Json.read(new ByteArrayInputStream(bytes))).isNotNull();
      } catch (Problem refused) {
        assertThat(refused.kind()).isEqualTo(HttpProblem.MALFORMED_JSON);
      }
    }
  }

  @Test
  void the_refusal_does_not_repeat_what_was_sent() {
    assertThat(refusal(bytes("{\"<script>\": secret}")).detail())
        .doesNotContain("script", "secret");
  }

  @Test
  void times_are_rfc_3339_in_utc() {
    record At(Instant time) {}

    assertThat(Json.text(new At(Instant.ofEpochMilli(1_790_000_000_120L))))
        .isEqualTo("{\"time\":\"2026-09-21T14:13:20.120Z\"}");
  }

  @Test
  void lines_are_read_back_as_they_were_written() {
    var lines = List.of("", "a\"b", "\\", "日本\n", "]");

    assertThat(Json.lines(Json.text(lines))).isEqualTo(lines);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static Problem refusal(byte[] body) {
    var problem =
        catchThrowableOfType(Problem.class, () -> Json.read(new ByteArrayInputStream(body)));
    assertThat(problem).isNotNull();
    return problem;
  }
}
