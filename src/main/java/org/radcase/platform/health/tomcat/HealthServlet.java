package org.radcase.platform.health.tomcat;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.problem.HttpProblem;

/**
 * Answers {@code /health}, {@code /health/live}, {@code /health/ready} and {@code /health/started}.
 * Stricter than MicroProfile Health 4.0: the checks are not listed, because anybody may ask.
 */
@WebServlet(
    name = "health",
    urlPatterns = {"/health", "/health/*"},
    asyncSupported = true)
public class HealthServlet extends HttpServlet {
  private static final long serialVersionUID = 1;
  private static final byte[] UP = body("UP");
  private static final byte[] DOWN = body("DOWN");

  // Tomcat makes servlets by their empty constructor.
  @Inject
  transient SmallRyeHealthReporter reporter;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (!request.getMethod().equals("GET") && !request.getMethod().equals("HEAD")) {
      throw HttpProblem.METHOD_NOT_ALLOWED
          .because("Health can only be read")
          .withHeader("Allow", "GET, HEAD");
    }
    var down = reported(request.getPathInfo()).isDown();
    var body = down ? DOWN : UP;
    response.setStatus(
        down ? HttpServletResponse.SC_SERVICE_UNAVAILABLE : HttpServletResponse.SC_OK);
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("application/json");
    response.setContentLength(body.length);
    if (request.getMethod().equals("GET")) response.getOutputStream().write(body);
  }

  private SmallRyeHealth reported(@Nullable String path) {
    return switch (path == null ? "/" : path) {
      case "/" -> reporter.getHealth();
      case "/live" -> reporter.getLiveness();
      case "/ready" -> reporter.getReadiness();
      case "/started" -> reporter.getStartup();
      default -> throw HttpProblem.NOT_FOUND.because("No health check " + path);
    };
  }

  private static byte[] body(String status) {
    return "{\"status\":\"%s\",\"checks\":[]}".formatted(status).getBytes(StandardCharsets.UTF_8);
  }
}
