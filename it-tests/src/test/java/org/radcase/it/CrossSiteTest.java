package org.radcase.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.radcase.it.server.AtHand;

/** What another site may have a browser do here: nothing that changes anything. */
@ExtendWith(AtHand.class)
class CrossSiteTest {
  @ParameterizedTest
  @CsvSource({
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
    "Sec-Fetch-Site, nonsense",
    "Origin, https://evil.example",
    "Origin, null",
    "Origin, http://localhost:1",
    "Origin, http://localhost.evil.example"
  })
  void another_site_changes_nothing(String header, String value, RadCase radcase) {
    var made = Given.aCase(radcase);
    var address = Given.addressOf(made);

    Expect.problem(radcase.postJson("api/cases", "{}", header, value), 403, "request.cross-site");
    Expect.problem(
        radcase.patch(address, "{\"title\": \"x\"}", "If-Match", "\"1\"", header, value),
        403,
        "request.cross-site");
    Expect.problem(
        radcase.delete(address, "If-Match", "\"1\"", header, value), 403, "request.cross-site");
    assertThat(radcase.get(address).json()).isEqualTo(made);
  }

  @Test
  void another_site_signs_nobody_in_or_out(RadCase radcase) {
    for (var address : new String[] {"api/auth/login", "api/auth/logout", "api/auth/register"}) {
      Expect.problem(
          radcase.postJson(address, "{}", "Sec-Fetch-Site", "cross-site"),
          403,
          "request.cross-site");
    }
    assertThat(radcase.get("api/auth/me").status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"same-origin", "none"})
  void its_own_pages_may(String site, RadCase radcase) {
    var answer = radcase.postJson("api/cases", "{}", "Sec-Fetch-Site", site);

    assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
  }

  @Test
  void its_own_origin_may(RadCase radcase) {
    var origin = radcase.base().toString().replaceAll("/$", "");

    assertThat(radcase.postJson("api/cases", "{}", "Origin", origin).status()).isEqualTo(201);
  }

  @Test
  void a_link_from_another_site_may_be_followed_but_not_read(RadCase radcase) {
    var answer = radcase.get("api/cases", "Sec-Fetch-Site", "cross-site", "Origin", "https://x.y");

    assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    assertThat(answer.header("Access-Control-Allow-Credentials")).isEmpty();
  }
}
