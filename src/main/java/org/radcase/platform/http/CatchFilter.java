package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** Lets no exception and no error page of the container out: all of them become problems. */
@Dependent
class CatchFilter extends StagedFilter {
  private static final long serialVersionUID = 1;
  private static final Logger LOG = System.getLogger("org.radcase.http");

  @Override
  protected Stage stage() {
    return Stage.CATCH;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      chain.doFilter(request, new ProblemInsteadOfErrorPage(request, response));
    } catch (RuntimeException | ServletException e) {
      var problem = ProblemMapper.problemOf(e);
      if (problem.kind() == HttpProblem.UNEXPECTED) {
        LOG.log(Level.ERROR, "incident " + ProblemWriter.incidentOf(request), e);
      }
      answer(request, response, problem);
    }
  }

  private static void answer(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    // Half an answer cannot be taken back; breaking the connection tells the client.
    if (response.isCommitted())
      throw new IOException("Broken off: " + problem.kind().code());
    response.resetBuffer();
    ProblemWriter.write(request, response, problem);
  }

  private static final class ProblemInsteadOfErrorPage extends HttpServletResponseWrapper {
    private final HttpServletRequest request;

    ProblemInsteadOfErrorPage(HttpServletRequest request, HttpServletResponse response) {
      super(response);
      this.request = request;
    }

    @Override
    public void sendError(int status) throws IOException {
      sendError(status, null);
    }

    @Override
    public void sendError(int status, @Nullable String message) throws IOException {
      ProblemWriter.write(
          request,
          (HttpServletResponse) getResponse(),
          StatusProblem.of(status).because("HTTP status " + status));
    }
  }
}
