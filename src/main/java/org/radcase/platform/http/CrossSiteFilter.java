package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;

/**
 * Refuses what another site has a browser do here. Browsers tell where a request comes from by
 * Sec-Fetch-Site, older ones by Origin; who sends neither is no browser, and brings no cookie that it
 * did not mean to bring. Source: W3C Fetch Metadata; RFC 6454 §7.
 */
@Dependent
class CrossSiteFilter extends StagedFilter {
  private static final long serialVersionUID = 1;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  @Override
  protected Stage stage() {
    return Stage.GUARD;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!SAFE.contains(request.getMethod()) && isCrossSite(request)) {
      throw HttpProblem.CROSS_SITE.because("Only pages of this server may do that");
    }
    chain.doFilter(request, response);
  }

  private static boolean isCrossSite(HttpServletRequest request) {
    @Nullable String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) return !site.equals("same-origin") && !site.equals("none");
    @Nullable String origin = request.getHeader("Origin");
    return origin != null && !isOwn(origin, Authority.of(request));
  }

  static boolean isOwn(String origin, @Nullable String host) {
    try {
      @Nullable String authority = new URI(origin).getRawAuthority();
      return authority != null
          && host != null
          && authority.toLowerCase(Locale.ROOT).equals(host.toLowerCase(Locale.ROOT));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
