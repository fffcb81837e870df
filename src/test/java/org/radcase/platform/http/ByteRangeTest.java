package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 9110 §14, on a representation of 10,000 bytes as in its examples. */
class ByteRangeTest {
  @ParameterizedTest
  @CsvSource({
    "bytes=0-499, 0, 500",
    "bytes=500-999, 500, 500",
    "bytes=-500, 9500, 500",
    "bytes=9500-, 9500, 500",
    "bytes=0-0, 0, 1",
    "bytes=9999-20000, 9999, 1",
    "bytes=-20000, 0, 10000"
  })
  void a_single_range_is_a_part(String header, long first, long length) {
    assertThat(ByteRange.of(header, 10_000))
        .isEqualTo(new ByteRange(ByteRange.Kind.PART, first, length));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bytes=10000-", "bytes=10000-10001", "bytes=-0"})
  void a_range_beyond_the_end_cannot_be_satisfied(String header) {
    var range = ByteRange.of(header, 10_000);

    assertThat(range.kind()).isEqualTo(ByteRange.Kind.UNSATISFIABLE);
    assertThat(range.contentRange(10_000)).isEqualTo("bytes */10000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bytes=5-4",
        "bytes=-",
        "bytes=a-b",
        "pages=1-2",
        "bytes 1-2",
        "bytes=0-1,5-6",
        "bytes=99999999999999999999-",
        ""
      })
  void what_is_no_single_range_of_bytes_gets_the_whole(String header) {
    assertThat(ByteRange.of(header, 10_000).kind()).isEqualTo(ByteRange.Kind.WHOLE);
  }

  @Test
  void without_a_header_it_is_the_whole() {
    assertThat(ByteRange.of(null, 10_000))
        .isEqualTo(new ByteRange(ByteRange.Kind.WHOLE, 0, 10_000));
  }

  @Test
  void content_range_names_first_and_last_byte() {
    assertThat(ByteRange.of("bytes=500-999", 10_000).contentRange(10_000))
        .isEqualTo("bytes 500-999/10000");
  }
}
