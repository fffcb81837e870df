package org.radcase.platform.http;

import java.util.EnumSet;
import org.radcase.platform.problem.HttpProblem;

/** The kind of problem for a bare status that the container or JAX-RS chose. */
final class StatusProblem {
  private StatusProblem() {}

  static HttpProblem of(int status) {
    return EnumSet.of(
            HttpProblem.MALFORMED_REQUEST,
            HttpProblem.NOT_FOUND,
            HttpProblem.METHOD_NOT_ALLOWED,
            HttpProblem.NOT_ACCEPTABLE,
            HttpProblem.PRECONDITION_FAILED,
            HttpProblem.BODY_TOO_LARGE,
            HttpProblem.UNSUPPORTED_MEDIA_TYPE,
            HttpProblem.RANGE_NOT_SATISFIABLE,
            HttpProblem.UNAVAILABLE)
        .stream()
        .filter(kind -> kind.status() == status)
        .findFirst()
        .orElse(status < 500 ? HttpProblem.REFUSED : HttpProblem.UNEXPECTED);
  }
}
