package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.json.Json;
import org.radcase.platform.problem.Problem;

/** Answers with a problem outside JAX-RS, from filters and servlets. */
public final class ProblemWriter {
  /** The request attribute under which the request's id is kept. */
  public static final String INCIDENT = "org.radcase.request-id";

  private ProblemWriter() {}

  public static void write(
      HttpServletRequest request, HttpServletResponse response, Problem problem)
      throws IOException {
    var body = ProblemBody.of(problem, request.getRequestURI(), incidentOf(request));
    response.setStatus(body.status());
    response.setHeader("Cache-Control", "no-store");
    problem.headers().forEach(response::setHeader);
    response.setContentType(ProblemBody.MEDIA_TYPE);
    response.getOutputStream().write(Json.bytes(body));
  }

  /** The id of the request, by which its trouble is found in the log. */
  public static String incidentOf(HttpServletRequest request) {
    @Nullable Object id = request.getAttribute(INCIDENT);
    return id == null ? "" : id.toString();
  }
}
