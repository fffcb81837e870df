package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Answers 304 instead of a body that the client has, by the final ETag. Source: RFC 9110 §13.2. */
@Dependent
class PreconditionFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected Stage stage() {
    return Stage.PRECONDITION;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!isConditionalRead(request)) {
      chain.doFilter(request, response);
      return;
    }
    var conditional = new ConditionalResponse(request, response);
    chain.doFilter(request, conditional);
    conditional.finish();
  }

  private static boolean isConditionalRead(HttpServletRequest request) {
    var method = request.getMethod();
    return (method.equals("GET") || method.equals("HEAD"))
        && (request.getHeader("If-None-Match") != null || request.getHeader("If-Match") != null);
  }

  private static final class ConditionalResponse extends CommitAwareResponse {
    private final HttpServletRequest request;

    ConditionalResponse(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    boolean beforeCommit() {
      if (getStatus() / 100 != 2) return true;
      return switch (Preconditions.decide(
          request.getHeader("If-Match"), request.getHeader("If-None-Match"), getHeader("ETag"))) {
        case PROCEED -> true;
        case NOT_MODIFIED -> empty(HttpServletResponse.SC_NOT_MODIFIED);
        case FAILED -> empty(HttpServletResponse.SC_PRECONDITION_FAILED);
      };
    }

    private boolean empty(int status) {
      setStatus(status);
      setContentLengthLong(status == SC_NOT_MODIFIED ? -1 : 0);
      return false;
    }
  }
}
