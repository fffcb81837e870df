package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;

/** Takes no body that is compressed: a small one may unpack to any size. Source: RFC 9110 §15.5.16. */
@Dependent
class PlainBodyFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected Stage stage() {
    return Stage.GUARD;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    @Nullable String coding = request.getHeader("Content-Encoding");
    if (coding != null && !coding.strip().equalsIgnoreCase("identity")) {
      throw HttpProblem.UNSUPPORTED_MEDIA_TYPE
          .because("Bodies are taken as they are, without a Content-Encoding")
          .withHeader("Accept-Encoding", "identity");
    }
    chain.doFilter(request, response);
  }
}
