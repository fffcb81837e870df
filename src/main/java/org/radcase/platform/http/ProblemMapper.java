package org.radcase.platform.http;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.radcase.platform.jdbc.DatabaseFailure;
import org.radcase.platform.problem.HttpProblem;
import org.radcase.platform.problem.Problem;

/** Makes every exception of a resource a problem; the text of unknown ones goes to the log only. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  private static final Logger LOG = System.getLogger("org.radcase.http");

  @Context
  HttpServletRequest request;

  @Override
  public Response toResponse(Throwable thrown) {
    var incident = ProblemWriter.incidentOf(request);
    var problem = problemOf(thrown);
    if (problem.kind() == HttpProblem.UNEXPECTED)
      LOG.log(Level.ERROR, "incident " + incident, thrown);
    var body = ProblemBody.of(problem, request.getRequestURI(), incident);
    var response = Response.status(body.status())
        .type(ProblemBody.MEDIA_TYPE)
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .entity(body);
    problem.headers().forEach(response::header);
    return response.build();
  }

  static Problem problemOf(Throwable thrown) {
    // JAX-RS wraps what a parameter's converter throws.
    for (@Nullable Throwable t = thrown; t != null; t = t.getCause()) {
      if (t instanceof Problem problem) return problem;
      if (t instanceof BrokenBodyException) {
        return HttpProblem.MALFORMED_REQUEST.because("The body breaks off");
      }
      var told =
          t instanceof DatabaseFailure failure ? failure.problem() : Optional.<Problem>empty();
      if (told.isPresent()) return told.get();
    }
    if (thrown instanceof WebApplicationException chosen) return problemOf(chosen.getResponse());
    return HttpProblem.UNEXPECTED.because("The log has the incident");
  }

  private static Problem problemOf(Response chosen) {
    var problem = StatusProblem.of(chosen.getStatus()).because("");
    var allow = chosen.getHeaderString(HttpHeaders.ALLOW);
    return allow == null ? problem : problem.withHeader(HttpHeaders.ALLOW, withHead(allow));
  }

  /** Where there is GET there is HEAD, which JAX-RS answers without listing it. */
  private static String withHead(String allow) {
    var methods = new TreeSet<>(List.of(allow.split("\\s*,\\s*", -1)));
    if (methods.contains("GET")) methods.add("HEAD");
    return String.join(", ", methods);
  }
}
