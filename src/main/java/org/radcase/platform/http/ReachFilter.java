package org.radcase.platform.http;

import jakarta.enterprise.context.Dependent;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import org.radcase.platform.problem.HttpProblem;

/**
 * Refuses who is not on this machine: as long as {@code radcase.reach} is {@code loopback}, and
 * there is nothing else yet. A forwarded request comes from elsewhere, whatever its last hop.
 */
@Dependent
class ReachFilter extends StagedFilter {
  private static final long serialVersionUID = 1;

  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP", "Via");

  /** A literal address, so that no name is ever looked up. */
  private static final Pattern ADDRESS =
      Pattern.compile("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.%a-z]*");

  /** A page of another site may have its name resolve to this machine (DNS rebinding). */
  private static final Pattern OWN_NAME = Pattern.compile(
      "(localhost|127(\\.\\d{1,3}){3}|\\[::1])(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  @Override
  protected Stage stage() {
    return Stage.REACH;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isFromThisMachine(request)) {
      chain.doFilter(request, response);
    } else {
      ProblemWriter.write(
          request,
          response,
          HttpProblem.FORBIDDEN_REACH.because("radcase.reach is loopback: open it on the server"));
    }
  }

  private static boolean isFromThisMachine(HttpServletRequest request) {
    if (FORWARDED.stream().anyMatch(name -> request.getHeader(name) != null)) return false;
    var host = request.getHeader("Host");
    return host != null && OWN_NAME.matcher(host).matches() && isLoopback(request.getRemoteAddr());
  }

  static boolean isLoopback(String address) {
    if (address.equals("127.0.0.1")) return true;
    try {
      return ADDRESS.matcher(address).matches()
          && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }
}
