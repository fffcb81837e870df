package org.radcase.accounts.boundary;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.NewCookie;
import java.security.SecureRandom;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.radcase.accounts.entity.Secret;
import org.radcase.platform.http.EmbeddedTomcat;
import org.radcase.testing.GivenSettings;

/** Cookies of requests that a real container has taken. Source: RFC 6265bis §4.1.3. */
class CookiesTest {
  private final Secret secret = Secret.fresh(new SecureRandom());

  @ParameterizedTest
  @CsvSource({
    "'',       http,  '',                    '',        /",
    "/radcase, http,  '',                    '',        /radcase",
    "'',       https, '',                    __Host-,   /",
    "/radcase, https, '',                    __Secure-, /radcase",
    "'',       http,  https://cases.example, __Host-,   /",
    "'',       http,  http://cases.example,  '',        /"
  })
  void over_TLS_each_is_Secure_and_named_so_that_none_without_it_takes_its_place(
      String contextPath, String scheme, String publicUrl, String prefix, String path)
      throws Exception {
    var cookies = new Cookies(GivenSettings.at(publicUrl));
    var given = new AtomicReference<>(List.<NewCookie>of());
    try (var server = new EmbeddedTomcat(
        contextPath,
        (request, response) -> given.set(List.of(
            cookies.session(request, secret),
            cookies.noSession(request),
            cookies.device(request, "mark"))))) {
      server.get("X-Forwarded-For", "127.0.0.1", "X-Forwarded-Proto", scheme);
    }

    assertThat(given.get())
        .extracting(NewCookie::getName)
        .containsExactly(
            prefix + "radcase-session", prefix + "radcase-session", prefix + "radcase-device");
    assertThat(given.get()).allSatisfy(cookie -> {
      assertThat(cookie.isSecure()).isEqualTo(!prefix.isEmpty());
      assertThat(cookie.getPath()).isEqualTo(path);
      assertThat(cookie.getDomain()).isNull();
      assertThat(cookie.isHttpOnly()).isTrue();
      assertThat(cookie.getSameSite()).isEqualTo(NewCookie.SameSite.LAX);
    });
  }

  @ParameterizedTest
  @CsvSource({
    "'',       http,  '',        true",
    "'',       https, '',        false",
    "'',       https, __Secure-, false",
    "'',       https, __Host-,   true",
    "/radcase, https, '',        false",
    "/radcase, https, __Secure-, true"
  })
  void over_TLS_one_that_another_host_or_plain_HTTP_could_have_set_counts_for_nothing(
      String contextPath, String scheme, String prefix, boolean counts) throws Exception {
    var cookies = new Cookies(GivenSettings.at(""));
    var session = new AtomicReference<>(Optional.<Secret>empty());
    var device = new AtomicReference<>(Optional.<String>empty());
    try (var server = new EmbeddedTomcat(contextPath, (request, response) -> {
      session.set(cookies.session(request));
      device.set(cookies.device(request));
    })) {
      server.get(
          "Cookie",
          prefix + "radcase-session=" + secret.text() + "; " + prefix + "radcase-device=mark",
          "X-Forwarded-For",
          "127.0.0.1",
          "X-Forwarded-Proto",
          scheme);
    }

    assertThat(Objects.requireNonNull(session.get()).isPresent()).isEqualTo(counts);
    assertThat(Objects.requireNonNull(device.get()).isPresent()).isEqualTo(counts);
  }
}
