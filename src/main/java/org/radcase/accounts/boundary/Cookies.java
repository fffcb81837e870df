package org.radcase.accounts.boundary;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.radcase.accounts.entity.Secret;
import org.radcase.accounts.entity.Session;
import org.radcase.platform.beans.Direct;
import org.radcase.platform.config.Settings;

/**
 * The cookies of signing in: never for scripts, never for other sites, and over TLS never without
 * it. Source: RFC 6265bis §4.1.2 and §4.1.3 (the prefixes
 * __Host- and __Secure-).
 */
@Direct
class Cookies {
  private static final String SESSION = "radcase-session";
  private static final String DEVICE = "radcase-device";
  private static final String HOST_ONLY = "__Host-";
  private static final String SECURE_ONLY = "__Secure-";
  private static final Duration DEVICE_LIFE = Duration.ofDays(365);

  private final Settings settings;

  @Inject
  Cookies(Settings settings) {
    this.settings = settings;
  }

  public Optional<Secret> session(HttpServletRequest request) {
    return value(request, named(request, SESSION)).flatMap(Secret::parse);
  }

  Optional<String> device(HttpServletRequest request) {
    return value(request, named(request, DEVICE));
  }

  /** Lives longer than any session: the server says when that ends. */
  NewCookie session(HttpServletRequest request, Secret secret) {
    return cookie(request, SESSION, secret.text(), Session.WHOLE);
  }

  NewCookie noSession(HttpServletRequest request) {
    return cookie(request, SESSION, "", Duration.ZERO);
  }

  NewCookie device(HttpServletRequest request, String mark) {
    return cookie(request, DEVICE, mark, DEVICE_LIFE);
  }

  private NewCookie cookie(HttpServletRequest request, String name, String value, Duration life) {
    return new NewCookie.Builder(named(request, name))
        .value(value)
        .path(path(request))
        .maxAge((int) life.toSeconds())
        .httpOnly(true)
        .secure(isSecure(request))
        .sameSite(NewCookie.SameSite.LAX)
        .build();
  }

  /** Whether there was a cookie of a session, alive or not. */
  boolean hadSession(HttpServletRequest request) {
    return value(request, named(request, SESSION)).isPresent();
  }

  private String named(HttpServletRequest request, String name) {
    if (!isSecure(request)) return name;
    return (path(request).equals("/") ? HOST_ONLY : SECURE_ONLY) + name;
  }

  private boolean isSecure(HttpServletRequest request) {
    return request.isSecure() || settings.publicUrl().startsWith("https:");
  }

  private static String path(HttpServletRequest request) {
    return request.getContextPath().isEmpty() ? "/" : request.getContextPath();
  }

  private static Optional<String> value(HttpServletRequest request, String name) {
    var cookies = request.getCookies();
    if (cookies == null) return Optional.empty();
    for (var cookie : cookies) {
      if (cookie.getName().equals(name)) return Optional.of(cookie.getValue());
    }
    return Optional.empty();
  }
}
