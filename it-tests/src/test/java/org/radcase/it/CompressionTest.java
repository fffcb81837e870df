package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class CompressionTest {
  private static String longCase(RadCase radcase) {
    return Given.addressOf(
        Given.aCase(radcase, Given.json().put("findings", "Hydronephrosis. ".repeat(200))));
  }

  @Test
  void a_long_answer_travels_gzipped_and_unpacks_to_the_same(RadCase radcase) throws IOException {
    var address = longCase(radcase);

    var plain = radcase.get(address);
    var coded = radcase.get(address, "Accept-Encoding", "gzip");

    assertThat(coded.header("Content-Encoding")).isEqualTo("gzip");
    assertThat(coded.header("Vary")).containsIgnoringCase("Accept-Encoding");
    assertThat(coded.bytes().length).isLessThan(plain.bytes().length / 2);
    assertThat(new GZIPInputStream(new ByteArrayInputStream(coded.bytes())).readAllBytes())
        .isEqualTo(plain.bytes());
  }

  @Test
  void each_coding_has_its_own_strong_tag(RadCase radcase) {
    var address = longCase(radcase);

    var plain = radcase.get(address).header("ETag");
    var coded = radcase.get(address, "Accept-Encoding", "gzip").header("ETag");

    assertThat(plain).startsWith("\"1-");
    assertThat(coded).startsWith("\"1-").endsWith("gzip\"").isNotEqualTo(plain);
  }

  @Test
  void a_short_answer_travels_as_it_is(RadCase radcase) {
    var answer = radcase.get("api/nothing-here", "Accept-Encoding", "gzip");

    assertThat(answer.header("Content-Encoding")).isEmpty();
  }

  @Test
  void a_client_can_turn_compression_off(RadCase radcase) {
    var address = longCase(radcase);

    assertThat(radcase
            .get(address, "Accept-Encoding", "gzip", "X-No-Compression", "1")
            .header("Content-Encoding"))
        .isEmpty();
    assertThat(radcase.get(address, "Accept-Encoding", "gzip;q=0").header("Content-Encoding"))
        .isEmpty();
  }
}
