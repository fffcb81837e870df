package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import org.jspecify.annotations.Nullable;

/**
 * Makes a HEAD a GET, so that its headers are the same: whether a body is coded, and so its ETag, is
 * only known when there is one. The container drops the body. Source: RFC 9110 §9.3.2.
 */
@Dependent
class HeadFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected Stage stage() {
    return Stage.HEAD;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var isHead = request.getMethod().equals("HEAD");
    chain.doFilter(isHead ? new AsGet(request) : request, response);
  }

  /** Without the range, which a HEAD cannot have (RFC 9110 §14.2). */
  private static final class AsGet extends HttpServletRequestWrapper {
    AsGet(HttpServletRequest request) {
      super(request);
    }

    @Override
    public String getMethod() {
      return "GET";
    }

    @Override
    public @Nullable String getHeader(String name) {
      return isRange(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return isRange(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    private static boolean isRange(String name) {
      return name.equalsIgnoreCase("Range");
    }
  }
}
