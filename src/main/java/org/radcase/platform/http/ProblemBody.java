package org.radcase.platform.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.radcase.platform.problem.Problem;

/**
 * What travels of a problem. Source: RFC 9457 §3.1.
 *
 * @param instance the path that was asked for
 * @param incident the request id, which the log carries too
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProblemBody(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    List<Problem.Fault> errors,
    String incident) {
  public static final String MEDIA_TYPE = "application/problem+json";

  public static ProblemBody of(Problem problem, String instance, String incident) {
    var kind = problem.kind();
    return new ProblemBody(
        "urn:radcase:problem:" + kind.code(),
        kind.title(),
        kind.status(),
        problem.detail(),
        instance,
        kind.code(),
        problem.faults(),
        incident);
  }
}
