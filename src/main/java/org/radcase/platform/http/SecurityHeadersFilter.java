package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells browsers what an answer of ours may do. A page may widen its policy by setting the header
 * again. Source: W3C CSP Level 3, Permissions Policy, Referrer Policy.
 */
@Dependent
class SecurityHeadersFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected Stage stage() {
    return Stage.HARDEN;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    // Added, not set: the first are looked for in vain among those that are there.
    response.addHeader("Content-Security-Policy", policyFor(RequestPath.of(request)));
    response.addHeader("X-Content-Type-Options", "nosniff");
    response.addHeader("X-Frame-Options", "DENY");
    response.addHeader("Referrer-Policy", "same-origin");
    response.addHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.addHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.addHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    // RFC 6797 section 7.2: never over plain HTTP.
    if (request.isSecure()) {
      response.addHeader("Strict-Transport-Security", "max-age=31536000");
    }
    chain.doFilter(request, response);
  }

  private static String policyFor(String path) {
    return path.startsWith("/api/") ? ContentSecurityPolicy.DATA : ContentSecurityPolicy.STRICT;
  }
}
