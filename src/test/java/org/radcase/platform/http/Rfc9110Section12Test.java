package org.radcase.platform.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 9110 §12.5.3, Accept-Encoding. */
class Rfc9110Section12Test {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gzip | GZIP",
        "GZIP | GZIP",
        "deflate | DEFLATE",
        "gzip, deflate, br, zstd | GZIP",
        "deflate, gzip | GZIP",
        "deflate;q=1.0, gzip;q=0.5 | DEFLATE",
        "* | GZIP",
        "*;q=0.5, gzip;q=0 | DEFLATE",
        "br | IDENTITY",
        "identity | IDENTITY",
        "gzip;q=0 | IDENTITY",
        "gzip;q=0.000 | IDENTITY",
        "gzip;q=0.5, identity | IDENTITY",
        "gzip;q=0.5, identity;q=0.4 | GZIP",
        "gzip;q=2 | IDENTITY",
        "gzip;q=abc | IDENTITY",
        "gzip;q=0.0001 | IDENTITY",
        "gzip;x=y | IDENTITY",
        ";;;,,, | IDENTITY",
        "x-gzip | IDENTITY",
        "' ' | IDENTITY"
      })
  void the_coding_is_the_one_that_the_client_likes_best(String header, ContentCoding coding) {
    assertThat(ContentCoding.preferred(header)).isEqualTo(coding);
  }

  @Test
  void a_client_that_says_nothing_gets_it_plain() {
    assertThat(ContentCoding.preferred(null)).isEqualTo(ContentCoding.IDENTITY);
  }

  @Test
  void identity_is_acceptable_unless_it_is_excluded() {
    assertThat(AcceptEncoding.parse("gzip").weightOf("identity")).isPositive();
    assertThat(AcceptEncoding.parse("identity;q=0").weightOf("identity")).isZero();
    assertThat(AcceptEncoding.parse("*;q=0").weightOf("identity")).isZero();
    assertThat(AcceptEncoding.parse("*;q=0, identity").weightOf("identity")).isEqualTo(1);
  }

  @Test
  void an_endless_header_is_read_in_bounded_time() {
    var endless = "x;q=0.5,".repeat(200_000) + "gzip";

    assertThat(ContentCoding.preferred(endless)).isEqualTo(ContentCoding.IDENTITY);
  }
}
