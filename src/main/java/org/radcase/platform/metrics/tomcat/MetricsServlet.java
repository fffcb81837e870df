package org.radcase.platform.metrics.tomcat;

import io.smallrye.metrics.MetricsRequestHandler;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.radcase.platform.problem.HttpProblem;

/**
 * Answers {@code /metrics} in Prometheus' text format: what RadCase measures, without MicroProfile's
 * own scopes, whose names Prometheus' rules refuse. Who may ask is decided before.
 */
@WebServlet(name = "metrics", urlPatterns = "/metrics", asyncSupported = true)
public class MetricsServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final Map<String, String[]> OURS = Map.of("scope", new String[] {"application"});

  // Tomcat makes servlets by their empty constructor.
  @Inject
  transient MetricsRequestHandler handler;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw HttpProblem.METHOD_NOT_ALLOWED
          .because("Metrics can only be read")
          .withHeader("Allow", "GET, HEAD");
    }
    // Prometheus asks for its other formats first, but takes this one.
    handler.handleRequest(
        "/metrics", "GET", Stream.of("text/plain"), OURS, (status, text, headers) -> {
          var body = text.getBytes(StandardCharsets.UTF_8);
          response.setStatus(status);
          response.setHeader("Cache-Control", "no-store");
          response.setContentType("text/plain;version=0.0.4;charset=utf-8");
          response.setContentLength(body.length);
          if (request.getMethod().equals("GET")) response.getOutputStream().write(body);
        });
  }
}
