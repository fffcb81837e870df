package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/**
 * For which host a request is, with its port unless that is the scheme's own: its Host header, or what
 * HTTP/2 has in its place, which Tomcat makes no header of. Source: RFC 9110 §7.2, RFC 9113 §8.3.1.
 */
public final class Authority {
  private Authority() {}

  /** Null if the request does not say. */
  public static @Nullable String of(HttpServletRequest request) {
    @Nullable String host = request.getHeader("Host");
    if (host != null || !request.getProtocol().startsWith("HTTP/2")) return host;
    var port = request.getServerPort();
    var isDefault = port == (request.isSecure() ? 443 : 80);
    return isDefault ? request.getServerName() : request.getServerName() + ":" + port;
  }
}
