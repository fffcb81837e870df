package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Answers 304 instead of a body that the client has, by the final ETag. Source: RFC 9110 §13.2. */
@Dependent
class PreconditionFilter extends StagedFilter {
  private static final long serialVersionUID = 1;
  private static final String CONTENT_ENCODING = "Content-Encoding";

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

    /** Held back until the body it is about is sure to be sent. */
    private @Nullable String contentEncoding;

    ConditionalResponse(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void setHeader(String name, String value) {
      if (name.equalsIgnoreCase(CONTENT_ENCODING)) contentEncoding = value;
      else super.setHeader(name, value);
    }

    @Override
    public void addHeader(String name, String value) {
      if (name.equalsIgnoreCase(CONTENT_ENCODING)) contentEncoding = value;
      else super.addHeader(name, value);
    }

    @Override
    public @Nullable String getHeader(String name) {
      return name.equalsIgnoreCase(CONTENT_ENCODING) ? contentEncoding : super.getHeader(name);
    }

    @Override
    boolean beforeCommit() throws IOException {
      var decision = getStatus() / 100 == 2
          ? Preconditions.decide(request, getHeader("ETag"))
          : Preconditions.Decision.PROCEED;
      return switch (decision) {
        case PROCEED -> proceed();
        case NOT_MODIFIED -> notModified();
        case FAILED -> failed();
      };
    }

    private boolean proceed() {
      if (contentEncoding != null) super.setHeader(CONTENT_ENCODING, contentEncoding);
      return true;
    }

    private boolean notModified() {
      setStatus(SC_NOT_MODIFIED);
      setContentLengthLong(-1);
      return false;
    }

    private boolean failed() throws IOException {
      setContentLengthLong(-1);
      ProblemWriter.write(request, (HttpServletResponse) getResponse(), Preconditions.failed());
      return false;
    }
  }
}
