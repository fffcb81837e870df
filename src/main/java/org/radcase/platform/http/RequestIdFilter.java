package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.request.CurrentRequest;
import org.radcase.platform.request.TraceContext;
import org.radcase.platform.time.FreshIds;

/** Names every request, and its trace; the name is the {@code incident} of its problems. */
@Dependent
class RequestIdFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  // Anything wider would let a client forge lines of our log.
  private static final Pattern WELL_FORMED = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private final transient FreshIds fresh;

  @Inject
  RequestIdFilter(FreshIds fresh) {
    this.fresh = fresh;
  }

  @Override
  protected Stage stage() {
    return Stage.NAME;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    var id = nameOf(request.getHeader("X-Request-Id"));
    request.setAttribute(ProblemWriter.INCIDENT, id);
    response.addHeader("X-Request-Id", id);
    var trace = TraceContext.of(
        Collections.list(request.getHeaders("traceparent")),
        Collections.list(request.getHeaders("tracestate")));
    CurrentRequest.begin(new CurrentRequest(id, request.getRemoteAddr(), trace));
    try {
      chain.doFilter(request, response);
    } finally {
      CurrentRequest.end();
    }
  }

  private String nameOf(@Nullable String given) {
    return given != null && WELL_FORMED.matcher(given).matches()
        ? given
        : fresh.nextName().toString();
  }
}
