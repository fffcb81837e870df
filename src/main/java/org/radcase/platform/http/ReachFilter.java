package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.radcase.platform.problem.HttpProblem;

/**
 * Refuses who is not on this machine: as long as {@code radcase.reach} is {@code loopback}, and
 * there is nothing else yet. A forwarded request comes from elsewhere, whatever its last hop.
 */
@Dependent
class ReachFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  @Override
  protected Stage stage() {
    return Stage.REACH;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (ThisMachine.sent(request)) {
      chain.doFilter(request, response);
    } else {
      ProblemWriter.write(
          request,
          response,
          HttpProblem.FORBIDDEN_REACH.because("radcase.reach is loopback: open it on the server"));
    }
  }
}
