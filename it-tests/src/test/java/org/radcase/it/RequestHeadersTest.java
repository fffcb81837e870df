package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

@ExtendWith(AtHand.class)
class RequestHeadersTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "api/cases",
        "api/nothing-here",
        "assets/nothing-here.js",
        "cases/new",
        "nothing-here",
        "openapi.json"
      })
  void every_answer_is_named_timed_and_hardened(String address, RadCase radcase) {
    var answer = radcase.get(address);

    assertThat(answer.header("X-Request-Id")).matches("[A-Za-z0-9._-]{8,64}");
    assertThat(answer.header("X-Response-Time")).matches("\\d+\\.\\dms");
    assertThat(answer.header("Server-Timing")).contains("db;dur=", "total;dur=");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).isNotBlank();
    assertThat(answer.header("Permissions-Policy")).contains("camera=()");
    assertThat(answer.header("Content-Security-Policy"))
        .contains("default-src 'none'", "object-src 'none'", "frame-ancestors 'none'")
        .doesNotContain("unsafe-inline", "'unsafe-eval'");
    // Only over TLS (RFC 6797 section 7.2).
    assertThat(answer.header("Strict-Transport-Security")).isEmpty();
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
  }

  @Test
  void all_that_is_text_says_in_which_charset(RadCase radcase) {
    var page = radcase.asStranger().get("sign-in");

    assertThat(page.header("Content-Type")).containsIgnoringCase("charset=utf-8");
    for (var type : List.of("svg", "css", "js")) {
      var asset = Pattern.compile("assets/[^\"]+\\." + type).matcher(page.text());
      assertThat(asset.find()).as(type).isTrue();
      assertThat(radcase.get(asset.group()).header("Content-Type"))
          .as(asset.group())
          .containsIgnoringCase("charset=utf-8");
    }
    for (var format : List.of("csv", "dicom")) {
      var export =
          radcase.as("admin").get("api/admin/audit/export?q=no-such-thing&format=" + format);
      assertThat(export.status()).as(export.toString()).isEqualTo(200);
      assertThat(export.header("Content-Type")).as(format).containsIgnoringCase("charset=utf-8");
    }
  }

  @Test
  void a_well_formed_request_id_is_taken_over(RadCase radcase) {
    var answer = radcase.get("api/cases", "X-Request-Id", "ward-7.night_shift-0001");

    assertThat(answer.header("X-Request-Id")).isEqualTo("ward-7.night_shift-0001");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "short",
        "has a blank in it",
        "tab\tin-it-0001",
        "<script>alert(1)</script>",
        "ümlaut-in-it"
      })
  void a_malformed_request_id_is_replaced(String given, RadCase radcase) {
    var answer = radcase.get("api/cases", "X-Request-Id", given);

    assertThat(answer.headers("X-Request-Id")).hasSize(1);
    assertThat(answer.header("X-Request-Id")).isNotEqualTo(given).matches("[A-Za-z0-9._-]{8,64}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Forwarded", "X-Forwarded-For", "X-Real-IP", "Via"})
  void a_forwarded_request_comes_from_elsewhere_and_is_refused(String header, RadCase radcase) {
    var value = header.equals("Forwarded") ? "for=192.0.2.60" : "192.0.2.60";

    Expect.problem(radcase.from("").get("api/cases", header, value), 403, "server.loopback-only");
  }

  @Test
  void a_name_that_is_not_this_machine_is_refused(RadCase radcase) {
    var answer = radcase.get("api/cases", "Host", "radcase.evil.example");

    Expect.problem(answer, 403, "server.loopback-only");
  }
}
